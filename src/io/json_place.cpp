#include "io/json_place.hpp"

namespace waymark {

Place PlaceFinder::At(std::size_t offset) {
  if (offset < line_begin_) {
    line_begin_ = 0;
    line_end_ = LineEnd(0);
    line_ = 1;
  }
  while (line_end_ < offset && line_end_ < text_.size()) {
    line_begin_ = line_end_ + 1;
    line_end_ = LineEnd(line_begin_);
    ++line_;
  }
  return {{}, line_, static_cast<std::uint32_t>(offset - line_begin_) + 1};
}

}  // namespace waymark
