#include "app/storage/intake.hpp"

#include <algorithm>
#include <utility>

namespace waymark {
namespace {

// What an entry of either kind takes in the stored text, at most; texts come on top.
constexpr std::size_t kEntryBytes = 32;

bool Knows(const IntakeRules& rules, SkillKey key) { return !rules.known || rules.known->skills.contains(key); }
bool KnowsGroup(const IntakeRules& rules, SkillKey key) { return !rules.known || rules.known->groups.contains(key); }

// A budget that is drawn on by what the road does not know.
class Allowance {
 public:
  Allowance(const IntakeRules& rules, const StoredRoadmap& mine) : asked_(rules.unknown) {
    for (const auto& [key, reg] : mine.progress.skills) {
      if (!Knows(rules, key)) held_.insert(key);
    }
    for (const auto& [key, note] : mine.progress.notes) {
      if (!Knows(rules, key)) held_.insert(key);
    }
    rest_ = kMaxUnknownSkills - std::min(held_.size(), kMaxUnknownSkills);
  }

  // Whether this skill's `bytes` may come in; counts it either way.
  bool Take(SkillKey key, std::size_t bytes) {
    seen_.insert(key);
    const bool is_new = !held_.contains(key);
    if ((is_new && rest_ == 0) || bytes > bytes_) return false;
    bytes_ -= bytes;
    if (is_new) {
      --rest_;
      held_.insert(key);
    }
    taken_.insert(key);
    return asked_;
  }

  std::size_t Seen() const { return seen_.size(); }
  std::size_t Taken() const { return taken_.size(); }

 private:
  bool asked_;
  std::set<SkillKey> held_, seen_, taken_;
  std::size_t rest_ = 0;
  std::size_t bytes_ = kMaxUnknownSkillBytes;
};

std::size_t BytesOf(const Note& note) {
  std::size_t bytes = kEntryBytes;
  for (const std::string& text : note.texts) bytes += text.size() + 3;
  return bytes;
}

Register Restored(Register theirs) { return theirs.epoch > kMaxRestoredEpoch ? Entered({}, theirs) : theirs; }

Note Restored(const Note& theirs) { return theirs.epoch > kMaxRestoredNoteEpoch ? Entered({}, theirs) : theirs; }

void TakeSkills(Intake& intake, const StoredRoadmap& theirs, const IntakeRules& rules, bool restore,
                Allowance& allowance) {
  Progress& mine = intake.joined.progress;
  for (const auto& [key, reg] : theirs.progress.skills) {
    const auto found = mine.skills.find(key);
    const Register before = found == mine.skills.end() ? Register{} : found->second;
    const Register after = restore ? Restored(reg) : Entered(before, reg);
    if (after == before) continue;
    const bool known = Knows(rules, key);
    if (!known && !allowance.Take(key, kEntryBytes)) continue;
    mine.skills[key] = after;
    if (!known) continue;
    if (after.state > before.state)
      intake.change.forward.push_back(key);
    else if (after.state < before.state)
      intake.change.back.push_back(key);
    else
      ++intake.change.cleared;
  }
}

void TakeNotes(Intake& intake, const StoredRoadmap& theirs, const IntakeRules& rules, bool restore,
               Allowance& allowance) {
  Progress& mine = intake.joined.progress;
  for (const auto& [key, note] : theirs.progress.notes) {
    const auto found = mine.notes.find(key);
    const Note before = found == mine.notes.end() ? Note{} : found->second;
    Note after = restore ? Restored(note) : Entered(before, note);
    if (after == before) continue;
    const bool known = Knows(rules, key);
    if (!known && !allowance.Take(key, BytesOf(after))) continue;
    if (known && after.texts != before.texts) intake.change.notes.push_back(key);
    mine.notes[key] = std::move(after);
  }
}

void TakeCards(Intake& intake, const StoredRoadmap& theirs, const IntakeRules& rules, Allowance& allowance) {
  StoredRoadmap& mine = intake.joined;
  for (const auto& [key, pin] : theirs.pins) {
    if (mine.pins.contains(key)) continue;
    const bool known = Knows(rules, key) || KnowsGroup(rules, key);
    if (!known && !allowance.Take(key, kEntryBytes)) continue;
    mine.pins.emplace(key, pin);
    if (known) ++intake.change.cards;
  }
  std::set<SkillKey> expanded(mine.expanded.begin(), mine.expanded.end());
  for (const SkillKey key : theirs.expanded) {
    if (expanded.contains(key)) continue;
    const bool known = KnowsGroup(rules, key);
    if (!known && !allowance.Take(key, kEntryBytes)) continue;
    expanded.insert(key);
    if (known) ++intake.change.groups;
  }
  mine.expanded.assign(expanded.begin(), expanded.end());
}

using Value = ValueRegister<std::uint16_t>;

// Of one's own nothing was ever set: a backup is taken as it is.
Value Taken(Value mine, Value theirs) {
  if (mine.epoch == 0 && theirs.epoch <= kMaxRestoredEpoch) return theirs;
  return Entered(mine, theirs);
}

void TakeSchedule(Intake& intake, const StoredRoadmap& theirs, bool restore) {
  Schedule& mine = intake.joined.progress.schedule;
  const Schedule& other = theirs.progress.schedule;
  const Schedule before = mine;
  mine.minutes_per_week = restore ? Taken(mine.minutes_per_week, other.minutes_per_week)
                                  : Entered(mine.minutes_per_week, other.minutes_per_week);
  mine.start_day = restore ? Taken(mine.start_day, other.start_day) : Entered(mine.start_day, other.start_day);
  intake.change.pace = mine.minutes_per_week.value != before.minutes_per_week.value;
  intake.change.start = mine.start_day.value != before.start_day.value;
}

void TakeMembers(Intake& intake, const StoredRoadmap& theirs, const IntakeRules& rules) {
  if (theirs.extra.empty() || theirs.extra == intake.joined.extra) return;
  UnknownPart& unknown = intake.change.unknown;
  unknown.member_bytes = theirs.extra.size();
  unknown.members_taken = intake.joined.extra.empty() && theirs.extra.size() <= kMaxUnknownMemberBytes;
  if (unknown.members_taken && rules.unknown) intake.joined.extra = theirs.extra;
}

}  // namespace

Intake TakeIn(const StoredRoadmap& mine, const StoredRoadmap& theirs, const IntakeRules& rules) {
  Intake intake{.joined = mine, .change = {}};
  const bool restore = rules.restores && mine.progress.skills.empty() && mine.progress.notes.empty();
  Allowance allowance(rules, mine);
  TakeSkills(intake, theirs, rules, restore, allowance);
  TakeNotes(intake, theirs, rules, restore, allowance);
  TakeSchedule(intake, theirs, restore);
  TakeCards(intake, theirs, rules, allowance);
  intake.change.unknown = {.skills = allowance.Seen(), .skills_taken = allowance.Taken()};
  TakeMembers(intake, theirs, rules);
  const std::size_t bytes = WriteStored(intake.joined).size();
  if (bytes > rules.max_bytes && bytes > WriteStored(mine).size()) {
    Message problem{"backup.no-room", {{"size", SizeText(bytes)}, {"most", SizeText(rules.max_bytes)}}};
    intake = {.joined = mine, .change = {.problem = std::move(problem)}};
  }
  return intake;
}

std::string SizeText(std::size_t bytes) {
  constexpr std::size_t kKilo = 1024, kMega = 1024 * 1024;
  if (bytes < kMega) return std::to_string((bytes + kKilo - 1) / kKilo) + " kB";
  const std::size_t tenths = (bytes * 10 + kMega - 1) / kMega;
  return std::to_string(tenths / 10) + (tenths % 10 != 0 ? "." + std::to_string(tenths % 10) : "") + " MB";
}

}  // namespace waymark
