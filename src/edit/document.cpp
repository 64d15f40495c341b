#include "edit/document.hpp"

#include <algorithm>
#include <utility>

namespace waymark {

std::expected<Document, std::vector<Error>> Document::Make(Roadmap roadmap, KeySpace keys) {
  auto graph = Graph::Build(roadmap);
  if (!graph) return std::unexpected(std::move(graph.error()));
  return Document(std::move(roadmap), std::move(*graph), keys);
}

Document::Document(Roadmap roadmap, Graph graph, KeySpace keys)
    : roadmap_(std::move(roadmap)), graph_(std::move(graph)), keys_(keys) {}

SkillKey Document::NextKey() const {
  std::vector<SkillKey> used(withdrawn_.begin(), withdrawn_.end());
  used.insert(used.end(), roadmap_.retired_keys.begin(), roadmap_.retired_keys.end());
  for (const Skill& skill : roadmap_.skills) used.push_back(skill.key);
  std::erase_if(used, [&](SkillKey key) { return key < keys_.first || keys_.last < key; });
  if (used.empty()) return keys_.first;
  const SkillKey highest = *std::ranges::max_element(used);
  if (highest < keys_.last) return {highest.value + 1};
  std::ranges::sort(used);
  SkillKey next = keys_.first;
  for (const SkillKey key : used) {
    if (next < key) return next;
    next = {key.value + 1};
  }
  return {};
}

bool Document::IsFree(SkillKey key) const {
  return keys_.first <= key && key <= keys_.last && !withdrawn_.contains(key) &&
         std::ranges::find(roadmap_.skills, key, &Skill::key) == roadmap_.skills.end() &&
         std::ranges::find(roadmap_.retired_keys, key) == roadmap_.retired_keys.end();
}

}  // namespace waymark
