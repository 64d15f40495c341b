// The outline of a roadmap as HTML: what the page shows before the engine runs, and takes over when it does.
#pragma once

#include <string>
#include <string_view>

#include "graph/graph.hpp"
#include "graph/roadmap.hpp"

namespace waymark {

// Text as it may stand between tags and in double quotes.
std::string EscapedHtml(std::string_view text);

// A `role=tree` list after the ARIA Authoring Practices' tree view pattern, all groups collapsed, nothing started. Each
// item: id `o-<key>`, data-key, data-id, level, position and set size; its name is the title, then the state, then how
// many skills are done in a group, or `locked`. web/README.md is the other side of it.
std::string OutlineHtml(const Roadmap& roadmap, const Graph& graph);

}  // namespace waymark
