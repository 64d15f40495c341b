#include "view/level_of_detail.hpp"

#include <limits>

#include "view/camera.hpp"

namespace waymark {
namespace {

float LargestZoom(LevelOfDetail level) {
  switch (level.detail) {
    case Detail::kFar: {
      float zoom = kCompactZoom;
      for (int i = 0; i < level.far_step; ++i) zoom /= kFarStep;
      return zoom;
    }
    case Detail::kCompact:
      return kMidZoom;
    case Detail::kMid:
      return kNearZoom;
    case Detail::kNear:
      return kCloseZoom;
    case Detail::kClose:
      break;
  }
  return std::numeric_limits<float>::infinity();
}

}  // namespace

float SmallestZoom(LevelOfDetail level) {
  switch (level.detail) {
    case Detail::kFar:
      return LargestZoom(level) / kFarStep;
    case Detail::kCompact:
      return kCompactZoom;
    case Detail::kMid:
      return kMidZoom;
    case Detail::kNear:
      return kNearZoom;
    case Detail::kClose:
      break;
  }
  return kCloseZoom;
}

LevelOfDetail ChooseDetail(float zoom) {
  for (const Detail detail : {Detail::kClose, Detail::kNear, Detail::kMid, Detail::kCompact})
    if (zoom >= SmallestZoom({detail})) return {detail};
  LevelOfDetail level{Detail::kFar};
  while (zoom < SmallestZoom(level) && SmallestZoom(level) > kMinZoom) ++level.far_step;
  return level;
}

LevelOfDetail ChooseDetail(float zoom, LevelOfDetail previous) {
  const bool stays =
      zoom >= SmallestZoom(previous) / kDetailHysteresis && zoom < LargestZoom(previous) * kDetailHysteresis;
  return stays ? previous : ChooseDetail(zoom);
}

}  // namespace waymark
