#include "cli/run.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <string>

#include "cli/commands.hpp"
#include "cli/layout_command.hpp"

namespace waymark {
namespace {

struct Subcommand {
  std::string_view name;
  std::string_view summary;
  int (*run)(std::span<const std::string_view> args, std::ostream& out, std::ostream& err);
};

constexpr std::array kSubcommands = {
    Subcommand{"validate", "check roadmap files and name every problem", RunValidate},
    Subcommand{"stats", "count a roadmap's skills, groups, hours and waypoints", RunStats},
    Subcommand{"layout", "draw a roadmap or a plain graph as JSON", RunLayout},
    Subcommand{"link", "make or read a progress link", RunLink},
    Subcommand{"outline", "write a roadmap's outline as HTML for the page", RunOutline},
    Subcommand{"theme-css", "write the palette and type scale as CSS", RunThemeCss},
};

void PrintHelp(std::ostream& to) {
  to << "usage: waymark COMMAND [ARGUMENT...]\n\n";
  for (const Subcommand& subcommand : kSubcommands) {
    to << "  " << subcommand.name << std::string(12 - subcommand.name.size(), ' ') << subcommand.summary << '\n';
  }
  to << "\nwaymark COMMAND --help says more. A file named - is standard input.\n"
        "Exit status: 0 done, 1 a file or link can't be used, 2 wrong arguments.\n";
}

}  // namespace

int Run(std::span<const std::string_view> args, std::ostream& out, std::ostream& err) {
  if (!args.empty() && (args.front() == "--help" || args.front() == "-h" || args.front() == "help")) {
    PrintHelp(out);
    return kExitFine;
  }
  const auto found =
      args.empty() ? kSubcommands.end() : std::ranges::find(kSubcommands, args.front(), &Subcommand::name);
  if (found != kSubcommands.end()) return found->run(args.subspan(1), out, err);
  if (!args.empty()) err << "waymark: there is no command \"" << args.front() << "\".\n\n";
  PrintHelp(err);
  return kExitUsage;
}

}  // namespace waymark
