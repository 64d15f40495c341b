#include "io/fields.hpp"

#include <algorithm>
#include <cmath>
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

bool IsWhole(double number) { return std::trunc(number) == number; }

}  // namespace

std::vector<Error> ProblemSink::Sorted(std::string_view text, std::string_view file) && {
  std::ranges::stable_sort(faults_, {}, &JsonFault::offset);
  PlaceFinder finder(text);
  std::vector<Error> errors;
  errors.reserve(faults_.size());
  for (JsonFault& fault : faults_) {
    Place place = finder.At(fault.offset);
    place.file = file;
    errors.push_back({fault.code, std::move(fault.message), std::move(place)});
  }
  return errors;
}

std::optional<SkillKey> ReadKey(const Json& node) {
  const double number = node.AsNumber();
  if (!IsWhole(number) || number < 1 || number > kMaxSkillKey) return std::nullopt;
  return SkillKey{static_cast<std::uint32_t>(number)};
}

std::string ExtraObject(std::span<const std::pair<std::string, std::string>> members) {
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

Fields::Fields(const Json& object, std::string what, FieldSource& source)
    : object_(object), what_(std::move(what)), source_(source), taken_(object.AsObject().size(), false) {
  if (is_object()) {
    RefuseDuplicates();
  } else {
    source_.problems.Add(ErrorCode::kSchema, object.offset(), "The " + what_ + " must be an object: write {…} here.");
  }
}

void Fields::RefuseDuplicates() {
  std::vector<std::pair<std::string_view, std::size_t>> names;
  for (const auto& [name, value] : object_.AsObject()) names.emplace_back(name, value.offset());
  CompactSort(names);
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (names[i].first != names[i - 1].first) continue;
    Problem(names[i].second, names[i].first, "is given twice; leave one out.");
  }
}

void Fields::Problem(std::size_t at, std::string_view member, std::string_view message) {
  std::string text = what_.empty() ? "" : "The " + what_ + ": ";
  text += Excerpt(member) + ' ' + std::string(message);
  source_.problems.Add(ErrorCode::kSchema, at, std::move(text));
}

const Json* Fields::Take(std::string_view name) {
  const Json* const found = object_.Find(name);
  const Json::Object& members = object_.AsObject();
  for (std::size_t i = 0; found != nullptr && i < members.size(); ++i) {
    if (&members[i].second == found) taken_[i] = true;
  }
  return found;
}

const Json* Fields::Take(std::string_view name, bool (Json::*is_kind)() const, std::string_view wanted, bool required) {
  const Json* const node = Take(name);
  if (node == nullptr) {
    if (required && is_object()) Missing(name);
    return nullptr;
  }
  if ((node->*is_kind)()) return node;
  Problem(node->offset(), name, "must be " + std::string(wanted) + ".");
  return nullptr;
}

void Fields::Missing(std::string_view name) { Problem(object_.offset(), name, "is missing; add it."); }

std::string Fields::CheckedText(const Json& node, std::string_view name, std::size_t max, LineBreaks line_breaks) {
  std::string text = Sanitized(node.AsString(), line_breaks);
  if (CountCodePoints(text) > max) {
    Problem(node.offset(), name, "is longer than " + std::to_string(max) + " characters; shorten it.");
  }
  return text;
}

std::string Fields::Text(std::string_view name, std::size_t max, bool required, LineBreaks line_breaks) {
  const Json* const node = Take(name, &Json::IsString, "a text", required);
  if (node == nullptr) return {};
  std::string text = CheckedText(*node, name, max, line_breaks);
  if (required && IsBlank(text)) Problem(node->offset(), name, "is empty; write something.");
  return text;
}

bool Fields::CheckSlug(const Json& node, std::string_view name) {
  if (IsSlug(node.AsString())) return true;
  Problem(node.offset(), name,
          Excerpt(node.AsString()) + " must be small letters, digits and single hyphens between them, at most " +
              std::to_string(kMaxSlug) + ": \"like-this-1\".");
  return false;
}

std::string Fields::Slug(std::string_view name, bool required) {
  const Json* const node = Take(name, &Json::IsString, "a text", required);
  return node != nullptr && CheckSlug(*node, name) ? std::string(node->AsString()) : std::string();
}

std::string Fields::Id() {
  std::string id = Slug("id", true);
  if (!id.empty() && !what_.empty()) what_ += " \"" + id + '"';
  return id;
}

std::string Fields::Url(std::string_view name) {
  const Json* const node = Take(name, &Json::IsString, "a text", true);
  if (node == nullptr) return {};
  if (IsSafeUrl(node->AsString())) return std::string(node->AsString());
  Problem(node->offset(), name,
          Excerpt(node->AsString()) + " must be a whole https: or http: address without spaces or a user name.");
  return {};
}

std::string Fields::Date(std::string_view name) {
  const Json* const node = Take(name, &Json::IsString, "a text", false);
  if (node == nullptr) return {};
  if (IsDate(node->AsString())) return std::string(node->AsString());
  Problem(node->offset(), name, Excerpt(node->AsString()) + " must be a day, written like \"2026-11-28\".");
  return {};
}

bool Fields::Flag(std::string_view name) {
  const Json* const node = Take(name, &Json::IsBool, "true or false", false);
  return node != nullptr && node->AsBool();
}

int Fields::Integer(std::string_view name, int low, int high, int fallback) {
  const std::string wanted = "a whole number from " + std::to_string(low) + " to " + std::to_string(high);
  const Json* const node = Take(name, &Json::IsNumber, wanted, false);
  if (node == nullptr) return fallback;
  const double number = node->AsNumber();
  if (IsWhole(number) && number >= low && number <= high) return static_cast<int>(number);
  Problem(node->offset(), name, "must be " + wanted + ".");
  return fallback;
}

SkillKey Fields::Key(std::string_view name) {
  const std::string wanted = "a whole number from 1 to " + std::to_string(kMaxSkillKey) + ", never used before";
  const Json* const node = Take(name, &Json::IsNumber, wanted, true);
  if (node == nullptr) return {};
  if (const auto key = ReadKey(*node)) return *key;
  Problem(node->offset(), name, "must be " + wanted + ".");
  return {};
}

std::optional<HourRange> Fields::Hours(std::string_view name) {
  const Json* const node = Take(name, &Json::IsObject, R"({"low": …, "high": …})", false);
  if (node == nullptr) return std::nullopt;
  const Json* low = nullptr;
  const Json* high = nullptr;
  for (const auto& [bound_name, item] : node->AsObject()) {
    const Json** const bound = bound_name == "low" ? &low : bound_name == "high" ? &high : nullptr;
    if (bound == nullptr || *bound != nullptr || !item.IsNumber()) {
      Problem(item.offset(), name, R"(holds two numbers, "low" and "high", and nothing else.)");
      return std::nullopt;
    }
    *bound = &item;
  }
  if (low == nullptr || high == nullptr) {
    Problem(node->offset(), name, R"(needs both "low" and "high".)");
    return std::nullopt;
  }
  if (!(low->AsNumber() >= 0 && low->AsNumber() <= high->AsNumber() &&
        high->AsNumber() <= static_cast<double>(kMaxHours))) {
    Problem(node->offset(), name,
            "must go from low to high, from 0 to " + std::to_string(static_cast<int>(kMaxHours)) + ".");
    return std::nullopt;
  }
  return HourRange{static_cast<float>(low->AsNumber()), static_cast<float>(high->AsNumber())};
}

int Fields::OneOf(std::string_view name, std::span<const Word> words) {
  const Json* const node = Take(name, &Json::IsString, "a text", false);
  if (node == nullptr) return words.front().value;
  const auto word = std::ranges::find(words, node->AsString(), &Word::text);
  if (word != words.end()) return word->value;
  std::string wanted = "must be one of";
  for (const Word& w : words) wanted += (w.text == words.front().text ? " \"" : ", \"") + std::string(w.text) + '"';
  Problem(node->offset(), name, Excerpt(node->AsString()) + " " + wanted + ".");
  return words.front().value;
}

std::vector<std::string> Fields::Texts(std::string_view name, std::size_t max) {
  std::vector<std::string> texts;
  const Json* const node = Take(name, &Json::IsArray, "a list of texts", false);
  if (node == nullptr) return texts;
  for (const Json& item : node->AsArray()) {
    if (!item.IsString() || IsBlank(item.AsString())) {
      Problem(item.offset(), name, "must hold texts that are not empty, and nothing else.");
      continue;
    }
    texts.push_back(CheckedText(item, name, max, LineBreaks::kToSpaces));
  }
  return texts;
}

std::vector<std::string> Fields::Slugs(std::string_view name, bool required) {
  std::vector<std::string> slugs;
  const Json* const node = Take(name, &Json::IsArray, "a list of ids", required);
  if (node == nullptr) return slugs;
  if (required && node->AsArray().empty()) Problem(node->offset(), name, "names nothing; name at least one id.");
  for (const Json& item : node->AsArray()) {
    if (!item.IsString()) {
      Problem(item.offset(), name, "must hold ids, and nothing else.");
    } else if (CheckSlug(item, name)) {
      slugs.emplace_back(item.AsString());
    }
  }
  return slugs;
}

std::span<const Json> Fields::Objects(std::string_view name) {
  const Json* const node = Take(name, &Json::IsArray, "a list", false);
  return node == nullptr ? std::span<const Json>() : std::span(node->AsArray());
}

std::string Fields::Extra() const {
  std::vector<std::pair<std::string, std::string>> members;
  const Json::Object& all = object_.AsObject();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!taken_[i]) members.emplace_back(all[i].first, CompactJson(JsonValueAt(source_.text, all[i].second.offset())));
  }
  return ExtraObject(members);
}

}  // namespace waymark
