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
#include "io/json_node.hpp"

namespace waymark {

// The problems of a file, up to kMaxProblems.
class ProblemSink {
 public:
  explicit ProblemSink(std::string_view file) : file_(file) {}

  void Add(ErrorCode code, JsonMark at, std::string message);
  bool full() const { return errors_.size() >= kMaxProblems; }
  bool empty() const { return errors_.empty(); }
  // By line and column.
  std::vector<Error> Sorted() &&;

 private:
  std::string file_;
  std::vector<Error> errors_;
};

struct Word {
  std::string_view text;
  int value;
};

class Fields {
 public:
  // `source` is the whole text, of which `object` was read. `what` begins every message: `skill`; none when it is
  // empty.
  Fields(const JsonNode& object, std::string what, std::string_view source, ProblemSink& problems);

  bool is_object() const { return object_.kind == JsonKind::kObject; }
  // The id of the entry, which names it in the messages from here on: `skill "x"`.
  std::string Id();

  // Sanitized text. A required one that is absent or blank is a problem; `max` counts code points.
  std::string Text(std::string_view name, std::size_t max, bool required = false,
                   LineBreaks line_breaks = LineBreaks::kToSpaces);
  std::string Slug(std::string_view name, bool required = false);
  std::string Url(std::string_view name);
  bool Flag(std::string_view name);
  int Integer(std::string_view name, int low, int high, int fallback);
  SkillKey Key(std::string_view name);
  std::optional<HourRange> Hours(std::string_view name);
  // The value of the word that stands there; the first one's when there is none.
  int OneOf(std::string_view name, std::span<const Word> words);
  std::vector<std::string> Texts(std::string_view name, std::size_t max);
  std::vector<std::string> Slugs(std::string_view name, bool required = false);
  // The entries of an array of objects; empty when it is absent.
  std::span<const JsonNode> Objects(std::string_view name);
  bool Has(std::string_view name) const;

  // What no call has asked for, as a compact JSON object; empty when there is nothing. Ask last.
  std::string Extra() const;

  void Problem(JsonMark at, std::string_view member, std::string_view message);

 private:
  const JsonNode* Take(std::string_view name);
  const JsonNode* Take(std::string_view name, JsonKind kind, std::string_view wanted, bool required);
  void Missing(std::string_view name);
  std::string CheckedText(const JsonNode& node, std::string_view name, std::size_t max, LineBreaks line_breaks);
  bool CheckSlug(const JsonNode& node, std::string_view name);
  void RefuseDuplicates();

  const JsonNode& object_;
  std::string what_;
  std::string_view source_;
  ProblemSink& problems_;
  std::vector<bool> taken_;
};

// The key a number stands for, if it is one.
std::optional<SkillKey> ReadKey(const JsonNode& node);

// `"name":value` pairs as a compact JSON object, each value a piece of JSON text.
std::string ExtraObject(std::span<const std::pair<std::string, std::string_view>> members);

bool IsSlug(std::string_view text);

}  // namespace waymark
