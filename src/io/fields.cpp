#include "io/fields.hpp"

#include <algorithm>
#include <utility>

#include "base/compact_sort.hpp"
#include "io/json_text.hpp"
#include "io/markdown.hpp"
#include "io/roadmap_json.hpp"

namespace waymark {
namespace {

// Enough of a wrong value to recognise it by.
std::string Excerpt(std::string_view text) {
  constexpr std::size_t kMaxBytes = 60;
  const std::string clean = Sanitized(text);
  const std::string_view cut = Utf8Prefix(clean, kMaxBytes);
  return '"' + std::string(cut) + (cut.size() < clean.size() ? "…\"" : "\"");
}

bool IsBlank(std::string_view text) { return text.find_first_not_of(" \n") == std::string_view::npos; }

}  // namespace

void ProblemSink::Add(ErrorCode code, JsonMark at, std::string message) {
  if (full()) return;
  errors_.push_back({code, std::move(message), {file_, at.line, at.column}});
}

std::vector<Error> ProblemSink::Sorted() && {
  CompactStableSort(errors_, [](const Error& e) { return std::pair(e.place.line, e.place.column); });
  return std::move(errors_);
}

bool IsSlug(std::string_view text) {
  const auto is_part = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  bool after_part = false;
  for (const char c : text) {
    if (!is_part(c) && (c != '-' || !after_part)) return false;
    after_part = is_part(c);
  }
  return after_part && text.size() <= kMaxSlug;
}

std::optional<SkillKey> ReadKey(const JsonNode& node) {
  const bool key = node.kind == JsonKind::kNumber && node.whole && node.number >= 1 && node.number <= kMaxSkillKey;
  if (!key) return std::nullopt;
  return SkillKey{static_cast<std::uint32_t>(node.number)};
}

std::string ExtraObject(std::span<const std::pair<std::string, std::string_view>> members) {
  if (members.empty()) return {};
  std::string out;
  for (const auto& [name, value] : members) {
    out.push_back(out.empty() ? '{' : ',');
    AppendJsonString(out, name);
    out.push_back(':');
    out += value;
  }
  return out + "}";
}

Fields::Fields(const JsonNode& object, std::string what, std::string_view source, ProblemSink& problems)
    : object_(object),
      what_(std::move(what)),
      source_(source),
      problems_(problems),
      taken_(object.items.size(), false) {
  if (is_object()) {
    RefuseDuplicates();
  } else {
    problems_.Add(ErrorCode::kSchema, object.begin, "The " + what_ + " must be an object: write {…} here.");
  }
}

void Fields::RefuseDuplicates() {
  std::vector<std::pair<std::string_view, std::size_t>> names;
  for (std::size_t i = 0; i < object_.items.size(); ++i) names.emplace_back(object_.items[i].name, i);
  CompactSort(names);
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (names[i].first != names[i - 1].first) continue;
    Problem(object_.items[names[i].second].begin, names[i].first, "is given twice; leave one out.");
  }
}

void Fields::Problem(JsonMark at, std::string_view member, std::string_view message) {
  std::string text = what_.empty() ? "" : "The " + what_ + ": ";
  text += Excerpt(member) + ' ' + std::string(message);
  problems_.Add(ErrorCode::kSchema, at, std::move(text));
}

const JsonNode* Fields::Take(std::string_view name) {
  if (!is_object()) return nullptr;
  for (std::size_t i = 0; i < object_.items.size(); ++i) {
    if (object_.items[i].name != name) continue;
    taken_[i] = true;
    return &object_.items[i];
  }
  return nullptr;
}

const JsonNode* Fields::Take(std::string_view name, JsonKind kind, std::string_view wanted, bool required) {
  const JsonNode* const node = Take(name);
  if (node == nullptr) {
    if (required && is_object()) Missing(name);
    return nullptr;
  }
  if (node->kind == kind) return node;
  Problem(node->begin, name, "must be " + std::string(wanted) + ".");
  return nullptr;
}

void Fields::Missing(std::string_view name) { Problem(object_.begin, name, "is missing; add it."); }

bool Fields::Has(std::string_view name) const {
  return std::ranges::any_of(object_.items, [&](const JsonNode& item) { return item.name == name; });
}

std::string Fields::CheckedText(const JsonNode& node, std::string_view name, std::size_t max, LineBreaks line_breaks) {
  std::string text = Sanitized(node.text, line_breaks);
  if (CountCodePoints(text) > max) {
    Problem(node.begin, name, "is longer than " + std::to_string(max) + " characters; shorten it.");
  }
  return text;
}

std::string Fields::Text(std::string_view name, std::size_t max, bool required, LineBreaks line_breaks) {
  const JsonNode* const node = Take(name, JsonKind::kString, "a text", required);
  if (node == nullptr) return {};
  std::string text = CheckedText(*node, name, max, line_breaks);
  if (required && IsBlank(text)) Problem(node->begin, name, "is empty; write something.");
  return text;
}

bool Fields::CheckSlug(const JsonNode& node, std::string_view name) {
  if (IsSlug(node.text)) return true;
  Problem(node.begin, name,
          Excerpt(node.text) + " must be small letters, digits and single hyphens between them, at most " +
              std::to_string(kMaxSlug) + ": \"like-this-1\".");
  return false;
}

std::string Fields::Slug(std::string_view name, bool required) {
  const JsonNode* const node = Take(name, JsonKind::kString, "a text", required);
  return node != nullptr && CheckSlug(*node, name) ? node->text : std::string();
}

std::string Fields::Id() {
  std::string id = Slug("id", true);
  if (!id.empty() && !what_.empty()) what_ += " \"" + id + '"';
  return id;
}

std::string Fields::Url(std::string_view name) {
  const JsonNode* const node = Take(name, JsonKind::kString, "a text", true);
  if (node == nullptr) return {};
  if (IsSafeUrl(node->text)) return node->text;
  Problem(node->begin, name,
          Excerpt(node->text) + " must be a whole https: or http: address without spaces or a user name.");
  return {};
}

bool Fields::Flag(std::string_view name) {
  const JsonNode* const node = Take(name, JsonKind::kBool, "true or false", false);
  return node != nullptr && node->boolean;
}

int Fields::Integer(std::string_view name, int low, int high, int fallback) {
  const std::string wanted = "a whole number from " + std::to_string(low) + " to " + std::to_string(high);
  const JsonNode* const node = Take(name, JsonKind::kNumber, wanted, false);
  if (node == nullptr) return fallback;
  if (node->whole && node->number >= low && node->number <= high) return static_cast<int>(node->number);
  Problem(node->begin, name, "must be " + wanted + ".");
  return fallback;
}

SkillKey Fields::Key(std::string_view name) {
  const std::string wanted = "a whole number from 1 to " + std::to_string(kMaxSkillKey) + ", never used before";
  const JsonNode* const node = Take(name, JsonKind::kNumber, wanted, true);
  if (node == nullptr) return {};
  if (const auto key = ReadKey(*node)) return *key;
  Problem(node->begin, name, "must be " + wanted + ".");
  return {};
}

std::optional<HourRange> Fields::Hours(std::string_view name) {
  const JsonNode* const node = Take(name, JsonKind::kObject, R"({"low": …, "high": …})", false);
  if (node == nullptr) return std::nullopt;
  const JsonNode* low = nullptr;
  const JsonNode* high = nullptr;
  for (const JsonNode& item : node->items) {
    const JsonNode** const bound = item.name == "low" ? &low : item.name == "high" ? &high : nullptr;
    if (bound == nullptr || *bound != nullptr || item.kind != JsonKind::kNumber) {
      Problem(item.begin, name, R"(holds two numbers, "low" and "high", and nothing else.)");
      return std::nullopt;
    }
    *bound = &item;
  }
  if (low == nullptr || high == nullptr) {
    Problem(node->begin, name, R"(needs both "low" and "high".)");
    return std::nullopt;
  }
  if (!(low->number >= 0 && low->number <= high->number && high->number <= static_cast<double>(kMaxHours))) {
    Problem(node->begin, name,
            "must go from low to high, from 0 to " + std::to_string(static_cast<int>(kMaxHours)) + ".");
    return std::nullopt;
  }
  return HourRange{static_cast<float>(low->number), static_cast<float>(high->number)};
}

int Fields::OneOf(std::string_view name, std::span<const Word> words) {
  const JsonNode* const node = Take(name, JsonKind::kString, "a text", false);
  if (node == nullptr) return words.front().value;
  const auto word = std::ranges::find(words, std::string_view(node->text), &Word::text);
  if (word != words.end()) return word->value;
  std::string wanted = "must be one of";
  for (const Word& w : words) wanted += (w.text == words.front().text ? " \"" : ", \"") + std::string(w.text) + '"';
  Problem(node->begin, name, Excerpt(node->text) + " " + wanted + ".");
  return words.front().value;
}

std::vector<std::string> Fields::Texts(std::string_view name, std::size_t max) {
  std::vector<std::string> texts;
  const JsonNode* const node = Take(name, JsonKind::kArray, "a list of texts", false);
  if (node == nullptr) return texts;
  for (const JsonNode& item : node->items) {
    if (item.kind != JsonKind::kString || IsBlank(item.text)) {
      Problem(item.begin, name, "must hold texts that are not empty, and nothing else.");
      continue;
    }
    texts.push_back(CheckedText(item, name, max, LineBreaks::kToSpaces));
  }
  return texts;
}

std::vector<std::string> Fields::Slugs(std::string_view name, bool required) {
  std::vector<std::string> slugs;
  const JsonNode* const node = Take(name, JsonKind::kArray, "a list of ids", required);
  if (node == nullptr) return slugs;
  if (required && node->items.empty()) Problem(node->begin, name, "names nothing; name at least one id.");
  for (const JsonNode& item : node->items) {
    if (item.kind != JsonKind::kString) {
      Problem(item.begin, name, "must hold ids, and nothing else.");
    } else if (CheckSlug(item, name)) {
      slugs.push_back(item.text);
    }
  }
  return slugs;
}

std::span<const JsonNode> Fields::Objects(std::string_view name) {
  const JsonNode* const node = Take(name, JsonKind::kArray, "a list", false);
  return node == nullptr ? std::span<const JsonNode>() : std::span(node->items);
}

std::string Fields::Extra() const {
  std::vector<std::string> values;
  std::vector<std::pair<std::string, std::string_view>> members;
  values.reserve(object_.items.size());
  for (std::size_t i = 0; is_object() && i < object_.items.size(); ++i) {
    if (taken_[i]) continue;
    values.push_back(JsonTextOf(object_.items[i], source_));
    members.emplace_back(object_.items[i].name, values.back());
  }
  return ExtraObject(members);
}

}  // namespace waymark
