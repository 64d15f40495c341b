// A small panel beside the selected card: its four states, or for a group whether it is open.
#pragma once

#include <string>

#include "ui/frame.hpp"

namespace waymark {

class QuickCard {
 public:
  // Hidden while something is dragged or moving, at the far level of detail, when the card is out of view, and where
  // there is no room beside it.
  void Draw(UiFrame& frame);

 private:
  void RefreshTexts(const AppState& state, NodeIndex node, float width);

  // Of a skill as it was when the revisions were these.
  SkillKey skill_;
  std::uint64_t graph_ = 0;
  std::uint64_t progress_ = 0;
  std::string title_;
  std::string meta_;
};

}  // namespace waymark
