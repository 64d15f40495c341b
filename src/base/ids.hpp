// Names of skills. A key is for ever and is what progress and links hold; an index lives as long as one loaded roadmap.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>

namespace waymark {

// The permanent number of a skill (`key` in the roadmap file): never reused, never changed.
struct SkillKey {
  std::uint32_t value = 0;

  friend constexpr auto operator<=>(SkillKey, SkillKey) = default;
};

// The largest key a roadmap may use. A link spends two bits on every key up to the largest, so this bounds its length.
inline constexpr std::uint32_t kMaxSkillKey = 1'000'000;

// The position of a skill in Roadmap::skills: dense, from 0, in file order.
using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = std::numeric_limits<NodeIndex>::max();

}  // namespace waymark

template <>
struct std::hash<waymark::SkillKey> {
  std::size_t operator()(waymark::SkillKey key) const noexcept { return std::hash<std::uint32_t>{}(key.value); }
};
