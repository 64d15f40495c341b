// The table in the languages of those who use it: the page's types and the tables of the document.
#include <utility>

#include "app/protocol/filter_names.hpp"
#include "app/protocol/protocol_table.hpp"

namespace waymark {
namespace {

std::string_view TypeOf(ArgumentKind kind) {
  switch (kind) {
    case ArgumentKind::kKey:
    case ArgumentKind::kKeyOrNone:
      return "Key";
    case ArgumentKind::kKeys:
    case ArgumentKind::kTracks:
      return "Key[]";
    case ArgumentKind::kState:
      return "SkillState";
    case ArgumentKind::kBool:
      return "boolean";
    case ArgumentKind::kNumber:
    case ArgumentKind::kMinutesPerWeek:
    case ArgumentKind::kDay:
      return "number";
    case ArgumentKind::kText:
      return "string";
    case ArgumentKind::kHashes:
      return "number[]";
    case ArgumentKind::kMarks:
      return "FilterMark[]";
    case ArgumentKind::kKinds:
      return "FilterKind[]";
    case ArgumentKind::kEdit:
      return "RoadmapEdit";
    case ArgumentKind::kMenuItems:
      return "MenuItem[]";
  }
  std::unreachable();
}

void Append(std::string& out, auto&&... parts) { (out.append(parts), ...); }

void AppendMember(std::string& out, const ShapeMember& member) {
  Append(out, "  ", member.name, member.optional ? "?: " : ": ", member.type, ";\n");
}

template <class Names>
void AppendUnion(std::string& out, std::string_view name, const Names& names) {
  Append(out, "export type ", name, " =");
  for (const auto& [value, unused] : names) Append(out, &value == &names[0].first ? " '" : " | '", value, "'");
  Append(out, ";\n");
}

// A vertical bar would end the cell of a table.
std::string Cell(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
  return out;
}

std::string MembersCell(std::span<const ShapeMember> members) {
  std::string out;
  for (const ShapeMember& member : members) {
    Append(out, out.empty() ? "`" : ", `", member.name, member.optional ? "`? " : "` ", Cell(member.type));
  }
  return out;
}

}  // namespace

std::string ProtocolTypeScript() {
  std::string out =
      "// What the page and the engine say to one another. Printed from src/app/protocol/protocol_table.cpp\n"
      "// (docs/page_protocol.md says how); not to be changed by hand.\n"
      "import type { Message } from '../lib/messages.ts';\n\n"
      "/** Of a skill: permanent, from 1; 0 where it says so stands for none. */\n"
      "export type Key = number;\n"
      "/** Not started, skipped, learning, done. */\n"
      "export type SkillState = 0 | 1 | 2 | 3;\n"
      "/** An edit of the road: docs/page_protocol.md, Edits. */\n"
      "export interface RoadmapEdit {\n  edit: string;\n  [member: string]: unknown;\n}\n";
  AppendUnion(out, "FilterMark", kMarkNames);
  AppendUnion(out, "FilterKind", kKindNames);
  for (const ShapeEntry& shape : ShapeTable()) {
    Append(out, "\nexport interface ", shape.name, " {\n");
    for (const ShapeMember& member : shape.members) AppendMember(out, member);
    Append(out, "}\n");
  }
  Append(out,
         "\n/** One skill's row; `rows` hands them over as numbers in the order of kRowMembers, -1 for what is absent. "
         "*/\n",
         "export interface Row {\n");
  for (const ShapeMember& member : RowTable()) AppendMember(out, member);
  Append(out, "}\n\nexport const kRowMembers = [");
  for (const ShapeMember& member : RowTable()) Append(out, &member == &RowTable()[0] ? "'" : ", '", member.name, "'");
  Append(out, "] as const;\n\nexport interface Slices {\n");
  for (const SliceEntry& slice : SliceTable()) Append(out, "  ", slice.name, ": ", slice.type, ";\n");
  Append(out, "}\n\nexport type SliceName = keyof Slices;\n\nexport type Command =\n");
  for (const CommandEntry& command : CommandTable()) {
    Append(out, "  | { do: '", command.name, "'");
    for (const Argument& argument : command.arguments)
      Append(out, "; ", argument.name, argument.Required() ? ": " : "?: ", TypeOf(argument.kind));
    Append(out, " }", &command == &CommandTable().back() ? ";\n" : "\n");
  }
  return out;
}

std::string CommandsMarkdown() {
  std::string out = "| name | members | does |\n| --- | --- | --- |\n";
  for (const CommandEntry& command : CommandTable()) {
    Append(out, "| `", command.name, "` | ");
    for (const Argument& argument : command.arguments) {
      Append(out, &argument == &command.arguments.front() ? "`" : ", `", argument.name, "` ", TypeOf(argument.kind));
      if (!argument.Required()) Append(out, " (", argument.fallback, ")");
    }
    Append(out, " | ", command.does, " |\n");
  }
  return out;
}

std::string SlicesMarkdown() {
  std::string out = "| slice | is | tells |\n| --- | --- | --- |\n";
  for (const SliceEntry& slice : SliceTable())
    Append(out, "| `", slice.name, "` | ", Cell(slice.type), " | ", slice.tells, " |\n");
  return out;
}

std::string ShapesMarkdown() {
  std::string out = "| object | members |\n| --- | --- |\n";
  for (const ShapeEntry& shape : ShapeTable()) Append(out, "| ", shape.name, " | ", MembersCell(shape.members), " |\n");
  Append(out, "| Row | ", MembersCell(RowTable()), " |\n");
  return out;
}

}  // namespace waymark
