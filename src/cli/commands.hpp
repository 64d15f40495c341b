// The subcommands, each as Run: its own arguments in, an exit status out. Each answers --help.
#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

namespace waymark {

int RunValidate(std::span<const std::string_view> args, std::ostream& out, std::ostream& err);
int RunStats(std::span<const std::string_view> args, std::ostream& out, std::ostream& err);
int RunLink(std::span<const std::string_view> args, std::ostream& out, std::ostream& err);
int RunOutline(std::span<const std::string_view> args, std::ostream& out, std::ostream& err);
int RunThemeCss(std::span<const std::string_view> args, std::ostream& out, std::ostream& err);

}  // namespace waymark
