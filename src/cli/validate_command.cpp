#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "cli/run.hpp"
#include "cli/support.hpp"
#include "edit/diagnostics.hpp"
#include "io/near_members.hpp"

namespace waymark {
namespace {

std::string_view NameOf(Severity severity) { return severity == Severity::kWarning ? "warning: " : "advice: "; }

// How many there are; prints no more than anybody reads.
std::size_t PrintDiagnostics(const LoadedRoadmap& loaded, std::ostream& err) {
  std::vector<Error> lines;
  for (const NearMember& near : FindNearMembers(loaded.roadmap))
    lines.push_back({ErrorCode::kSchema, "warning: " + MessageOf(near), near.place});
  for (const Diagnostic& diagnostic : Diagnose(loaded.roadmap, loaded.graph)) {
    lines.push_back(
        {ErrorCode::kGraph, std::string(NameOf(diagnostic.severity)) + MessageOf(diagnostic), diagnostic.place});
  }
  std::ranges::stable_sort(lines, {}, [](const Error& line) { return std::pair(line.place.line, line.place.column); });
  for (std::size_t i = 0; i < std::min(lines.size(), kMaxProblems); ++i) PrintError(err, lines[i]);
  if (lines.size() > kMaxProblems) err << "… and " << lines.size() - kMaxProblems << " more\n";
  return lines.size();
}

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
    const std::size_t count = PrintDiagnostics(*loaded, err);
    if (strict && count > 0) status = kExitProblem;
    out << path << ": " << (count == 0 ? "fine" : "can be used") << ", " << loaded->roadmap.skills.size()
        << " skills and groups";
    if (count > 0) out << ", " << count << (count == 1 ? " thing" : " things") << " to better";
    out << '\n';
  }
  return status;
}

}  // namespace waymark
