// The messages of one language and how it writes numbers. Messages are written in a subset of ICU MessageFormat
// (docs/messages.md); web/src/lib/messages.ts formats the same, and tests/fixtures/messages holds both to it.
// Source: https://unicode-org.github.io/icu/userguide/format_parse/messages/
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/message.hpp"

namespace waymark {

// CLDR's plural categories.
enum class PluralCategory : std::uint8_t { kZero, kOne, kTwo, kFew, kMany, kOther };

struct NumberStyle {
  std::string decimal = ".";
  std::string group = ",";
  // Of the whole numbers below 200; larger ones count as 100 + n % 100, which holds for every language of CLDR up to
  // a million. English unless said otherwise.
  std::array<PluralCategory, 200> plurals = EnglishPlurals();

  static constexpr std::array<PluralCategory, 200> EnglishPlurals() {
    std::array<PluralCategory, 200> categories{};
    categories.fill(PluralCategory::kOther);
    categories[1] = PluralCategory::kOne;
    return categories;
  }
};

class MessageCatalogue {
 public:
  using Entry = std::pair<std::string, std::string>;  // id, message

  MessageCatalogue() = default;
  // `entries` in any order; of several with one id one stays.
  explicit MessageCatalogue(std::vector<Entry> entries, NumberStyle numbers = {});

  // The message as it is written, or the id itself when there is none: what is missing shows. O(log n).
  std::string_view Find(MessageId id) const;
  // The sentence. An argument that is not given stays in braces.
  std::string Format(const Message& message) const;
  // Formats a message that is in no catalogue.
  std::string FormatText(std::string_view text, const std::vector<MessageArgument>& arguments) const;

  bool Empty() const { return entries_.empty(); }
  PluralCategory CategoryOf(double number) const;
  // Grouped by thousands from 1,000 on, at most three decimals.
  std::string Number(double number) const;

 private:
  std::vector<Entry> entries_;  // ascending by id
  NumberStyle numbers_;
};

}  // namespace waymark
