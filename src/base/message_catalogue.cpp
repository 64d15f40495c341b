#include "base/message_catalogue.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

#include "base/compact_sort.hpp"

namespace waymark {
namespace {

constexpr std::array<std::string_view, 6> kCategoryNames = {"zero", "one", "two", "few", "many", "other"};
constexpr int kMaxNesting = 8;  // of plural, select and messages in messages

// Walks one message and appends what it says. Recursive descent over
//   message  = (text | quoted | '#' | '{' name (',' 'number' | ',' 'plural' ',' cases | ',' 'select' ',' cases)? '}')*
//   cases    = (selector '{' message '}')+          selector: a plural category, =N, or any word for select
// A message that is written otherwise says what could be read of it; the catalogue's test refuses it.
class Formatter {
 public:
  Formatter(const MessageCatalogue& catalogue, std::string_view text, const std::vector<MessageArgument>& arguments,
            int depth)
      : catalogue_(catalogue), text_(text), arguments_(arguments), depth_(depth) {}

  // Until the brace that closes the message or the end of the text. `count` is what '#' stands for.
  void Run(std::string* out, std::optional<double> count) {
    while (at_ < text_.size() && text_[at_] != '}') {
      const char c = text_[at_++];
      if (c == '\'')
        Apostrophe(out, count.has_value());
      else if (c == '#' && count)
        Append(out, catalogue_.Number(*count));
      else if (c == '{')
        Placeholder(out, count);
      else if (out)
        out->push_back(c);
    }
  }

 private:
  static void Append(std::string* out, std::string_view text) {
    if (out) out->append(text);
  }

  bool Next(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  // Two are one; one before a character with a meaning quotes up to the next; any other is itself.
  void Apostrophe(std::string* out, bool counting) {
    if (Next('\'')) return Append(out, "'");
    const char next = at_ < text_.size() ? text_[at_] : ' ';
    if (next != '{' && next != '}' && !(counting && next == '#')) return Append(out, "'");
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\'') {
        ++at_;
        if (at_ >= text_.size() || text_[at_] != '\'') return;
      }
      if (out) out->push_back(text_[at_]);
    }
  }

  std::string_view Word() {
    SkipSpace();
    const std::size_t begin = at_;
    while (at_ < text_.size() && std::string_view(" \n,{}").find(text_[at_]) == std::string_view::npos) ++at_;
    const std::string_view word = text_.substr(begin, at_ - begin);
    SkipSpace();
    return word;
  }

  void SkipSpace() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
  }

  void Placeholder(std::string* out, std::optional<double> count) {
    const std::string_view name = Word();
    const auto found = std::ranges::find(arguments_, name, &MessageArgument::name);
    const MessageArgument* argument = found == arguments_.end() ? nullptr : &*found;
    const std::string_view type = Next(',') ? Word() : std::string_view();
    if (type == "plural" || type == "select") {
      Next(',');
      Cases(out, argument, type == "plural", count);
    } else if (type == "number" && argument && std::holds_alternative<double>(argument->value)) {
      Append(out, catalogue_.Number(std::get<double>(argument->value)));
    } else if (argument) {
      Append(out, ValueText(argument->value));
    } else if (out) {
      out->append("{").append(name).append("}");
    }
    while (at_ < text_.size() && text_[at_] != '}') ++at_;
    Next('}');
  }

  std::string ValueText(const MessageArgument::Value& value) const {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<double>(&value)) {
      char digits[32];
      std::snprintf(digits, sizeof digits, "%.15g", *number);
      return digits;
    }
    if (depth_ >= kMaxNesting) return {};
    const Message& message = std::get<std::vector<Message>>(value).front();
    std::string out;
    Formatter(catalogue_, catalogue_.Find(message.id), message.arguments, depth_ + 1).Run(&out, std::nullopt);
    return out;
  }

  // Where each case begins is remembered by its rank: an exact number, then the category or word, then "other".
  void Cases(std::string* out, const MessageArgument* argument, bool plural, std::optional<double> outer) {
    const double* const number = argument ? std::get_if<double>(&argument->value) : nullptr;
    const std::string value = argument && !number ? ValueText(argument->value) : std::string();
    const std::string_view category =
        plural && number ? kCategoryNames[static_cast<std::size_t>(catalogue_.CategoryOf(*number))] : value;
    const std::string exact = number ? "=" + ValueText(*number) : std::string();
    std::optional<double> count = outer;
    if (plural) count = number ? *number : 0;
    constexpr std::size_t kNone = std::string_view::npos;
    std::array<std::size_t, 3> begins = {kNone, kNone, kNone};
    while (at_ < text_.size() && text_[at_] != '}') {
      const std::string_view selector = Word();
      if (!Next('{')) break;
      if (plural && selector == exact) begins[0] = at_;
      if (selector == category) begins[1] = at_;
      if (selector == "other") begins[2] = at_;
      Run(nullptr, count);
      Next('}');
      SkipSpace();
    }
    const std::size_t end = at_;
    const auto chosen = std::ranges::find_if(begins, [](std::size_t begin) { return begin != kNone; });
    if (chosen != begins.end()) {
      at_ = *chosen;
      Run(out, count);
    }
    at_ = end;
  }

  const MessageCatalogue& catalogue_;
  std::string_view text_;
  const std::vector<MessageArgument>& arguments_;
  int depth_;
  std::size_t at_ = 0;
};

}  // namespace

MessageCatalogue::MessageCatalogue(std::vector<Entry> entries, NumberStyle numbers)
    : entries_(std::move(entries)), numbers_(std::move(numbers)) {
  CompactSort(entries_, &Entry::first);
}

std::string_view MessageCatalogue::Find(MessageId id) const {
  const auto found = std::ranges::lower_bound(entries_, std::string_view(id), {}, &Entry::first);
  return found != entries_.end() && found->first == std::string_view(id) ? std::string_view(found->second) : id;
}

std::string MessageCatalogue::Format(const Message& message) const {
  return FormatText(Find(message.id), message.arguments);
}

std::string MessageCatalogue::FormatText(std::string_view text, const std::vector<MessageArgument>& arguments) const {
  std::string out;
  Formatter(*this, text, arguments, 0).Run(&out, std::nullopt);
  return out;
}

PluralCategory MessageCatalogue::CategoryOf(double number) const {
  if (!(number >= 0 && number < 1e15) || number != std::floor(number)) return PluralCategory::kOther;
  const auto whole = static_cast<std::uint64_t>(number);
  return numbers_.plurals[static_cast<std::size_t>(whole < 200 ? whole : 100 + whole % 100)];
}

std::string MessageCatalogue::Number(double number) const {
  char digits[64];
  std::snprintf(digits, sizeof digits, "%.3f", number);
  std::string text = digits;
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  const std::size_t point = std::min(text.find('.'), text.size());
  if (point < text.size()) text.replace(point, 1, numbers_.decimal);
  const std::size_t first = text.front() == '-' ? 1 : 0;
  for (std::size_t at = point; at > first + 3;) {
    at -= 3;
    text.insert(at, numbers_.group);
  }
  return text;
}

}  // namespace waymark
