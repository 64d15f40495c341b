#include "app/history.hpp"

#include <utility>

namespace waymark {
namespace {

// `later` on top of `earlier`; what ends where it began is left out.
template <class T>
void Append(std::map<SkillKey, Change<T>>& earlier, std::map<SkillKey, Change<T>>&& later) {
  for (auto& [key, change] : later) {
    const auto [at, added] = earlier.try_emplace(key, change);
    if (!added) at->second.after = std::move(change.after);
    if (at->second.before == at->second.after) earlier.erase(at);
  }
}

// What two edits in a row would be as one: typing changes one text again and again.
void Append(std::optional<Change<RoadmapEdit>>& earlier, std::optional<Change<RoadmapEdit>>&& later) {
  if (!later) return;
  if (!earlier) {
    earlier = std::move(later);
    return;
  }
  // The merge key says that both are of one text, so the earlier inverse leads back from either.
  earlier->after = std::move(later->after);
  if (earlier->before == earlier->after) earlier.reset();
}

}  // namespace

void History::Record(HistoryStep step) {
  if (step.Empty()) return;
  ++revision;
  undone.clear();
  if (step.merge_key != 0 && !done.empty() && done.back().merge_key == step.merge_key) {
    HistoryStep& last = done.back();
    Append(last.states, std::move(step.states));
    Append(last.notes, std::move(step.notes));
    Append(last.pins, std::move(step.pins));
    Append(last.edit, std::move(step.edit));
    if (step.elsewhere) last.elsewhere = std::move(step.elsewhere);
    if (last.Empty()) done.pop_back();
    return;
  }
  if (done.size() == kMaxHistorySteps) done.erase(done.begin());
  done.push_back(std::move(step));
}

void History::Seal() {
  if (!done.empty()) done.back().merge_key = 0;
}

void History::Keep(const std::function<bool(SkillKey)>& known, bool edits) {
  const auto unknown = [&](const auto& change) { return !known(change.first); };
  ++revision;
  for (std::vector<HistoryStep>* steps : {&done, &undone}) {
    for (HistoryStep& step : *steps) {
      std::erase_if(step.states, unknown);
      std::erase_if(step.notes, unknown);
      std::erase_if(step.pins, unknown);
      if (!edits) step.edit.reset();
    }
    std::erase_if(*steps, [](const HistoryStep& step) { return step.Empty(); });
  }
}

}  // namespace waymark
