#include <ostream>

#include "cli/commands.hpp"
#include "cli/run.hpp"
#include "cli/support.hpp"
#include "view/theme.hpp"

namespace waymark {

int RunThemeCss(std::span<const std::string_view> args, std::ostream& out, std::ostream& err) {
  constexpr std::string_view kUsage =
      "usage: waymark theme-css\n\n"
      "Writes the palette and type scale of the map as CSS custom properties for the page.\n";
  if (!args.empty()) return PrintUsage(args, kUsage, "theme-css takes no arguments.", out, err);
  out << ThemeCss();
  return kExitFine;
}

}  // namespace waymark
