// The outline of a roadmap as HTML: what the page shows before the engine runs, and takes over when it does.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "graph/graph.hpp"
#include "graph/roadmap.hpp"

namespace waymark {

// A page of more rows takes longer to read than the engine to arrive. The page makes such an outline as it is scrolled
// (web/src/outline/outline.ts).
inline constexpr std::size_t kMaxOutlineRows = 1000;

// Text as it may stand between tags and in double quotes.
std::string EscapedHtml(std::string_view text);

// A `role=tree` list after the ARIA Authoring Practices' tree view pattern, all groups collapsed, nothing started. Each
// item: id `o-<key>`, data-key, data-id, level, position and set size; its name is the title, then the state, then how
// many skills are done in a group, or `locked`. web/README.md is the other side of it. A large road has only its upper
// levels written, no more than kMaxOutlineRows rows, and those of the last level as if they opened nothing.
std::string OutlineHtml(const Roadmap& roadmap, const Graph& graph);

}  // namespace waymark
