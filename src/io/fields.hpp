// Reads the members of one object of a roadmap file: checks each, reports what is wrong where it stands, and keeps what
// this version does not know.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ids.hpp"
#include "base/result.hpp"
#include "base/utf8.hpp"
#include "graph/roadmap.hpp"
#include "graph/roadmap_rules.hpp"
#include "io/json.hpp"
#include "io/json_place.hpp"
#include "io/json_scan.hpp"

namespace waymark {

// The problems of a file: the first kMaxProblems in words, the others as a number.
class ProblemSink {
 public:
  // Where counting ends as well: a hostile file is not read on for the sake of a larger number.
  static constexpr std::size_t kMaxCounted = 100'000;

  void Add(ErrorCode code, std::size_t offset, std::string message) {
    if (++count_ <= kMaxProblems) faults_.push_back({code, std::move(message), offset});
  }
  // Every further one is only counted.
  bool all_listed() const { return count_ < kMaxProblems; }
  bool full() const { return count_ >= kMaxCounted; }
  bool empty() const { return count_ == 0; }
  std::size_t count() const { return count_; }
  // By place, as they stand in `text`.
  std::vector<Error> Sorted(std::string_view text, std::string_view file) &&;

 private:
  std::vector<JsonFault> faults_;
  std::size_t count_ = 0;
};

// The file that fields are read from.
struct FieldSource {
  explicit FieldSource(std::string_view source_text) : text(source_text), places(source_text) {}

  std::string_view text;
  PlaceFinder places;
  ProblemSink problems;
};

struct Word {
  std::string_view text;
  int value;
};

class Fields {
 public:
  // `object` was read from `source`. `what` begins every message: `skill`; none when it is empty.
  Fields(const Json& object, std::string what, FieldSource& source);

  bool is_object() const { return object_.IsObject(); }
  // The id of the entry, which names it in the messages from here on: `skill "x"`.
  std::string Id();

  // Sanitized text. A required one that is absent or blank is a problem; `max` counts code points.
  std::string Text(std::string_view name, std::size_t max, bool required = false,
                   LineBreaks line_breaks = LineBreaks::kToSpaces);
  std::string Slug(std::string_view name, bool required = false);
  std::string Url(std::string_view name);
  // A day of the calendar as ISO 8601 writes it, "2026-11-28"; empty when it is absent or none.
  std::string Date(std::string_view name);
  bool Flag(std::string_view name);
  int Integer(std::string_view name, int low, int high, int fallback);
  SkillKey Key(std::string_view name);
  std::optional<HourRange> Hours(std::string_view name);
  // The value of the word that stands there; the first one's when there is none.
  int OneOf(std::string_view name, std::span<const Word> words);
  std::vector<std::string> Texts(std::string_view name, std::size_t max);
  std::vector<std::string> Slugs(std::string_view name, bool required = false);
  // The entries of an array of objects; empty when it is absent.
  std::span<const Json> Objects(std::string_view name);
  bool Has(std::string_view name) const { return object_.Find(name) != nullptr; }

  // What no call has asked for, as a compact JSON object; empty when there is nothing. Ask last.
  std::string Extra() const;

  void Problem(std::size_t at, std::string_view member, std::string_view message);

 private:
  const Json* Take(std::string_view name);
  const Json* Take(std::string_view name, bool (Json::*is_kind)() const, std::string_view wanted, bool required);
  void Missing(std::string_view name);
  std::string CheckedText(const Json& node, std::string_view name, std::size_t max, LineBreaks line_breaks);
  bool CheckSlug(const Json& node, std::string_view name);
  void RefuseDuplicates();

  const Json& object_;
  std::string what_;
  FieldSource& source_;
  std::vector<bool> taken_;
};

// The key a number stands for, if it is one.
std::optional<SkillKey> ReadKey(const Json& node);

// `"name":value` pairs as a compact JSON object, each value a piece of JSON text.
std::string ExtraObject(std::span<const std::pair<std::string, std::string>> members);

}  // namespace waymark
