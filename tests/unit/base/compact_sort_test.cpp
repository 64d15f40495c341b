#include "base/compact_sort.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/random.hpp"

namespace waymark {
namespace {

std::vector<std::pair<std::uint32_t, std::string>> Some(test::Random& random, std::size_t count,
                                                        std::uint32_t different) {
  std::vector<std::pair<std::uint32_t, std::string>> list;
  for (std::size_t i = 0; i < count; ++i) list.emplace_back(random.Below(different), std::to_string(i));
  return list;
}

}  // namespace

TEST_CASE("CompactSort_SortsAsTheStandardLibraryDoes") {
  test::Random random(31);
  for (std::size_t count = 0; count < 200; ++count) {
    auto list = Some(random, count, 1 + random.Below(count + 1)), wanted = list;
    CompactSort(list);
    std::ranges::sort(wanted);
    REQUIRE(list == wanted);
  }
}

TEST_CASE("CompactSort_GoesByItsProjection") {
  std::vector<std::string> words = {"heap", "a", "of", "sorting"};
  CompactSort(words, &std::string::size);
  CHECK(words == std::vector<std::string>{"a", "of", "heap", "sorting"});
}

TEST_CASE("CompactStableSort_KeepsTheOrderOfEquals") {
  test::Random random(32);
  const auto first = [](const auto& item) { return item.first; };
  for (std::size_t count = 0; count < 100; ++count) {
    auto list = Some(random, count, 5), wanted = list;
    CompactStableSort(list, first);
    std::ranges::stable_sort(wanted, {}, first);
    REQUIRE(list == wanted);
  }
}

}  // namespace waymark
