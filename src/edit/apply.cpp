#include "edit/apply.hpp"

#include <algorithm>
#include <cassert>
#include <set>
#include <utility>

#include "edit/editor.hpp"

namespace waymark {
namespace {

EditProblem ProblemOf(GraphFault fault) {
  switch (fault) {
    case GraphFault::kRepeatedId:
    case GraphFault::kRepeatedName:
      return EditProblem::kIdTaken;
    case GraphFault::kRepeatedKey:
    case GraphFault::kRetiredKey:
      return EditProblem::kKeyTaken;
    case GraphFault::kUnknownParent:
    case GraphFault::kUnknownPrerequisite:
    case GraphFault::kUnknownMention:
      return EditProblem::kUnknownName;
    case GraphFault::kParentLoop:
      return EditProblem::kInsideItself;
    case GraphFault::kTooDeep:
      return EditProblem::kTooDeep;
    case GraphFault::kGroupRequires:
      return EditProblem::kGroupRequires;
    case GraphFault::kEmptyClause:
      return EditProblem::kNamesNothing;
    case GraphFault::kGroupRequired:
      return EditProblem::kGroupRequired;
    case GraphFault::kRepeatedAlternative:
      return EditProblem::kNamedTwice;
    case GraphFault::kPrerequisiteCycle:
      return EditProblem::kPrerequisiteCycle;
  }
  std::unreachable();
}

void Gather(const RoadmapEdit& edit, std::vector<SkillKey>& keys) {
  std::visit(
      [&]<class E>(const E& e) {
        if constexpr (std::is_same_v<E, EditBatch>) {
          for (const RoadmapEdit& part : e.edits) Gather(part, keys);
        } else if constexpr (std::is_same_v<E, AddSkill>) {
          keys.push_back(e.skill.key);
        } else if constexpr (std::is_same_v<E, RestoreSkills>) {
          for (const FiledSkill& filed : e.skills) keys.push_back(filed.skill.key);
        } else if constexpr (std::is_same_v<E, PlaceSkills>) {
          for (const PlacedSkill& placed : e.skills) keys.push_back(placed.skill);
        } else if constexpr (requires { e.skills; }) {
          keys.insert(keys.end(), e.skills.begin(), e.skills.end());
        } else if constexpr (requires { e.skill; }) {
          keys.push_back(e.skill);
        }
      },
      edit.what);
}

}  // namespace

std::expected<RoadmapEdit, EditError> Apply(Document& document, const RoadmapEdit& edit) {
  return Editor(document).Run(edit);
}

std::vector<SkillKey> SkillsIn(const RoadmapEdit& edit) {
  std::vector<SkillKey> keys, each;
  Gather(edit, keys);
  std::set<SkillKey> seen;
  for (const SkillKey key : keys)
    if (key.value != 0 && seen.insert(key).second) each.push_back(key);
  return each;
}

std::expected<RoadmapEdit, EditError> Editor::Run(const RoadmapEdit& edit) {
  const std::set<SkillKey> withdrawn = document_.withdrawn_;
  Outcome inverse = Do(edit);
  if (!inverse) {
    document_.withdrawn_ = withdrawn;
    return inverse;
  }
  if (stale_) {
    auto graph = Graph::Check(roadmap_);
    if (!graph) {
      EditError error = ErrorOf(graph.error().front());
      [[maybe_unused]] const Outcome back = Do(*inverse);
      assert(back);
      document_.withdrawn_ = withdrawn;
      return std::unexpected(std::move(error));
    }
    document_.graph_ = std::move(*graph);
  }
  ++document_.revision_;
  return inverse;
}

EditError Editor::ErrorOf(const GraphProblem& problem) const {
  EditError error{.problem = ProblemOf(problem.fault), .name = problem.name, .limit = kMaxGroupDepth};
  for (const NodeIndex node : problem.nodes) {
    error.skills.push_back(roadmap_.skills[node].key);
    error.titles.push_back(roadmap_.skills[node].title);
  }
  if (problem.fault == GraphFault::kRepeatedId) error.name = roadmap_.skills[problem.nodes.front()].id;
  if (problem.fault != GraphFault::kTooDeep) error.limit = 0;
  return error;
}

Editor::Outcome Editor::Do(const RoadmapEdit& edit) {
  return std::visit([this](const auto& e) { return Do(e); }, edit.what);
}

Editor::Outcome Editor::Do(const EditBatch& batch) {
  EditBatch inverse;
  for (const RoadmapEdit& edit : batch.edits) {
    Outcome outcome = Do(edit);
    if (!outcome) {
      for (auto done = inverse.edits.rbegin(); done != inverse.edits.rend(); ++done) {
        [[maybe_unused]] const Outcome back = Do(*done);
        assert(back);
      }
      return outcome;
    }
    inverse.edits.push_back(std::move(*outcome));
  }
  std::ranges::reverse(inverse.edits);
  return RoadmapEdit{std::move(inverse)};
}

}  // namespace waymark
