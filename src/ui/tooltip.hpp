// What a card is, after the pointer has rested on it: whole title, state, hours, what must come first.
#pragma once

#include "ui/frame.hpp"

namespace waymark {

inline constexpr double kTooltipDelayMs = 400;

class Tooltip {
 public:
  void Draw(UiFrame& frame);
  // Whether it is waiting to appear, and when (in the time of UiInput::now_ms).
  bool Waiting() const { return waiting_; }
  double DueMs() const { return since_ms_ + kTooltipDelayMs; }

 private:
  struct Line {
    std::string text;
    FontWeight weight;
    float size;
    bool quiet;  // second text
  };
  struct Key {
    SkillKey skill;
    std::uint64_t graph, progress;
    friend bool operator==(const Key&, const Key&) = default;
  };
  void RefreshLines(const AppState& state, NodeIndex node);

  std::vector<Line> lines_;
  std::optional<Key> lines_of_;
  SkillKey skill_;
  double since_ms_ = 0;
  bool waiting_ = false;
};

}  // namespace waymark
