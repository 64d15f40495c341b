// Every change of a road, as data: small edits and batches of them. Applying one (edit/apply.hpp) returns its inverse,
// so undo, drafts and differences all speak this one language.
//
// Skills are named by their keys, which outlive a rename. Where a text names a skill by its id (requirements, the
// skills of waypoints and facts) "#7" may stand for the id of the skill with key 7: an edit that is made beside others
// need not know the ids that those give.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/ids.hpp"
#include "graph/roadmap.hpp"

namespace waymark {

struct RoadmapEdit;

// Adds one skill under `parent` (0: at the top), right before its sibling `before` (0: as the last). `skill.parent` is
// not looked at. A key of 0 is drawn from the document's key space; an empty id is made from the title.
struct AddSkill {
  Skill skill;
  SkillKey parent;
  SkillKey before;

  friend bool operator==(const AddSkill&, const AddSkill&) = default;
};

// A skill and the one that follows it in the file once all are in place (key 0: none does). Of several that stand in a
// row each names the first after the row.
struct FiledSkill {
  Skill skill;
  SkillKey before;

  friend bool operator==(const FiledSkill&, const FiledSkill&) = default;
};
// Puts skills back as they were taken out, keys, ids and all, in the order of the file: what RemoveSkills has as its
// inverse. Only these may take up a key again; where it is retired it is so no longer.
struct RestoreSkills {
  std::vector<FiledSkill> skills;

  friend bool operator==(const RestoreSkills&, const RestoreSkills&) = default;
};

// Takes skills out with all that lives in them. Requirements, waypoints and facts no longer name them; a clause or a
// waypoint that names nothing then goes too. Their keys are retired, but where this undoes an addition (`retires`
// false): then they are in no file, yet are not drawn again from this document either.
struct RemoveSkills {
  std::vector<SkillKey> skills;
  bool retires = true;

  friend bool operator==(const RemoveSkills&, const RemoveSkills&) = default;
};

// Moves skills with all that lives in them under `parent` (0: to the top), in the given order right before `before`
// (0: as the last ones). Reordering among siblings is a move to the same parent.
struct MoveSkills {
  std::vector<SkillKey> skills;
  SkillKey parent;
  SkillKey before;

  friend bool operator==(const MoveSkills&, const MoveSkills&) = default;
};

// Where a skill stands in the tree and in the file; `before` as in FiledSkill. The inverse of a move.
struct PlacedSkill {
  SkillKey skill;
  SkillKey parent;
  SkillKey before;

  friend bool operator==(const PlacedSkill&, const PlacedSkill&) = default;
};
struct PlaceSkills {
  std::vector<PlacedSkill> skills;  // in the order of the file

  friend bool operator==(const PlaceSkills&, const PlaceSkills&) = default;
};

enum class SkillText : std::uint8_t { kId, kTitle, kSummary, kBody, kCarriedOver, kProof };
// Texts are sanitized and held to the limits of graph/roadmap_rules.hpp. What names a skill by its id follows a new id.
struct SetSkillText {
  SkillKey skill;
  SkillText field = SkillText::kTitle;
  std::string text;

  friend bool operator==(const SetSkillText&, const SetSkillText&) = default;
};

enum class SkillList : std::uint8_t { kTags, kCovers };
struct SetSkillList {
  SkillKey skill;
  SkillList field = SkillList::kTags;
  std::vector<std::string> texts;

  friend bool operator==(const SetSkillList&, const SetSkillList&) = default;
};

struct SetHours {
  SkillKey skill;
  std::optional<HourRange> hours;

  friend bool operator==(const SetHours&, const SetHours&) = default;
};
struct SetLevel {
  SkillKey skill;
  Level level = Level::kCore;

  friend bool operator==(const SetLevel&, const SetLevel&) = default;
};
struct SetOptional {
  SkillKey skill;
  bool optional = false;

  friend bool operator==(const SetOptional&, const SetOptional&) = default;
};

// Takes `removed` items out at the position `at` of a list and puts others there: one form for adding, removing,
// changing and replacing all.
struct EditRequirements {
  SkillKey skill;
  std::uint32_t at = 0;
  std::uint32_t removed = 0;
  std::vector<Requirement> added;

  friend bool operator==(const EditRequirements&, const EditRequirements&) = default;
};
struct EditResources {
  SkillKey skill;
  std::uint32_t at = 0;
  std::uint32_t removed = 0;
  std::vector<Resource> added;

  friend bool operator==(const EditResources&, const EditResources&) = default;
};
struct EditWaypoints {
  std::uint32_t at = 0;
  std::uint32_t removed = 0;
  std::vector<Waypoint> added;

  friend bool operator==(const EditWaypoints&, const EditWaypoints&) = default;
};
struct EditFacts {
  std::uint32_t at = 0;
  std::uint32_t removed = 0;
  std::vector<Fact> added;

  friend bool operator==(const EditFacts&, const EditFacts&) = default;
};

enum class RoadText : std::uint8_t { kId, kTitle, kSummary, kLanguage };
struct SetRoadText {
  RoadText field = RoadText::kTitle;
  std::string text;

  friend bool operator==(const SetRoadText&, const SetRoadText&) = default;
};
struct SetRoadRevision {
  int revision = 1;

  friend bool operator==(const SetRoadRevision&, const SetRoadRevision&) = default;
};

// Several as one: all or none. Only the whole has to be sound, not what is between.
struct EditBatch {
  std::vector<RoadmapEdit> edits;

  friend bool operator==(const EditBatch&, const EditBatch&) = default;
};

struct RoadmapEdit {
  std::variant<EditBatch, AddSkill, RestoreSkills, RemoveSkills, MoveSkills, PlaceSkills, SetSkillText, SetSkillList,
               SetHours, SetLevel, SetOptional, EditRequirements, EditResources, EditWaypoints, EditFacts, SetRoadText,
               SetRoadRevision>
      what;

  friend bool operator==(const RoadmapEdit&, const RoadmapEdit&) = default;
};

}  // namespace waymark
