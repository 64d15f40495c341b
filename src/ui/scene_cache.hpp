// The scenes for the present state, each built anew only when something that it shows has changed.
#pragma once

#include <optional>
#include <vector>

#include "app/state.hpp"
#include "view/scene/scene_builder.hpp"

namespace waymark {

class SceneCache {
 public:
  // `moving`: the view is, so that a large map is not made anew for a level of detail that it may leave at once; false
  // when it is still to be.
  bool Refresh(const AppState& state, bool moving);

  const Scene& map() const { return map_; }
  const Scene& overlay() const { return overlay_; }
  const std::vector<MinimapItem>& minimap() const { return minimap_; }
  const std::vector<std::uint8_t>& hues() const { return hues_; }

 private:
  // What the map's scene is made from, as revisions.
  struct MapKey {
    std::uint64_t graph, expansion, pins, progress, shared, motion, settings, filter;
    LevelOfDetail detail;
    friend bool operator==(const MapKey&, const MapKey&) = default;
  };
  struct OverlayKey {
    MapKey map;
    std::uint64_t interaction, drag, flash;
    friend bool operator==(const OverlayKey&, const OverlayKey&) = default;
  };
  // What is still to learn before the selected skill, and its way on the map: neither changes while something is
  // dragged or pointed at.
  struct WayKey {
    MapKey map;
    SkillKey selected;
    friend bool operator==(const WayKey&, const WayKey&) = default;
  };
  struct RemainingKey {
    std::uint64_t graph, progress;
    SkillKey selected;
    friend bool operator==(const RemainingKey&, const RemainingKey&) = default;
  };
  void RefreshWay(const AppState& state, const MapKey& map_key);
  SceneInput InputFor(const AppState& state, LevelOfDetail detail) const;
  // What the filter fades, on top of what a transition does.
  void FadeBy(const AppState& state);

  std::optional<MapKey> map_key_;
  std::optional<OverlayKey> overlay_key_;
  std::optional<WayKey> way_key_;
  std::optional<RemainingKey> remaining_key_;
  std::vector<NodeIndex> remaining_;
  Scene way_;
  std::uint64_t revision_ = 0;
  std::vector<std::uint8_t> hues_;
  std::vector<float> node_opacity_;  // empty: as the state has it
  std::vector<float> edge_opacity_;
  Scene map_;
  Scene overlay_;
  std::vector<MinimapItem> minimap_;
};

}  // namespace waymark
