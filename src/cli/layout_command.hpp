// waymark layout FILE -o OUT [--quality fast|balanced|best] [--aspect R] [--expand all|none|ID,ID…]
#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

namespace waymark {

// Reads a roadmap or a plain graph (io/plain_graph_json.hpp), writes its drawing, and prints {"layout_ms": N}, the time
// of the layout alone, on `out`. The process's exit status: 0, 1 for a file that cannot be used, 2 for wrong arguments.
int RunLayout(std::span<const std::string_view> args, std::ostream& out, std::ostream& err);

}  // namespace waymark
