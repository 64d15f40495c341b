#include "io/markdown.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/utf8.hpp"

namespace waymark {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Spans of one block. Every search for a closing mark that failed once is not made again, so the whole is linear.
class SpanReader {
 public:
  explicit SpanReader(std::string_view text) : text_(text) {}

  std::vector<Span> Run() && {
    while (at_ < text_.size()) {
      if (!Marked()) plain_.push_back(text_[at_++]);
    }
    FlushPlain();
    return std::move(spans_);
  }

 private:
  bool Marked() {
    switch (text_[at_]) {
      case '`':
        return Enclosed(SpanKind::kCode, "`", no_code_);
      case '*':
        if (text_.substr(at_).starts_with("**")) return Enclosed(SpanKind::kStrong, "**", no_strong_);
        return Enclosed(SpanKind::kEmphasis, "*", no_emphasis_);
      case '[':
        return Link();
      case '\\':
        return Escaped();
      default:
        return false;
    }
  }

  bool Escaped() {
    if (at_ + 1 >= text_.size() || !std::string_view("\\`*[]()-").contains(text_[at_ + 1])) return false;
    plain_.push_back(text_[at_ + 1]);
    at_ += 2;
    return true;
  }

  // Emphasis touches its text on both sides, so that 2 * 3 * 4 stays as it is.
  bool Enclosed(SpanKind kind, std::string_view mark, bool& none) {
    const std::size_t begin = at_ + mark.size();
    if (none || begin >= text_.size() || (kind != SpanKind::kCode && text_[begin] == ' ')) return false;
    std::size_t end = text_.find(mark, begin);
    while (kind != SpanKind::kCode && end != kNone && text_[end - 1] == ' ') end = text_.find(mark, end + 1);
    if (end == kNone) none = true;
    if (end == kNone || end == begin) return false;
    Add(kind, text_.substr(begin, end - begin), {});
    at_ = end + mark.size();
    return true;
  }

  bool Link() {
    if (no_link_) return false;
    if (link_middle_ < at_ || at_ == 0) {
      link_middle_ = text_.find("](", at_);
      link_end_ = link_middle_ == kNone ? kNone : text_.find(')', link_middle_);
    }
    const std::size_t middle = link_middle_;
    const std::size_t end = link_end_;
    if (end == kNone) {
      no_link_ = true;
      return false;
    }
    const std::string_view title = text_.substr(at_ + 1, middle - at_ - 1);
    if (title.empty() || title.contains('[')) return false;
    const std::string_view url = text_.substr(middle + 2, end - middle - 2);
    if (IsSafeUrl(url)) {
      Add(SpanKind::kLink, title, url);
    } else {
      plain_ += title;
    }
    at_ = end + 1;
    return true;
  }

  void FlushPlain() {
    if (!plain_.empty()) spans_.push_back({SpanKind::kText, std::exchange(plain_, {}), {}});
  }
  void Add(SpanKind kind, std::string_view text, std::string_view url) {
    FlushPlain();
    spans_.push_back({kind, std::string(text), std::string(url)});
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string plain_;
  std::vector<Span> spans_;
  std::size_t link_middle_ = 0;  // of the next "](" and the ")" after it
  std::size_t link_end_ = 0;
  bool no_code_ = false;
  bool no_strong_ = false;
  bool no_emphasis_ = false;
  bool no_link_ = false;
};

struct Line {
  BlockKind kind = BlockKind::kParagraph;
  std::string_view text;
};

Line ReadLine(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  if (first == kNone) return {};
  line.remove_prefix(first);
  while (line.ends_with(' ')) line.remove_suffix(1);
  if (line.starts_with("- ") || line.starts_with("* ")) return {BlockKind::kBulletItem, line.substr(2)};
  const std::size_t digits = static_cast<std::size_t>(std::ranges::find_if_not(line, IsDigit) - line.begin());
  if (digits > 0 && digits <= 3 && line.substr(digits).starts_with(". ")) {
    return {BlockKind::kNumberedItem, line.substr(digits + 2)};
  }
  return {BlockKind::kParagraph, line};
}

}  // namespace

std::vector<Block> ParseMarkdown(std::string_view source) {
  const std::string clean = Sanitized(source, LineBreaks::kKept);
  std::vector<Block> blocks;
  std::string text;
  BlockKind kind = BlockKind::kParagraph;
  const auto flush = [&] {
    if (!text.empty()) blocks.push_back({kind, SpanReader(text).Run()});
    text.clear();
    kind = BlockKind::kParagraph;
  };
  for (std::size_t begin = 0; begin < clean.size();) {
    const std::size_t end = std::min(clean.find('\n', begin), clean.size());
    const Line line = ReadLine(std::string_view(clean).substr(begin, end - begin));
    begin = end + 1;
    if (line.text.empty()) {
      flush();
      continue;
    }
    // A line that begins no item goes on with the block before it.
    if (line.kind != BlockKind::kParagraph) {
      flush();
      kind = line.kind;
    }
    if (!text.empty()) text.push_back(' ');
    text += line.text;
  }
  flush();
  return blocks;
}

}  // namespace waymark
