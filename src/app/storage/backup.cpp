#include "app/storage/backup.hpp"

#include <algorithm>
#include <iterator>

namespace waymark {

StoredRoadmap JoinKept(const StoredRoadmap& mine, const StoredRoadmap& theirs) {
  StoredRoadmap joined = mine;
  joined.progress = Join(mine.progress, theirs.progress);
  joined.pins.insert(theirs.pins.begin(), theirs.pins.end());
  joined.expanded.clear();
  std::ranges::set_union(mine.expanded, theirs.expanded, std::back_inserter(joined.expanded));
  if (joined.extra.empty()) joined.extra = theirs.extra;
  return joined;
}

BackupChange CompareKept(std::string_view roadmap, const StoredRoadmap& mine, const StoredRoadmap& theirs) {
  const StoredRoadmap joined = JoinKept(mine, theirs);
  BackupChange change{.roadmap = std::string(roadmap)};
  for (const auto& [key, reg] : joined.progress.skills) {
    const SkillState before = mine.progress.State(key);
    if (reg.state != before) (reg.state > before ? change.forward : change.back).push_back(key);
  }
  for (const auto& [key, note] : joined.progress.notes) {
    const auto before = mine.progress.notes.find(key);
    if (before == mine.progress.notes.end() ? !note.texts.empty() : note.texts != before->second.texts)
      change.notes.push_back(key);
  }
  change.cards = joined.pins.size() - mine.pins.size();
  return change;
}

Json::Object MissingSettings(const Json::Object& mine, const Json::Object& theirs) {
  Json::Object missing;
  std::ranges::copy_if(theirs, std::back_inserter(missing), [&](const auto& setting) {
    return !std::ranges::contains(mine, setting.first, &Json::Object::value_type::first);
  });
  return missing;
}

}  // namespace waymark
