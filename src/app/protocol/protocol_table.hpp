// Everything that the page and the engine say to one another, in one table: each command with its arguments, each slice
// of the state with its members. ParseCommand reads by it; the page's types (web/src/engine/protocol.ts) and the tables
// of docs/page_protocol.md are printed from it, and tests/unit/app/protocol/protocol_files_test.cpp holds them to it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "app/command.hpp"

namespace waymark {

class Arguments;  // of one message, checked against the table

enum class ArgumentKind : std::uint8_t {
  kKey,        // of a skill
  kKeyOrNone,  // 0: none
  kKeys,       // at least one
  kTracks,     // keys of groups, perhaps none
  kState,
  kBool,
  kNumber,
  kMinutesPerWeek,  // whole, 0 to kMaxMinutesPerWeek
  kDay,             // since 1970-01-01, 0 to kMaxStartDay
  kText,
  kHashes,     // of roads (RoadmapHash), perhaps none
  kMarks,      // the states that a filter knows
  kKinds,      // the kinds that a filter knows
  kMenuItems,  // 1 to kMaxMenuItems objects of MenuItemArguments
  kEdit,       // of the road, as EditFromJson reads it
};

struct Argument {
  std::string_view name;
  ArgumentKind kind;
  std::string_view fallback = {};  // when it may be left out: what that means
  bool Required() const { return fallback.empty(); }
};

struct CommandEntry {
  std::string_view name;
  std::span<const Argument> arguments;
  std::string_view does;  // Markdown
  Command (*make)(const Arguments&);
};

struct ShapeMember {
  std::string_view name;
  std::string_view type;  // in TypeScript
  bool optional = false;
};

// An object within a slice.
struct ShapeEntry {
  std::string_view name;
  std::span<const ShapeMember> members;
};

enum class Slice : std::uint8_t {
  kRoadmap,
  kTree,
  kRows,
  kWhole,
  kWaypoints,
  kSchedule,
  kView,
  kLook,
  kHistory,
  kSave,
  kFilter,
  kArrived,
  kShared,
  kElsewhere,
  kBackup,
  kNotice,
  kDetails,
};
inline constexpr std::size_t kSliceCount = 17;

struct SliceEntry {
  Slice slice;
  std::string_view name;
  std::string_view type;   // in TypeScript
  std::string_view tells;  // Markdown
};

std::span<const CommandEntry> CommandTable();
std::span<const Argument> MenuItemArguments();
std::span<const ShapeEntry> ShapeTable();
const std::array<SliceEntry, kSliceCount>& SliceTable();  // in the order of Slice
// What the numbers of one row of the slice `rows` are, in their order.
std::span<const ShapeMember> RowTable();

// web/src/engine/protocol.ts, whole.
std::string ProtocolTypeScript();
// The tables of docs/page_protocol.md, each with the header line.
std::string CommandsMarkdown();
std::string SlicesMarkdown();
std::string ShapesMarkdown();

}  // namespace waymark
