#include <ostream>

#include "cli/commands.hpp"
#include "cli/run.hpp"
#include "cli/support.hpp"

namespace waymark {

int RunValidate(std::span<const std::string_view> args, std::ostream& out, std::ostream& err) {
  constexpr std::string_view kUsage =
      "usage: waymark validate FILE...\n\n"
      "Checks roadmap files (docs/roadmap_format.md). Every problem is one line on standard error,\n"
      "file:line:column: message; the column counts bytes.\n";
  if (args.empty() || AsksForHelp(args)) return PrintUsage(args, kUsage, "validate needs a file.", out, err);
  int status = kExitFine;
  for (const std::string_view path : args) {
    const auto loaded = LoadRoadmap(path, err);
    if (loaded) {
      out << path << ": fine, " << loaded->roadmap.skills.size() << " skills and groups\n";
    } else {
      status = kExitProblem;
    }
  }
  return status;
}

}  // namespace waymark
