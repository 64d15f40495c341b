// The context menu of the canvas.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "base/ids.hpp"
#include "progress/progress.hpp"

namespace waymark {

// An entry of the open menu, as the page's table of actions gives it.
struct MenuItem {
  std::string id;     // of the action
  std::string title;  // in the reader's language
  std::string keys;   // as shown to the reader; may be empty
  std::optional<SkillState> mark;
  bool chosen = false;
  bool line_before = false;
  bool operator==(const MenuItem&) const = default;
};
inline constexpr std::size_t kMaxMenuItems = 16;

struct Menu {
  SkillKey skill;  // 0: the background
  ScreenPoint at;
  std::vector<MenuItem> items;  // empty until the page has given them
};

}  // namespace waymark
