// What is kept for one roadmap, at random.
#pragma once

#include <cstdint>

#include "io/progress_json.hpp"
#include "support/generators.hpp"

namespace waymark::test {

inline StoredRoadmap RandomStored(Random& random) {
  StoredRoadmap stored;
  stored.progress = RandomProgress(random, random.Below(60));
  for (std::uint32_t key = 1; key < 30; ++key) {
    if (random.OneIn(6)) {
      stored.pins[SkillKey{key}] = {static_cast<float>(random.Below(100'000)) / 7 - 5000,
                                    static_cast<float>(random.Below(999)) / 3};
    }
    if (random.OneIn(6)) stored.expanded.push_back(SkillKey{key});
  }
  if (random.OneIn(3)) stored.extra = R"({"later":{"a":[1,2.5,null]},"z":"é"})";
  return stored;
}

}  // namespace waymark::test
