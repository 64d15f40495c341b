// The arguments of one command as the page sent them, read by the table.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/protocol/protocol_table.hpp"
#include "edit/roadmap_edit.hpp"
#include "io/json.hpp"
#include "plan/filter.hpp"

namespace waymark {

class Arguments {
 public:
  // `message` must outlive it.
  explicit Arguments(const Json& message) : message_(message) {}

  // What is wrong with the first argument that is not as the table says, in a sentence; nothing when all are right.
  std::optional<Message> Problem(std::span<const Argument> table) const;

  // Of what Problem has passed. Arguments that were left out read as the fallback.
  bool Has(std::string_view name) const { return message_.Find(name) != nullptr; }
  bool Bool(std::string_view name, bool fallback = false) const;
  float Number(std::string_view name) const;
  std::uint16_t Whole(std::string_view name) const;  // of kMinutesPerWeek and kDay
  std::string Text(std::string_view name) const;
  SkillKey Key(std::string_view name) const;
  std::vector<SkillKey> Keys(std::string_view name) const;
  std::vector<std::uint32_t> Hashes(std::string_view name) const;
  SkillState State(std::string_view name) const;
  EnumSet<StateMark> Marks(std::string_view name) const;
  EnumSet<FilterKind> Kinds(std::string_view name) const;
  std::vector<MenuItem> MenuItems(std::string_view name) const;
  RoadmapEdit Edit(std::string_view name) const;

 private:
  const Json& message_;
};

}  // namespace waymark
