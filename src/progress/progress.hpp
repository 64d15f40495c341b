// What a learner has done: a join-semilattice of registers, one a skill key. Any number of copies (tabs, devices,
// files, links) can be joined in any order and any number of times and agree in the end.
//
// Source: state-based CRDTs, Shapiro, Preguiça, Baquero, Zawirski, "Conflict-free Replicated Data Types", SSS 2011.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "base/ids.hpp"
#include "progress/schedule.hpp"

namespace waymark {

// Persisted in storage and links. Do not change the values.
enum class SkillState : std::uint8_t { kNotStarted = 0, kSkipped = 1, kLearning = 2, kDone = 3 };

// What comes from somebody else (a link) is refused beyond this much lower epoch, so that a hostile one can't pin a
// state: whoever merges it can still go back from there nearly a million times.
inline constexpr std::uint32_t kMaxSharedEpoch = 10'000;
// A text a learner writes to one skill: enough for pages, small enough for localStorage.
inline constexpr std::size_t kMaxNoteBytes = 20'000;
// Texts that were written to one skill apart from each other. More than this means hostile files, not devices.
inline constexpr std::size_t kMaxNoteTexts = 8;

// Ordered by (epoch, state); join is the maximum. Going back to a lower state raises the epoch.
struct Register {
  std::uint32_t epoch = 0;
  SkillState state = SkillState::kNotStarted;

  friend constexpr auto operator<=>(Register, Register) = default;
};

constexpr Register Join(Register a, Register b) { return a < b ? b : a; }
// The least register above `from` that holds `state` (`from` itself when it already does). At kMaxEpoch the epoch can't
// rise, and `from` is returned unless `state` is above its own.
Register Moved(Register from, SkillState state);

// What becomes of the reader's own register when they take over somebody else's: as if they had made the change here
// and now. `theirs` wins where the join says so, but its epoch ends at most one above the reader's own, so that nothing
// that comes in can pin a state. A register that says the same state in other words is not taken: it would change what
// later joins do, and nothing that can be seen.
Register Entered(Register mine, Register theirs);

// A multi-value register: concurrent texts are all kept (the kMaxNoteTexts greatest of them), an edit replaces those it
// has seen.
struct Note {
  std::uint32_t epoch = 0;
  std::set<std::string> texts;  // empty strings are not kept

  friend bool operator==(const Note&, const Note&) = default;
};

Note Join(const Note& a, const Note& b);
// As Entered of registers.
Note Entered(const Note& mine, const Note& theirs);

struct Progress {
  std::map<SkillKey, Register> skills;  // absent means Register{}; neither Set nor any reader puts that in
  std::map<SkillKey, Note> notes;
  Schedule schedule;

  SkillState State(SkillKey key) const;
  void Set(SkillKey key, SkillState state);      // through Moved
  void SetNote(SkillKey key, std::string text);  // cut at kMaxNoteBytes on a code point boundary; empty takes it away

  friend bool operator==(const Progress&, const Progress&) = default;
};

// Commutative, associative, idempotent. Keys that no roadmap knows are kept.
Progress Join(const Progress& a, const Progress& b);

}  // namespace waymark
