#include "cli/support.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <istream>
#include <ostream>
#include <system_error>
#include <utility>

#include "cli/english.hpp"
#include "cli/run.hpp"
#include "io/roadmap_json.hpp"

namespace waymark {
namespace {

// Never more than one byte past the cap.
std::string ReadUpTo(std::istream& in, std::size_t max_bytes) {
  std::string text;
  constexpr std::size_t kPiece = 1u << 16;
  while (in && text.size() <= max_bytes) {
    const std::size_t had = text.size();
    const std::size_t wanted = std::min(kPiece, max_bytes + 1 - had);
    text.resize(had + wanted);
    in.read(text.data() + had, static_cast<std::streamsize>(wanted));
    text.resize(had + static_cast<std::size_t>(in.gcount()));
  }
  return text;
}

}  // namespace

Result<std::string> ReadFile(std::string_view path, std::size_t max_bytes) {
  const Place place{std::string(path), 0, 0};
  std::ifstream file;
  if (path != "-") {
    std::error_code ignored;
    // A folder can be opened, but not read.
    if (!std::filesystem::is_directory(place.file, ignored)) file.open(place.file, std::ios::binary);
    if (!file.is_open()) {
      return Fail(ErrorCode::kNotFound, "This file can't be read; check its name and your rights.", place);
    }
  }
  std::string text = ReadUpTo(path == "-" ? std::cin : file, max_bytes);
  if (text.size() > max_bytes) {
    return Fail(ErrorCode::kTooLarge,
                "This file is larger than " + std::to_string(max_bytes) + " bytes; use a smaller one.", place);
  }
  return text;
}

std::optional<LoadedRoadmap> LoadRoadmap(std::string_view path, std::ostream& err) {
  const Result<std::string> text = ReadFile(path, kMaxRoadmapBytes);
  if (!text) {
    PrintError(err, text.error());
    return std::nullopt;
  }
  auto roadmap = ReadRoadmap(*text, path);
  if (!roadmap) {
    for (const Error& error : roadmap.error()) PrintError(err, error);
    return std::nullopt;
  }
  auto graph = Graph::Build(*roadmap);
  if (!graph) {
    for (const Error& error : graph.error()) PrintError(err, error);
    return std::nullopt;
  }
  return LoadedRoadmap{*std::move(roadmap), *std::move(graph)};
}

void PrintError(std::ostream& err, const Error& error) {
  const Place& place = error.place;
  err << (place.file.empty() ? "waymark" : place.file);
  if (place.line > 0) err << ':' << place.line << ':' << place.column;
  err << ": " << English(error.message) << '\n';
}

bool AsksForHelp(std::span<const std::string_view> args) {
  return std::ranges::any_of(args, [](std::string_view arg) { return arg == "--help" || arg == "-h"; });
}

int PrintUsage(std::span<const std::string_view> args, std::string_view usage, std::string_view complaint,
               std::ostream& out, std::ostream& err) {
  if (AsksForHelp(args)) {
    out << usage;
    return kExitFine;
  }
  if (!complaint.empty()) err << "waymark: " << complaint << "\n\n";
  err << usage;
  return kExitUsage;
}

}  // namespace waymark
