#include <algorithm>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/run.hpp"
#include "cli/support.hpp"
#include "edit/diagnostics.hpp"

namespace waymark {
namespace {

std::string_view NameOf(Severity severity) { return severity == Severity::kWarning ? "warning: " : "advice: "; }

}  // namespace

int RunValidate(std::span<const std::string_view> args, std::ostream& out, std::ostream& err) {
  constexpr std::string_view kUsage =
      "usage: waymark validate [--strict] FILE...\n\n"
      "Checks roadmap files (docs/roadmap_format.md). Every problem is one line on standard error,\n"
      "file:line:column: message; the column counts bytes. What is sound but not good (a prerequisite\n"
      "that others imply, no hours, no reason, no proof …) is a warning or advice, and no failure.\n\n"
      "  --strict   warnings and advice are failures too\n";
  const auto is_strict = [](std::string_view arg) { return arg == "--strict"; };
  const bool strict = std::ranges::any_of(args, is_strict);
  if (std::ranges::all_of(args, is_strict) || AsksForHelp(args))
    return PrintUsage(args, kUsage, "validate needs a file.", out, err);
  int status = kExitFine;
  for (const std::string_view path : args) {
    if (is_strict(path)) continue;
    const auto loaded = LoadRoadmap(path, err);
    if (!loaded) {
      status = kExitProblem;
      continue;
    }
    const std::vector<Diagnostic> diagnostics = Diagnose(loaded->roadmap, loaded->graph);
    for (std::size_t i = 0; i < std::min(diagnostics.size(), kMaxProblems); ++i) {
      const Diagnostic& diagnostic = diagnostics[i];
      PrintError(
          err, {ErrorCode::kGraph, std::string(NameOf(diagnostic.severity)) + MessageOf(diagnostic), diagnostic.place});
    }
    if (strict && !diagnostics.empty()) status = kExitProblem;
    out << path << ": " << (diagnostics.empty() ? "fine" : "can be used") << ", " << loaded->roadmap.skills.size()
        << " skills and groups";
    if (!diagnostics.empty())
      out << ", " << diagnostics.size() << (diagnostics.size() == 1 ? " thing" : " things") << " to better";
    out << '\n';
  }
  return status;
}

}  // namespace waymark
