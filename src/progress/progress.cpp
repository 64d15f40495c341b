#include "progress/progress.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace waymark {

Register Moved(Register from, SkillState state) {
  if (state >= from.state) return {from.epoch, state};
  return from.epoch >= kMaxEpoch ? from : Register{from.epoch + 1, state};
}

Register Entered(Register mine, Register theirs) {
  const Register joined = Join(mine, theirs);
  if (joined.state == mine.state) return mine;
  return {std::min(joined.epoch, mine.epoch + 1), joined.state};
}

Note Join(const Note& a, const Note& b) {
  if (a.epoch != b.epoch) return a.epoch < b.epoch ? b : a;
  Note joined = a;
  joined.texts.insert(b.texts.begin(), b.texts.end());
  while (joined.texts.size() > kMaxNoteTexts) joined.texts.erase(joined.texts.begin());
  return joined;
}

Note Entered(const Note& mine, const Note& theirs) {
  Note joined = Join(mine, theirs);
  if (joined.texts == mine.texts) return mine;
  joined.epoch = std::min(joined.epoch, mine.epoch + 1);
  return joined;
}

SkillState Progress::State(SkillKey key) const {
  const auto found = skills.find(key);
  return found == skills.end() ? SkillState::kNotStarted : found->second.state;
}

void Progress::Set(SkillKey key, SkillState state) {
  const auto found = skills.find(key);
  const Register moved = Moved(found == skills.end() ? Register{} : found->second, state);
  if (moved != Register{}) skills[key] = moved;
}

void Progress::SetNote(SkillKey key, std::string text) {
  text.resize(Utf8Prefix(text, kMaxNoteBytes).size());
  std::set<std::string> texts;
  if (!text.empty()) texts.insert(std::move(text));
  const auto found = notes.find(key);
  if (texts == (found == notes.end() ? std::set<std::string>{} : found->second.texts)) return;
  Note& note = notes[key];
  if (note.epoch < kMaxEpoch) ++note.epoch;
  note.texts = std::move(texts);
}

namespace {

template <class Value>
void JoinInto(std::map<SkillKey, Value>& into, const std::map<SkillKey, Value>& from) {
  for (const auto& [key, value] : from) {
    const auto [at, added] = into.try_emplace(key, value);
    if (!added) at->second = Join(at->second, value);
  }
}

}  // namespace

Progress Join(const Progress& a, const Progress& b) {
  Progress joined = a;
  JoinInto(joined.skills, b.skills);
  JoinInto(joined.notes, b.notes);
  joined.schedule = Join(a.schedule, b.schedule);
  return joined;
}

}  // namespace waymark
