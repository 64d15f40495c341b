#include "io/json_scan.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/utf8.hpp"

namespace waymark {
namespace {

// Counts what the library has read, so that an event knows where its token ends.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, std::size_t* count) : at_(at), count_(count) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    ++*count_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.at_ == b.at_; }

 private:
  const char* at_;
  std::size_t* count_;
};

// The library's sentence without its number, its place and the bytes it read.
std::string Reason(std::string_view what) {
  if (const std::size_t at = what.rfind("; last read: "); at != std::string_view::npos) {
    const std::size_t expected = what.rfind("; expected ");
    const bool after = expected != std::string_view::npos && expected > at;
    return Reason(std::string(what.substr(0, at)) + std::string(after ? what.substr(expected) : ""));
  }
  if (const std::size_t dash = what.find(" - "); dash != std::string_view::npos)
    return Sanitized(what.substr(dash + 3));
  const std::size_t bracket = what.find("] ");
  return Sanitized(bracket == std::string_view::npos ? what : what.substr(bracket + 2));
}

class Adapter {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  Adapter(std::string_view text, int max_depth, JsonEvents& events, Error& error)
      : text_(text), max_depth_(max_depth), events_(events), error_(error) {}

  std::size_t* count() { return &count_; }
  bool broken() const { return broken_; }

  bool null() { return events_.OnNull(Begin()); }
  bool boolean(bool value) { return events_.OnBool(Begin(), value); }
  bool number_integer(number_integer_t value) { return Number(static_cast<double>(value), true); }
  bool number_unsigned(number_unsigned_t value) { return Number(static_cast<double>(value), true); }
  bool number_float(number_float_t value, const string_t&) { return Number(value, false); }
  bool string(string_t& value) { return events_.OnString(Begin(), std::move(value)); }
  bool binary(binary_t&) { return false; }
  bool key(string_t& name) { return events_.OnKey(Begin(), std::move(name)); }
  bool start_object(std::size_t) { return Open() && events_.OnStartObject(Begin()); }
  bool end_object() { return Close() && events_.OnEndObject(mark_.offset); }
  bool start_array(std::size_t) { return Open() && events_.OnStartArray(Begin()); }
  bool end_array() { return Close() && events_.OnEndArray(mark_.offset); }

  template <class Exception>
  bool parse_error(std::size_t position, const std::string&, const Exception& exception) {
    const std::string_view what = exception.what();
    Advance(ErrorOffset(position, what));
    return Break(ErrorCode::kSyntax, "This is not well-formed JSON: " + Reason(what) + "; correct it here.");
  }

 private:
  static constexpr double kMaxExact = 9007199254740992.0;  // 2^53

  bool Number(double value, bool integer) {
    return events_.OnNumber(Begin(), value, integer && std::abs(value) <= kMaxExact);
  }

  // `position` is just past what the library read: past a token in the wrong place, or past the byte that broke one.
  std::size_t ErrorOffset(std::size_t position, std::string_view what) const {
    if (what.contains("unexpected end of input") || position > text_.size()) return text_.size();
    const std::size_t last = std::max(position, mark_.offset + 1) - 1;
    if (last >= text_.size()) return text_.size();
    const bool misplaced = what.contains("unexpected") && !std::string_view("{}[],:").contains(text_[last]);
    return misplaced ? NextToken(last) : last;
  }

  // Only space, commas and colons stand between the end of one token and the beginning of the next.
  std::size_t NextToken(std::size_t limit) const {
    std::size_t begin = mark_.offset;
    if (begin == 0 && text_.starts_with("\xEF\xBB\xBF")) begin = 3;
    while (begin < limit && std::string_view(" \t\r\n,:").contains(text_[begin])) ++begin;
    return begin;
  }

  bool Open() {
    if (++depth_ <= max_depth_) return true;
    Begin();
    return Break(ErrorCode::kTooLarge,
                 "This is nested more than " + std::to_string(max_depth_) + " levels deep; flatten it.");
  }
  bool Close() {
    --depth_;
    Advance(count_);
    return true;
  }

  JsonMark Begin() {
    Advance(NextToken(count_));
    const JsonMark mark = mark_;
    Advance(count_);
    return mark;
  }

  void Advance(std::size_t offset) {
    for (; mark_.offset < offset; ++mark_.offset) {
      ++mark_.column;
      if (mark_.offset < text_.size() && text_[mark_.offset] == '\n') ++mark_.line, mark_.column = 1;
    }
  }

  bool Break(ErrorCode code, std::string message) {
    broken_ = true;
    error_ = {code, std::move(message), {{}, mark_.line, mark_.column}};
    return false;
  }

  std::string_view text_;
  int max_depth_;
  JsonEvents& events_;
  Error& error_;
  std::size_t count_ = 0;  // bytes the library has read
  JsonMark mark_;          // the end of the last token
  int depth_ = 0;
  bool broken_ = false;
};

}  // namespace

JsonScan ScanJson(std::string_view text, int max_depth, JsonEvents& events, Error& error) {
  Adapter adapter(text, max_depth, events, error);
  const CountingIterator begin(text.data(), adapter.count());
  const CountingIterator end(text.data() + text.size(), adapter.count());
  if (nlohmann::json::sax_parse(begin, end, &adapter)) return JsonScan::kWhole;
  return adapter.broken() ? JsonScan::kBroken : JsonScan::kStopped;
}

}  // namespace waymark
