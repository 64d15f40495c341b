// One application of an edit to a document: carries it out on the roadmap, then sees that the graph is still sound.
#pragma once

#include <cstddef>
#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "edit/document.hpp"
#include "edit/edit_error.hpp"
#include "edit/field_rules.hpp"
#include "edit/roadmap_edit.hpp"

namespace waymark {

class Editor {
 public:
  explicit Editor(Document& document) : document_(document), roadmap_(document.roadmap_) {}

  std::expected<RoadmapEdit, EditError> Run(const RoadmapEdit& edit);

 private:
  // The inverse. A part that is refused has changed nothing.
  using Outcome = std::expected<RoadmapEdit, EditError>;
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  Outcome Do(const RoadmapEdit& edit);
  Outcome Do(const EditBatch& batch);
  Outcome Do(const AddSkill& edit);
  Outcome Do(const RestoreSkills& edit);
  Outcome Do(const RemoveSkills& edit);
  Outcome Do(const MoveSkills& edit);
  Outcome Do(const PlaceSkills& edit);
  Outcome Do(const SetSkillText& edit);
  Outcome Do(const SetSkillList& edit);
  Outcome Do(const SetHours& edit);
  Outcome Do(const SetLevel& edit);
  Outcome Do(const SetOptional& edit);
  Outcome Do(const EditRequirements& edit);
  Outcome Do(const EditResources& edit);
  Outcome Do(const EditWaypoints& edit);
  Outcome Do(const EditFacts& edit);
  Outcome Do(const SetRoadText& edit);
  Outcome Do(const SetRoadRevision& edit);

  Skill& At(std::size_t position) { return roadmap_.skills[position]; }
  // Positions in the file, whatever the batch has done to it so far; kNone when there is none.
  std::size_t Find(SkillKey key) const;
  std::size_t FindId(std::string_view id) const;
  std::vector<std::size_t> Parents() const;  // of each position; kNone at the top
  // Which positions lie in one of the given skills' subtrees, the skills themselves included.
  std::vector<char> Inside(const std::vector<SkillKey>& skills) const;
  // The skill before which the next last child of `parent` comes in the file, those that are `moved` not counted.
  SkillKey EndOf(SkillKey parent, const std::vector<char>& moved) const;
  SkillKey NextInFile(std::size_t position, const std::vector<char>& moved) const;
  // Nothing or the error: `before` is 0 or a child of `parent`, which is 0 or a skill.
  Checked CheckPlace(SkillKey parent, SkillKey before) const;
  std::string IdOf(SkillKey key) const;
  std::string FreeId(std::string_view title) const;
  // Ids for the "#key" that stand in for them.
  Checked Resolve(std::vector<std::string>& names) const;

  void Merge(std::vector<FiledSkill> skills);
  std::vector<RoadmapEdit> Forget(const std::vector<char>& removed);
  void Rename(std::size_t position, const std::string& id);
  void StructureChanges() { stale_ = true; }

  EditError ErrorOf(const GraphProblem& problem) const;

  Document& document_;
  Roadmap& roadmap_;
  bool stale_ = false;  // the graph is that of an earlier roadmap
};

}  // namespace waymark
