#include "app/commands/apply_edit.hpp"

#include <algorithm>
#include <utility>

#include "app/commands/commands.hpp"
#include "app/commands/edit.hpp"
#include "app/derived.hpp"
#include "app/motion.hpp"
#include "edit/apply.hpp"
#include "view/scene/scene_builder.hpp"

namespace waymark {
namespace {

// The card that keeps its place on the screen while others make room: what is selected, or the first that the edit
// names, as it is seen both before and after.
NodeIndex AnchorFor(const AppState& state, const MapLayout& shown, const std::vector<SkillKey>& named) {
  std::vector<SkillKey> wanted{state.selected};
  wanted.insert(wanted.end(), named.begin(), named.end());
  for (const SkillKey key : wanted) {
    const NodeIndex node = NodeOf(state, key);
    if (node == kNoNode) continue;
    const NodeIndex seen = VisibleFor(GraphOf(state), shown, node);
    if (seen != kNoNode && shown.visible[seen] && state.layout.visible[seen]) return seen;
  }
  return kNoNode;
}

// Carries an edit out on the open road and moves the cards there. The inverse, or why not.
std::expected<RoadmapEdit, EditError> Carry(AppState& state, const RoadmapEdit& edit) {
  OpenRoadmap& open = *state.open;
  const std::vector<SkillKey> keys = KeysOf(open.roadmap);
  auto inverse = Apply(open.document, edit);
  if (!inverse) return inverse;
  state.refused.reset();
  MapLayout shown = Renumbered(ShownLayout(state), keys, open.graph);
  // What refers to the road as it was goes before anything looks at it.
  state.transition.reset();
  state.hit_tester.reset();
  open.layouter.Update();
  ++state.revision.graph;
  ForgetMissing(state);
  RefreshDerived(state);
  const bool fitted = state.fitted;
  const NodeIndex anchor = fitted ? kNoNode : AnchorFor(state, shown, SkillsIn(edit));
  MoveCards(state, std::move(shown), anchor);
  if (fitted) FitWhole(state, true);
  return inverse;
}

bool IsOne(const std::vector<SkillKey>& keys) { return keys.size() == 1; }

Message Skills(const AppState& state, const std::vector<SkillKey>& keys) {
  const NodeIndex node = IsOne(keys) ? NodeOf(state, keys.front()) : kNoNode;
  if (node == kNoNode) return {"count.skills", {{"count", keys.size()}}};
  return {"undo.quoted", {{"title", SkillAt(state, node).title}}};
}

// What an edit does, in the imperative; of the road as it is before.
Message LabelOf(const AppState& state, const RoadmapEdit& edit) {
  const std::vector<SkillKey> keys = SkillsIn(edit);
  return std::visit(
      [&]<class E>(const E& e) -> Message {
        if constexpr (std::is_same_v<E, AddSkill>) return {"undo.add", {{"title", e.skill.title}}};
        if constexpr (std::is_same_v<E, RestoreSkills>) return {"undo.put-back", {{"count", keys.size()}}};
        if constexpr (std::is_same_v<E, RemoveSkills>) return {"undo.remove", {{"skills", Skills(state, keys)}}};
        if constexpr (std::is_same_v<E, MoveSkills> || std::is_same_v<E, PlaceSkills>)
          return {"undo.move-skills", {{"skills", Skills(state, keys)}}};
        if constexpr (std::is_same_v<E, SetSkillText>)
          if (e.field == SkillText::kTitle) return {"undo.rename", {{"skills", Skills(state, keys)}}};
        if constexpr (std::is_same_v<E, EditRequirements>)
          return {"undo.requirements", {{"skills", Skills(state, keys)}}};
        if (keys.empty()) return {"undo.edit-road"};
        return {"undo.edit", {{"skills", Skills(state, keys)}}};
      },
      edit.what);
}

// The key under which texts typed into one field are one step; 0: none.
std::uint64_t MergeKeyOf(const RoadmapEdit& edit) {
  constexpr std::uint64_t kTexts = std::uint64_t{3} << 40, kRoadTexts = std::uint64_t{4} << 40;
  if (const auto* text = std::get_if<SetSkillText>(&edit.what))
    return kTexts | static_cast<std::uint64_t>(text->field) << 32 | text->skill.value;
  if (const auto* text = std::get_if<SetRoadText>(&edit.what))
    return kRoadTexts | static_cast<std::uint64_t>(text->field);
  return 0;
}

}  // namespace

std::vector<SkillKey> KeysOf(const Roadmap& roadmap) {
  std::vector<SkillKey> keys;
  keys.reserve(roadmap.skills.size());
  for (const Skill& skill : roadmap.skills) keys.push_back(skill.key);
  return keys;
}

MapLayout Renumbered(const MapLayout& layout, const std::vector<SkillKey>& keys, const Graph& graph) {
  MapLayout now;
  now.bounds = layout.bounds;
  now.rect.resize(graph.size());
  now.visible.assign(graph.size(), false);
  now.expanded.assign(graph.size(), false);
  now.content.resize(graph.size());
  std::vector<NodeIndex> number(keys.size(), kNoNode);
  for (NodeIndex old = 0; old < keys.size(); ++old) {
    const NodeIndex node = number[old] = graph.FindKey(keys[old]);
    if (node == kNoNode) continue;
    now.rect[node] = layout.rect[old];
    now.visible[node] = layout.visible[old];
    now.expanded[node] = layout.expanded[old] && graph.IsGroup(node);
    if (old < layout.content.size()) now.content[node] = layout.content[old];
  }
  for (const MapEdge& edge : layout.edges) {
    const NodeIndex from = number[edge.from], to = number[edge.to];
    if (from == kNoNode || to == kNoNode) continue;
    MapEdge& kept = now.edges.emplace_back(edge);
    kept.from = from;
    kept.to = to;
    std::erase_if(kept.stands_for, [&](const PrerequisiteEdge& plain) {
      return number[plain.from] == kNoNode || number[plain.to] == kNoNode;
    });
    for (PrerequisiteEdge& plain : kept.stands_for) plain.from = number[plain.from], plain.to = number[plain.to];
  }
  return now;
}

void ForgetMissing(AppState& state) {
  const auto missing = [&](SkillKey key) { return key.value != 0 && NodeOf(state, key) == kNoNode; };
  if (missing(state.selected)) {
    state.selected = {};
    ++state.revision.interaction;
  }
  if (missing(state.hovered)) {
    state.hovered = {};
    ++state.revision.interaction;
  }
  if (state.menu && missing(state.menu->skill)) {
    state.menu.reset();
    ++state.revision.interaction;
  }
  if (state.drag && missing(state.drag->skill)) {
    state.drag.reset();
    ++state.revision.drag;
  }
  if (state.flash && missing(state.flash->skill)) {
    state.flash.reset();
    ++state.revision.flash;
  }
  Filter filter = state.filter;
  std::erase_if(filter.tracks, missing);
  if (missing(filter.of)) filter.relation = FilterRelation::kNone, filter.of = {};
  if (!(filter == state.filter)) {
    state.filter = std::move(filter);
    ++state.revision.filter;
  }
  if (std::erase_if(state.arrived, [&](const auto& entry) { return missing(entry.first); }) > 0)
    ++state.revision.arrived;
}

void GoOnWith(AppState& state, StoredRoadmap stored, bool unchanged) {
  Progress joined = Join(state.progress, stored.progress);
  if (joined != stored.progress) MarkUnsaved(state);
  if (joined != state.progress) {
    state.progress = std::move(joined);
    ++state.revision.progress;
  }
  state.history.Keep([&](SkillKey key) { return NodeOf(state, key) != kNoNode; }, unchanged);
  ForgetMissing(state);
}

bool CarryEdit(AppState& state, HistoryStep& step, Direction direction) {
  if (!step.edit) return true;
  const bool undo = direction == Direction::kUndo;
  auto back = Carry(state, undo ? step.edit->before : step.edit->after);
  if (!back) {
    Notify(state, MessageOf(back.error()), true);
    return false;
  }
  (undo ? step.edit->after : step.edit->before) = std::move(*back);
  return true;
}

void Apply(AppState& state, const ApplyEdit& command) {
  if (!state.open) return;
  HistoryStep step{.label = LabelOf(state, command.edit)};
  auto inverse = Carry(state, command.edit);
  if (!inverse) {
    Notify(state, MessageOf(inverse.error()), true);
    state.refused = std::move(inverse.error());
    return;
  }
  if (command.typing) step.merge_key = MergeKeyOf(command.edit);
  step.edit = {std::move(*inverse), command.edit};
  state.history.Record(std::move(step));
}

}  // namespace waymark
