// Leading edges round cards that stand in their way.
//
// Method: a shortest way among rectangles runs through their corners, and from one to the next wherever the rectangle
// that the two span is free (de Rezende, Lee and Wu, "Rectilinear Shortest Paths in the Presence of Rectangular
// Barriers", Discrete & Computational Geometry 4, 1989); the smooth curve between them stays in that rectangle. Found
// by A* (Hart, Nilsson and Raphael, IEEE SSC 4(2), 1968). Only cards that a way found so far has met count as barriers:
// when a shortest way among some of the barriers meets none of the others, it is a shortest among all.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/geometry.hpp"
#include "base/spatial_index.hpp"

namespace waymark {

// Whether the segment from a to b enters the inside of `rect`. Source: Liang and Barsky, "A New Concept and Method for
// Line Clipping", ACM TOG 3(1), 1984.
bool Enters(WorldPoint a, WorldPoint b, const WorldRect& rect);

// Ways among cards that stand still. Positions are those in `cards`, which must outlive this.
class Detours {
 public:
  // `gap`: what cards keep of each other. O(cards × log cards).
  Detours(std::span<const WorldRect> cards, float gap);

  // For each piece of the curve through `points`, whether it enters or touches a card other than its ends `from` and
  // `to`; with `only` not empty, one of those that it marks. O(pieces × log cards + cards near them).
  std::vector<char> Blocked(std::span<const WorldPoint> points, std::uint32_t from, std::uint32_t to,
                            std::span<const char> only = {});

  // Leads the blocked pieces of `points` round the cards in their way where that can go on as the edge does, else (or
  // with `whole`) all of it. The ends stay; they are on the borders of `from` and `to`. True when nothing is blocked
  // any more; false, and `points` as they were, when no way is found: an end is shut in by cards less than a fifth of
  // the gap apart, or the way is longer than 64 legs of kMostBarriers cards met. A way of one leg is a shortest one. A
  // card met costs O(kMostBarriers³) at most, in practice some hundreds of rectangles looked at.
  bool Lead(std::vector<WorldPoint>& points, std::span<const char> blocked, bool whole, std::uint32_t from,
            std::uint32_t to);

  // Rectangles looked at so far.
  std::size_t Tests() const { return tests_; }

  static constexpr std::size_t kMostBarriers = 24;

 private:
  struct Corner {
    WorldPoint at;
    float cost;          // of the best way there
    std::size_t before;  // on it
    std::size_t next;    // on the way to the goal
    bool done;
  };
  bool Try(std::vector<WorldPoint>& points, std::size_t first, std::size_t last, std::uint32_t from, std::uint32_t to,
           float margin);
  void AddCorner(WorldPoint at);
  void AddBarrier(const WorldRect& card, float margin);
  // From the first corner to the second; with `down` 1 or -1 nowhere but downward or upward.
  bool FindWay(float down);
  bool Sees(WorldPoint a, WorldPoint b);
  // Fills near_ with the cards that come nearer than `margin` to the rectangle from `a` to `b`.
  void FindNear(WorldPoint a, WorldPoint b, float margin);
  // The card that the rectangle from `a` to `b` comes nearer to than `margin`, the nearest to `a` if there are several.
  std::uint32_t FirstMet(WorldPoint a, WorldPoint b, float margin);

  std::span<const WorldRect> cards_;
  float gap_;
  SpatialIndex index_;
  std::vector<std::uint32_t> near_;
  std::array<WorldRect, kMostBarriers> barriers_;
  std::array<Corner, 4 * kMostBarriers + 2> corners_;  // where the way begins, where it ends, and those of the barriers
  std::size_t barrier_count_ = 0, corner_count_ = 0, tests_ = 0;
};

}  // namespace waymark
