// How somebody means to go a road: the pace and the day they start. Registers, as states are, so that copies agree in
// whatever order they meet.
#pragma once

#include <compare>
#include <cstdint>

namespace waymark {

// An epoch beyond this is refused by every reader. Nobody changes one thing a million times.
inline constexpr std::uint32_t kMaxEpoch = 1'000'000;

// The value set last: every setting raises the epoch, and join is the maximum by epoch, then value.
template <class T>
struct ValueRegister {
  std::uint32_t epoch = 0;  // 0: never set
  T value = {};

  // At kMaxEpoch only a greater value can still be set; returns whether `wanted` is there now.
  bool Set(T wanted) {
    if (wanted == value) return true;
    if (epoch >= kMaxEpoch && wanted < value) return false;
    if (epoch < kMaxEpoch) ++epoch;
    value = wanted;
    return true;
  }

  friend constexpr auto operator<=>(ValueRegister, ValueRegister) = default;
};

template <class T>
constexpr ValueRegister<T> Join(ValueRegister<T> a, ValueRegister<T> b) {
  return a < b ? b : a;
}

// What becomes of the reader's own register when they take over somebody else's: as if they had set it here and now, so
// that no epoch that comes in can pin a value.
template <class T>
constexpr ValueRegister<T> Entered(ValueRegister<T> mine, ValueRegister<T> theirs) {
  const ValueRegister<T> joined = Join(mine, theirs);
  if (joined.value == mine.value) return mine;
  return {joined.epoch < mine.epoch + 1 ? joined.epoch : mine.epoch + 1, joined.value};
}

inline constexpr std::uint16_t kMaxMinutesPerWeek = 7 * 24 * 60;
inline constexpr std::uint16_t kMaxStartDay = 65'535;

struct Schedule {
  ValueRegister<std::uint16_t> minutes_per_week;  // the pace; 0: none
  ValueRegister<std::uint16_t> start_day;         // days since 1970-01-01, as far as 2149; 0: none

  friend bool operator==(const Schedule&, const Schedule&) = default;
};

constexpr Schedule Join(const Schedule& a, const Schedule& b) {
  return {Join(a.minutes_per_week, b.minutes_per_week), Join(a.start_day, b.start_day)};
}

}  // namespace waymark
