#include "ui/frame.hpp"

#include <algorithm>
#include <numbers>

#include "view/scene/shapes.hpp"

namespace waymark {
namespace {

constexpr float kPanelRadius = 12;
// The shadow is a stack of faint, ever larger boxes.
constexpr int kShadowRings = 10;
constexpr float kShadowStep = 1.8f;
constexpr float kShadowDrop = 5;
constexpr float kShadowShare = 0.055f;
// How much of the shadow's colour all of them together leave beside the panel, where they all lie.
constexpr float kShadowAll = 0.43f;

}  // namespace

void AppendPanel(Scene& scene, const Theme& theme, const ScreenRect& rect) {
  constexpr float kReach = kShadowRings * kShadowStep, kBlur = kReach * 0.5f;
  const WorldRect box = {rect.x, rect.y, rect.w, rect.h};
  WorldRect below = box.Inflated(kBlur);
  below.y += kShadowDrop;
  scene.shapes.push_back(Shadow(below, kPanelRadius + kBlur, theme.shadow.Faded(kShadowAll), kBlur));
  // ImGui draws a border within its box.
  scene.shapes.push_back(Box(box.Inflated(-0.5f), kPanelRadius, theme.surface, theme.line, 1));
}

ImDrawList& UiFrame::BeginPlace(const char* id, const ScreenRect& rect, bool takes_pointer) {
  if (takes_pointer) panels.push_back(rect);
  ImGui::SetNextWindowPos(Pixels(rect.TopLeft()));
  ImGui::SetNextWindowSize({rect.w * dpr, rect.h * dpr});
  constexpr ImGuiWindowFlags kPlain = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing;
  ImGui::Begin(id, nullptr, takes_pointer ? kPlain : kPlain | ImGuiWindowFlags_NoInputs);
  return *ImGui::GetWindowDrawList();
}

ImDrawList& UiFrame::BeginPanel(const char* id, const ScreenRect& rect, bool takes_pointer) {
  ImDrawList& list = BeginPlace(id, rect, takes_pointer);
  list.PushClipRectFullScreen();
  const Color shadow = in.theme.shadow;
  for (int i = kShadowRings; i > 0; --i) {
    const float out = static_cast<float>(i) * kShadowStep;
    ScreenRect ring = rect.Inflated(out);
    ring.y += kShadowDrop;
    Fill(list, ring, shadow.Faded(kShadowShare), kPanelRadius + out);
  }
  Fill(list, rect, in.theme.surface, kPanelRadius);
  Stroke(list, rect, in.theme.line, kPanelRadius, 1);
  list.PopClipRect();
  return list;
}

void UiFrame::EndPanel() { ImGui::End(); }

UiFrame::Button UiFrame::Pressable(const char* id, const ScreenRect& rect) {
  targets.push_back({id, rect});
  ImGui::SetCursorScreenPos(Pixels(rect.TopLeft()));
  Button button;
  button.pressed = ImGui::InvisibleButton(id, {rect.w * dpr, rect.h * dpr});
  button.hovered = ImGui::IsItemHovered() && !in.coarse;
  button.held = ImGui::IsItemActive();
  pointing = pointing || button.hovered;
  return button;
}

void UiFrame::Text(ImDrawList& list, ScreenPoint left_middle, std::string_view text, float size, Color color,
                   FontWeight weight, TextAlign align, float room) const {
  const TextStyle style = {.weight = weight,
                           .size = size * dpr,
                           .color = ToImGui(color),
                           .align = align,
                           .bitmaps = &bitmaps,
                           .nominal = size,
                           .room = room * dpr};
  DrawTextLine(list, fonts, style, Pixels(left_middle), text);
}

void UiFrame::Fill(ImDrawList& list, const ScreenRect& rect, Color color, float radius) const {
  list.AddRectFilled(Pixels(rect.TopLeft()), Pixels({rect.Right(), rect.Bottom()}), ToImGui(color), radius * dpr);
}

void UiFrame::Stroke(ImDrawList& list, const ScreenRect& rect, Color color, float radius, float width) const {
  list.AddRect(Pixels(rect.TopLeft()), Pixels({rect.Right(), rect.Bottom()}), ToImGui(color), radius * dpr, 0,
               width * dpr);
}

void UiFrame::Shapes(ImDrawList& list, ScreenPoint origin, std::span<const Shape> shapes) const {
  const auto at = [&](float x, float y) { return Pixels({origin.x + x, origin.y + y}); };
  for (const Shape& s : shapes) {
    const WorldRect& r = s.rect;
    const ImU32 fill = ToImGui(s.fill);
    const float width = s.stroke_width * dpr;
    switch (s.kind) {
      case ShapeKind::kBox: {
        const ScreenRect rect = {origin.x + r.x, origin.y + r.y, r.w, r.h};
        if (s.fill.Alpha() > 0) Fill(list, rect, s.fill, s.radius);
        if (s.stroke.Alpha() > 0) Stroke(list, rect, s.stroke, s.radius, s.stroke_width);
        break;
      }
      case ShapeKind::kArc: {
        const ImVec2 center = at(r.x + r.w * 0.5f, r.y + r.h * 0.5f);
        const float radius = r.w * 0.5f * dpr;
        const bool pie = width >= radius;
        constexpr float kTurn = 2 * std::numbers::pi_v<float>;
        const float from = (s.from_turn - 0.25f) * kTurn, to = (s.to_turn - 0.25f) * kTurn;
        const bool whole = s.to_turn - s.from_turn >= 1;
        if (pie && whole) {
          list.AddCircleFilled(center, radius, fill);
        } else if (pie) {
          if (s.to_turn - s.from_turn > 0.5f) list.PathLineTo(center);
          list.PathArcTo(center, radius, from, to);
          list.PathFillConvex(fill);
        } else if (whole) {
          list.AddCircle(center, radius - width * 0.5f, fill, 0, width);
        } else {
          list.PathArcTo(center, radius - width * 0.5f, from, to);
          list.PathStroke(fill, 0, width);
        }
        break;
      }
      case ShapeKind::kSegment: {
        const ImVec2 a = at(r.x, r.y), b = at(r.x + r.w, r.y + r.h);
        list.AddLine(a, b, fill, width);
        list.AddCircleFilled(a, width * 0.5f, fill);
        list.AddCircleFilled(b, width * 0.5f, fill);
        break;
      }
      case ShapeKind::kShadow:
        break;
    }
  }
}

}  // namespace waymark
