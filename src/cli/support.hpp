// What the subcommands share: files, messages, usage.
#pragma once

#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "graph/graph.hpp"
#include "graph/roadmap.hpp"

namespace waymark {

// A file's bytes; kNotFound or kTooLarge (beyond `max_bytes`) otherwise. "-" is standard input.
Result<std::string> ReadFile(std::string_view path, std::size_t max_bytes);

struct LoadedRoadmap {
  Roadmap roadmap;
  Graph graph;
};

// Reads and checks; every problem goes to `err`, and then there is nothing.
std::optional<LoadedRoadmap> LoadRoadmap(std::string_view path, std::ostream& err);

// `file:line:column: message`, as compilers write it; what is not known is left out.
void PrintError(std::ostream& err, const Error& error);

// The usage on `out` for --help, else on `err` after `complaint`; returns the exit status.
int PrintUsage(std::span<const std::string_view> args, std::string_view usage, std::string_view complaint,
               std::ostream& out, std::ostream& err);
bool AsksForHelp(std::span<const std::string_view> args);

}  // namespace waymark
