// The `waymark` command-line tool without its process, so that tests can call it.
#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

namespace waymark {

// The process's exit status.
inline constexpr int kExitFine = 0;
inline constexpr int kExitProblem = 1;  // a file or link that can't be used; `err` says what and where
inline constexpr int kExitUsage = 2;    // wrong arguments; `err` has the usage

// `args` without the program's name. What was asked for goes to `out`, everything else to `err`.
int Run(std::span<const std::string_view> args, std::ostream& out, std::ostream& err);

}  // namespace waymark
