#include <ostream>

#include "cli/commands.hpp"
#include "cli/outline_html.hpp"
#include "cli/run.hpp"
#include "cli/support.hpp"

namespace waymark {

int RunOutline(std::span<const std::string_view> args, std::ostream& out, std::ostream& err) {
  constexpr std::string_view kUsage =
      "usage: waymark outline FILE\n\n"
      "Writes the outline of a roadmap as HTML (role=tree), for index.html.\n";
  if (args.size() != 1 || AsksForHelp(args)) return PrintUsage(args, kUsage, "outline needs one file.", out, err);
  const auto loaded = LoadRoadmap(args.front(), err);
  if (!loaded) return kExitProblem;
  out << OutlineHtml(loaded->roadmap, loaded->graph);
  return kExitFine;
}

}  // namespace waymark
