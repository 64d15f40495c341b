#include "app/storage/backup.hpp"

#include <algorithm>
#include <iterator>

namespace waymark {

bool BackupPreview::Changes(bool unknown) const {
  return settings > 0 || std::ranges::any_of(changes, [&](const BackupChange& change) {
           if (!change.problem.empty() || (change.unknown_road && !unknown)) return false;
           return !change.Empty() || (unknown && (change.unknown.skills_taken > 0 || change.unknown.members_taken));
         });
}

Json::Object MissingSettings(const Json::Object& mine, const Json::Object& theirs) {
  Json::Object missing;
  std::ranges::copy_if(theirs, std::back_inserter(missing), [&](const auto& setting) {
    return !std::ranges::contains(mine, setting.first, &Json::Object::value_type::first);
  });
  return missing;
}

}  // namespace waymark
