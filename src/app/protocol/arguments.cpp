#include "app/protocol/arguments.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "app/protocol/edit_json.hpp"
#include "app/protocol/filter_names.hpp"

namespace waymark {
namespace {

constexpr double kMaxNumber = 1e9;  // far beyond any map or screen; keeps sums of floats finite

bool IsBool(const Json& json) { return json.AsBool(true) == json.AsBool(false); }
bool IsText(const Json& json) { return json.AsString("a") == json.AsString("b"); }

bool IsNumber(const Json& json) {
  const double value = json.AsNumber(std::numeric_limits<double>::quiet_NaN());
  return std::isfinite(value) && std::abs(value) <= kMaxNumber;
}

bool IsKey(const Json& json, double least = 1) {
  const double value = json.AsNumber(-1);
  return value >= least && value <= kMaxSkillKey && value == std::floor(value);
}

bool IsWhole(const Json& json, double most) {
  const double value = json.AsNumber(-1);
  return value >= 0 && value <= most && value == std::floor(value);
}

bool IsState(const Json& json) {
  const double value = json.AsNumber(-1);
  return value == 0 || value == 1 || value == 2 || value == 3;
}

bool AllKeys(const Json& json) {
  return std::ranges::all_of(json.AsArray(), [](const Json& entry) { return IsKey(entry); });
}

bool AllHashes(const Json& json) {
  return json.IsArray() && std::ranges::all_of(json.AsArray(), [](const Json& entry) {
           const double value = entry.AsNumber(-1);
           return value >= 0 && value <= std::numeric_limits<std::uint32_t>::max() && value == std::floor(value);
         });
}

template <class Names>
bool AllKnown(const Json& json, const Names& names) {
  return json.IsArray() && std::ranges::all_of(json.AsArray(), [&](const Json& entry) {
           return std::ranges::any_of(names, [&](const auto& known) { return known.first == entry.AsString(); });
         });
}

bool Fits(ArgumentKind kind, const Json& json) {
  switch (kind) {
    case ArgumentKind::kKey:
      return IsKey(json);
    case ArgumentKind::kKeyOrNone:
      return IsKey(json, 0);
    case ArgumentKind::kKeys:
      return !json.AsArray().empty() && AllKeys(json);
    case ArgumentKind::kTracks:
      return json.IsArray() && AllKeys(json);
    case ArgumentKind::kState:
      return IsState(json);
    case ArgumentKind::kBool:
      return IsBool(json);
    case ArgumentKind::kNumber:
      return IsNumber(json);
    case ArgumentKind::kMinutesPerWeek:
      return IsWhole(json, kMaxMinutesPerWeek);
    case ArgumentKind::kDay:
      return IsWhole(json, kMaxStartDay);
    case ArgumentKind::kText:
      return IsText(json);
    case ArgumentKind::kHashes:
      return AllHashes(json);
    case ArgumentKind::kMarks:
      return AllKnown(json, kMarkNames);
    case ArgumentKind::kKinds:
      return AllKnown(json, kKindNames);
    case ArgumentKind::kEdit:
      return EditFromJson(json).has_value();
    case ArgumentKind::kMenuItems:
      // Titles are not bounded here: the page's own table is where they come from.
      return json.IsArray() && !json.AsArray().empty() && json.AsArray().size() <= kMaxMenuItems &&
             std::ranges::all_of(json.AsArray(),
                                 [](const Json& entry) { return !Arguments(entry).Problem(MenuItemArguments()); });
  }
  std::unreachable();
}

std::string_view Wanted(ArgumentKind kind) {
  switch (kind) {
    case ArgumentKind::kKey:
    case ArgumentKind::kKeyOrNone:
      return "the key of a skill";
    case ArgumentKind::kKeys:
    case ArgumentKind::kTracks:
      return "a list of skill keys";
    case ArgumentKind::kState:
      return "a state from 0 to 3";
    case ArgumentKind::kBool:
      return "true or false";
    case ArgumentKind::kNumber:
      return "a number";
    case ArgumentKind::kMinutesPerWeek:
      return "whole minutes of a week";
    case ArgumentKind::kDay:
      return "a day, counted from 1970-01-01";
    case ArgumentKind::kText:
      return "a text";
    case ArgumentKind::kHashes:
      return "a list of hashes of roads";
    case ArgumentKind::kMarks:
    case ArgumentKind::kKinds:
      return "a list of names that are known";
    case ArgumentKind::kEdit:
      return "an edit";
    case ArgumentKind::kMenuItems:
      return "a list of at most 16 entries with id and title";
  }
  std::unreachable();
}

template <class T, class Names>
EnumSet<T> Choices(const Json* json, const Names& names) {
  EnumSet<T> chosen;
  if (!json) return chosen;
  for (const auto& [name, value] : names) {
    if (std::ranges::any_of(json->AsArray(), [&](const Json& entry) { return entry.AsString() == name; }))
      chosen.insert(value);
  }
  return chosen;
}

}  // namespace

std::optional<Message> Arguments::Problem(std::span<const Argument> table) const {
  for (const Argument& argument : table) {
    const Json* json = message_.Find(argument.name);
    if (json ? Fits(argument.kind, *json) : !argument.Required()) continue;
    // An edit says itself what is wrong with it.
    if (json && argument.kind == ArgumentKind::kEdit) return EditFromJson(*json).error().message;
    return Message{"command.argument", {{"name", argument.name}, {"wanted", Wanted(argument.kind)}}};
  }
  return std::nullopt;
}

bool Arguments::Bool(std::string_view name, bool fallback) const {
  const Json* json = message_.Find(name);
  return json ? json->AsBool() : fallback;
}

float Arguments::Number(std::string_view name) const {
  const Json* json = message_.Find(name);
  return json ? static_cast<float>(json->AsNumber()) : 0.0f;
}

std::uint16_t Arguments::Whole(std::string_view name) const {
  const Json* json = message_.Find(name);
  return json ? static_cast<std::uint16_t>(json->AsNumber()) : std::uint16_t{0};
}

std::string Arguments::Text(std::string_view name) const {
  const Json* json = message_.Find(name);
  return json ? std::string(json->AsString()) : std::string();
}

SkillKey Arguments::Key(std::string_view name) const {
  const Json* json = message_.Find(name);
  return json ? SkillKey{static_cast<std::uint32_t>(json->AsNumber())} : SkillKey{};
}

std::vector<SkillKey> Arguments::Keys(std::string_view name) const {
  std::vector<SkillKey> keys;
  if (const Json* json = message_.Find(name)) {
    for (const Json& entry : json->AsArray()) keys.push_back(SkillKey{static_cast<std::uint32_t>(entry.AsNumber())});
  }
  return keys;
}

std::vector<std::uint32_t> Arguments::Hashes(std::string_view name) const {
  std::vector<std::uint32_t> hashes;
  if (const Json* json = message_.Find(name)) {
    for (const Json& entry : json->AsArray()) hashes.push_back(static_cast<std::uint32_t>(entry.AsNumber()));
  }
  return hashes;
}

SkillState Arguments::State(std::string_view name) const {
  const Json* json = message_.Find(name);
  return json ? static_cast<SkillState>(static_cast<int>(json->AsNumber())) : SkillState::kNotStarted;
}

EnumSet<StateMark> Arguments::Marks(std::string_view name) const {
  return Choices<StateMark>(message_.Find(name), kMarkNames);
}

EnumSet<FilterKind> Arguments::Kinds(std::string_view name) const {
  return Choices<FilterKind>(message_.Find(name), kKindNames);
}

RoadmapEdit Arguments::Edit(std::string_view name) const {
  const Json* json = message_.Find(name);
  auto edit = json ? EditFromJson(*json) : Result<RoadmapEdit>(RoadmapEdit());
  return edit ? *std::move(edit) : RoadmapEdit();
}

std::vector<MenuItem> Arguments::MenuItems(std::string_view name) const {
  std::vector<MenuItem> items;
  const Json* json = message_.Find(name);
  if (!json) return items;
  for (const Json& entry : json->AsArray()) {
    const Arguments a(entry);
    MenuItem item{.id = a.Text("id"),
                  .title = a.Text("title"),
                  .keys = a.Text("keys"),
                  .mark = std::nullopt,
                  .chosen = a.Bool("chosen"),
                  .line_before = a.Bool("line")};
    if (a.Has("state")) item.mark = a.State("state");
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace waymark
