#include "io/json_scan.hpp"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "io/json_fault.hpp"

namespace waymark {
namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kNumberBytes = "+-.0123456789eE";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// How far the library has read, and a watch that ends the text early inside a number that is far too long: the library
// would copy all of it first.
class Reading {
 public:
  explicit Reading(std::string_view text) : text_(text) {}

  std::size_t count() const { return count_; }
  bool stopped() const { return stopped_; }
  // Up to here the text is known; a token ends here.
  void TokenEndsAt(std::size_t offset) {
    walked_ = std::max(walked_, offset);
    in_string_ = false;
  }

  void Next() {
    if (++count_ % kEvery == 0 && IsNumberBytes(text_.substr(count_ - kMaxJsonNumber, kMaxJsonNumber)))
      stopped_ = !InString();
  }

 private:
  static constexpr std::size_t kEvery = 4'096;
  static_assert(kEvery > kMaxJsonNumber);

  static bool IsNumberBytes(std::string_view piece) {
    return piece.find_last_not_of(kNumberBytes) == std::string_view::npos;
  }

  // Walks on from where it was last asked, so that all walks together are one.
  bool InString() {
    for (; walked_ < count_; ++walked_) {
      const char c = text_[walked_];
      if (in_string_ && c == '\\')
        ++walked_;
      else if (c == '"')
        in_string_ = !in_string_;
    }
    return in_string_;
  }

  std::string_view text_;
  std::size_t count_ = 0;
  std::size_t walked_ = 0;
  bool in_string_ = false;
  bool stopped_ = false;
};

class Iterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Iterator(const char* at, Reading* reading) : at_(at), reading_(reading) {}
  reference operator*() const { return *at_; }
  Iterator& operator++() {
    ++at_;
    reading_->Next();
    return *this;
  }
  Iterator operator++(int) {
    Iterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_ || a.reading_->stopped(); }

 private:
  const char* at_;
  Reading* reading_;
};

// Hears the library and knows what it expects next, so that its own sentences are not needed.
class Adapter {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  Adapter(std::string_view text, int max_depth, JsonEvents& events, JsonFault& fault)
      : text_(text), max_depth_(static_cast<std::size_t>(max_depth)), events_(events), fault_(fault), reading_(text) {
    if (text.starts_with(kByteOrderMark)) end_ = kByteOrderMark.size();
  }

  Reading* reading() { return &reading_; }
  bool broken() const { return broken_; }

  bool null() { return events_.OnNull(Value()); }
  bool boolean(bool value) { return events_.OnBool(Value(), value); }
  bool number_integer(number_integer_t value) { return Number(static_cast<double>(value)); }
  bool number_unsigned(number_unsigned_t value) { return Number(static_cast<double>(value)); }
  bool number_float(number_float_t value, const string_t&) { return Number(value); }
  bool string(string_t& value) { return events_.OnString(Value(), std::move(value)); }
  bool binary(binary_t&) { return false; }
  bool key(string_t& name) {
    const std::size_t at = Token();
    expected_ = JsonExpected::kColon;
    return events_.OnKey(at, std::move(name));
  }
  bool start_object(std::size_t) {
    const std::size_t at = Token();
    expected_ = JsonExpected::kName;
    return Open('{', at) && events_.OnStartObject(at);
  }
  bool start_array(std::size_t) {
    const std::size_t at = Token();
    expected_ = JsonExpected::kValue;
    return Open('[', at) && events_.OnStartArray(at);
  }
  bool end_object() { return Close(), events_.OnEndObject(end_); }
  bool end_array() { return Close(), events_.OnEndArray(end_); }

  template <class Exception>
  bool parse_error(std::size_t position, const std::string&, const Exception& exception) {
    constexpr int kOutOfRange = 406;  // of the library: a number that no double holds
    JsonBreak at{.expected = expected_, .open = open_.empty() ? '\0' : open_.back()};
    at.token = SkipSpace(end_);
    if (at.token < text_.size() && Separates(text_[at.token])) {
      at.comma = text_[at.token] == ',';
      at.expected = at.comma && at.open == '{' ? JsonExpected::kName : JsonExpected::kValue;
      at.token = SkipSpace(at.token + 1);
    }
    if (NumberEnd(at.token) - at.token > kMaxJsonNumber) return Break(TooLong(at.token));
    if (exception.id == kOutOfRange) {
      return Break({ErrorCode::kSyntax, "This number is too large to be read; write a smaller one.", at.token});
    }
    // `position` is just past what the library read, which is one more when the text has come to its end.
    at.byte = position > text_.size() ? text_.size() : std::max(position, at.token + 1) - 1;
    return Break(DescribeJsonBreak(text_, at));
  }

 private:
  bool Number(double value) {
    const std::size_t at = Value();
    End(NumberEnd(at));
    if (end_ - at > kMaxJsonNumber) return Break(TooLong(at));
    // The library has read a byte past the number; one that goes on there is none, such as 01.
    if (end_ >= reading_.count() && end_ < text_.size()) return Break(BrokenJsonNumber(at));
    return events_.OnNumber(at, value);
  }

  static JsonFault TooLong(std::size_t at) {
    return {ErrorCode::kTooLarge,
            "This number is longer than " + std::to_string(kMaxJsonNumber) + " signs; write a shorter one.", at};
  }

  // Whether `c` is what the library takes for itself before the next token, without an event.
  bool Separates(char c) const {
    return (c == ':' && expected_ == JsonExpected::kColon) || (c == ',' && expected_ == JsonExpected::kSeparator);
  }

  std::size_t NumberEnd(std::size_t from) const {
    return std::min(text_.find_first_not_of(kNumberBytes, from), text_.size());
  }
  std::size_t SkipSpace(std::size_t from) const {
    return std::min(text_.find_first_not_of(kSpace, from), text_.size());
  }

  bool Open(char bracket, std::size_t at) {
    open_.push_back(bracket);
    if (open_.size() <= max_depth_) return true;
    return Break({ErrorCode::kTooLarge,
                  "This is nested more than " + std::to_string(max_depth_) + " levels deep; flatten it.", at});
  }
  void Close() {
    open_.pop_back();
    End(reading_.count());
    AfterValue();
  }

  std::size_t Value() {
    const std::size_t at = Token();
    AfterValue();
    return at;
  }
  void AfterValue() { expected_ = open_.empty() ? JsonExpected::kEnd : JsonExpected::kSeparator; }

  // Where the token begins that was read last. Only space and one comma or colon stand between two.
  std::size_t Token() {
    std::size_t at = SkipSpace(end_);
    if (at < text_.size() && Separates(text_[at])) at = SkipSpace(at + 1);
    End(reading_.count());
    return at;
  }
  void End(std::size_t offset) {
    end_ = offset;
    reading_.TokenEndsAt(offset);
  }

  bool Break(JsonFault fault) {
    broken_ = true;
    fault_ = std::move(fault);
    return false;
  }

  std::string_view text_;
  std::size_t max_depth_;
  JsonEvents& events_;
  JsonFault& fault_;
  Reading reading_;
  std::size_t end_ = 0;  // of the last token
  std::string open_;     // the brackets that are open
  JsonExpected expected_ = JsonExpected::kValue;
  bool broken_ = false;
};

}  // namespace

JsonScan ScanJson(std::string_view text, int max_depth, JsonEvents& events, JsonFault& fault) {
  Adapter adapter(text, max_depth, events, fault);
  const Iterator begin(text.data(), adapter.reading());
  const Iterator end(text.data() + text.size(), adapter.reading());
  if (nlohmann::json::sax_parse(begin, end, &adapter)) return JsonScan::kWhole;
  return adapter.broken() ? JsonScan::kBroken : JsonScan::kStopped;
}

}  // namespace waymark
