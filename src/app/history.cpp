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

}  // namespace

void History::Record(HistoryStep step) {
  if (step.Empty()) return;
  undone.clear();
  if (step.merge_key != 0 && !done.empty() && done.back().merge_key == step.merge_key) {
    HistoryStep& last = done.back();
    Append(last.states, std::move(step.states));
    Append(last.notes, std::move(step.notes));
    Append(last.pins, std::move(step.pins));
    if (last.Empty()) done.pop_back();
    return;
  }
  if (done.size() == kMaxHistorySteps) done.erase(done.begin());
  done.push_back(std::move(step));
}

void History::Seal() {
  if (!done.empty()) done.back().merge_key = 0;
}

}  // namespace waymark
