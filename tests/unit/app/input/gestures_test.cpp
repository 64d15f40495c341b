#include "app/input/gestures.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <optional>

#include "app/update.hpp"
#include "support/sample_roadmap.hpp"
#include "view/cards/card_geometry.hpp"

using namespace waymark;
using namespace waymark::sample;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

// A pointer in somebody's hand, over an open map.
struct Hand {
  AppState state;
  Gestures gestures;
  PointerDevice device = PointerDevice::kMouse;
  double now_ms = 1000;
  std::vector<Command> sent;

  Hand() {
    Update(state, SetReducedMotion{true});
    Update(state, Resize{kWindow});
    OpenInState(state, OpenSample(), {});
    Update(state, SetReducedMotion{false});
  }

  void Carry(Gestures::Commands commands) {
    for (Command& command : commands) {
      Update(state, command);
      sent.push_back(std::move(command));
    }
  }
  void Pointer(PointerKind kind, ScreenPoint at, int button = 0, std::uint32_t mods = 0, int id = 1) {
    Carry(gestures.Pointer({kind, id, device, at, button, mods, now_ms}, state));
  }
  void Down(ScreenPoint at, int button = 0, std::uint32_t mods = 0, int id = 1) {
    Pointer(PointerKind::kDown, at, button, mods, id);
  }
  void Move(ScreenPoint at, int id = 1) { Pointer(PointerKind::kMove, at, 0, 0, id); }
  void Up(ScreenPoint at, int id = 1, int button = 0) { Pointer(PointerKind::kUp, at, button, 0, id); }
  void Click(ScreenPoint at, int button = 0) {
    Down(at, button);
    now_ms += 50;
    Up(at, 1, button);
    now_ms += 50;
  }
  void Wheel(ScreenPoint at, float dx, float dy, WheelMode mode = WheelMode::kPixel, std::uint32_t mods = 0) {
    Carry(gestures.Wheel({at, dx, dy, mode, mods}, state));
  }
  void Frame(double ms) {
    now_ms += ms;
    Carry(gestures.Advance(now_ms, state));
  }

  // The lower left of a card, away from caret and mark.
  ScreenPoint On(SkillKey key) const {
    const ScreenRect r = ToScreen(state.camera, state.viewport, state.layout.rect[NodeOf(state, key)]);
    return {r.x + r.w * 0.5f, r.Bottom() - 3};
  }
  ScreenPoint OnCaret(SkillKey key) const {
    const WorldRect caret = CaretRect(state.layout.rect[NodeOf(state, key)], state.detail.detail);
    return ToScreen(state.camera, state.viewport, caret.Center());
  }
  // A point with nothing under it.
  ScreenPoint Ground() const {
    for (float y = 5; y < kWindow.height; y += 5) {
      if (HitAt(state, {5, y}, PointerPrecision::kCoarse).kind == HitKind::kGround) return {5, y};
    }
    FAIL("no ground");
    return {};
  }
  template <class C>
  int Count() const {
    int count = 0;
    for (const Command& command : sent) count += std::holds_alternative<C>(command) ? 1 : 0;
    return count;
  }
  template <class C>
  std::optional<C> Last() const {
    for (auto at = sent.rbegin(); at != sent.rend(); ++at) {
      if (const C* c = std::get_if<C>(&*at)) return *c;
    }
    return std::nullopt;
  }
};

WorldPoint WorldAt(const Hand& hand, ScreenPoint at) { return ToWorld(hand.state.camera, hand.state.viewport, at); }

}  // namespace

TEST_CASE("Gestures_ClickSelectsACardAndTheGroundClears") {
  Hand hand;
  hand.Click(hand.On(kMath));
  CHECK(hand.state.selected == kMath);
  CHECK(hand.Count<DragCard>() == 0);
  hand.Click(hand.Ground());
  CHECK(hand.state.selected == SkillKey{});
}

TEST_CASE("Gestures_ADragBeginsAtItsThreshold") {
  for (const auto& [device, threshold] :
       {std::pair{PointerDevice::kMouse, kDragThreshold}, {PointerDevice::kTouch, kTouchDragThreshold}}) {
    Hand hand;
    hand.device = device;
    const ScreenPoint at = hand.On(kMath);
    hand.Down(at);
    hand.Move(at + ScreenVector{threshold - 0.5f, 0});
    CHECK(hand.Count<DragCard>() == 0);
    hand.Move(at + ScreenVector{threshold + 0.5f, 0});
    CHECK(hand.Count<DragCard>() == 1);
    hand.Up(at + ScreenVector{threshold + 0.5f, 0});
    CHECK(hand.Count<EndDrag>() == 1);
    CHECK(hand.Count<Select>() == 0);
    CHECK(hand.state.pins.contains(kMath));
  }
}

TEST_CASE("Gestures_ACardFollowsThePointerThatHoldsIt") {
  Hand hand;
  const ScreenPoint at = hand.On(kCode);
  const WorldVector grab = WorldAt(hand, at) - hand.state.layout.rect[NodeOf(hand.state, kCode)].TopLeft();
  hand.Down(at);
  const ScreenPoint to = at + ScreenVector{120, 60};
  hand.Move(to);
  const WorldPoint corner = WorldAt(hand, to) - grab;
  CHECK_THAT(hand.state.drag->top_left.x, WithinAbs(corner.x, 0.01));
  CHECK_THAT(hand.state.drag->top_left.y, WithinAbs(corner.y, 0.01));
  CHECK(hand.gestures.Cursor() == "grabbing");
}

TEST_CASE("Gestures_AHeldCardStaysWithThePointerWhenTheMapMovesBeneathIt") {
  Hand hand;
  const ScreenPoint at = hand.On(kCode);
  const WorldVector grab = WorldAt(hand, at) - hand.state.layout.rect[NodeOf(hand.state, kCode)].TopLeft();
  const ScreenPoint to = at + ScreenVector{40, 20};
  hand.Down(at);
  hand.Move(to);
  const auto held = [&] {
    const WorldPoint corner = WorldAt(hand, to) - grab;
    CHECK_THAT(hand.state.drag->top_left.x, WithinAbs(corner.x, 0.01));
    CHECK_THAT(hand.state.drag->top_left.y, WithinAbs(corner.y, 0.01));
  };
  SECTION("by the wheel") { hand.Wheel(to, 0, 200); }
  SECTION("by a zoom") { hand.Wheel({10, 10}, 0, 20, WheelMode::kPixel, kModCtrl); }
  SECTION("by a key") { hand.Carry({PanBy{{80, 0}}}); }
  hand.Frame(16);
  held();
  SECTION("and is dropped there though no frame came between") {
    hand.Wheel(to, 0, 100);
    const WorldPoint corner = WorldAt(hand, to) - grab;
    hand.Up(to);
    REQUIRE(hand.state.pins.contains(kCode));
    CHECK_THAT(hand.state.layout.rect[NodeOf(hand.state, kCode)].TopLeft().y, WithinAbs(corner.y, 0.01));
  }
}

TEST_CASE("Gestures_DraggingTheGroundKeepsTheWorldUnderThePointer") {
  Hand hand;
  const ScreenPoint at = hand.Ground();
  const WorldPoint held = WorldAt(hand, at);
  hand.Down(at);
  for (float i = 1; i <= 10; ++i) hand.Move(at + ScreenVector{i * 9, i * 2});
  const WorldPoint now = WorldAt(hand, at + ScreenVector{90, 20});
  CHECK_THAT(now.x, WithinAbs(held.x, 0.5));
  CHECK_THAT(now.y, WithinAbs(held.y, 0.5));
  hand.Pointer(PointerKind::kCancel, at);
  CHECK(hand.state.fitted);  // put back as it was
}

TEST_CASE("Gestures_MiddleAndSpaceDragPanEvenOnACard") {
  for (const auto& [button, mods] : {std::pair{1, 0u}, {0, static_cast<unsigned>(kModSpace)}}) {
    Hand hand;
    const ScreenPoint at = hand.On(kMath);
    hand.Down(at, button, mods);
    hand.Move(at + ScreenVector{30, 0});
    CHECK(hand.Count<PanBy>() == 1);
    CHECK(hand.Count<DragCard>() == 0);
    hand.Up(at + ScreenVector{30, 0});
    CHECK(hand.Count<Select>() == 0);
  }
}

TEST_CASE("Gestures_CaretTogglesAndDoubleClickToo") {
  Hand hand;
  if (hand.state.detail.detail != Detail::kFar) {
    hand.Click(hand.OnCaret(kMath));
    CHECK(hand.state.expanded.contains(kMath));
    CHECK(hand.state.selected == SkillKey{});
    hand.Carry({SetExpanded{kMath, false}});
  }
  hand.now_ms += 1000;
  const ScreenPoint at = hand.On(kMath);
  hand.Click(at);
  hand.Click(at);
  CHECK(hand.state.expanded.contains(kMath));

  hand.Carry({SetExpanded{kMath, false}, ExpandAll{false}, FitAll{false}});
  hand.now_ms += 1000;
  const ScreenPoint again = hand.On(kMath);
  hand.Click(again);
  hand.now_ms += kDoubleClickMs;
  hand.Click(again);
  CHECK_FALSE(hand.state.expanded.contains(kMath));
}

TEST_CASE("Gestures_ASecondTapMeansTheCardOfTheFirst") {
  // Even when the map has moved between the two, to make room for the details.
  Hand hand;
  hand.device = PointerDevice::kTouch;
  const ScreenPoint at = hand.On(kMath);
  hand.Click(at);
  hand.Carry({PanBy{{0, -260}}});
  REQUIRE(HitAt(hand.state, at, PointerPrecision::kCoarse).node != NodeOf(hand.state, kMath));
  hand.Click(at);
  CHECK(hand.state.expanded.contains(kMath));
  CHECK(hand.state.selected == kMath);
}

TEST_CASE("Gestures_DoubleClickZoomsToASkill") {
  Hand hand;
  hand.Carry({SetReducedMotion{true}, ExpandAll{true}, FitAll{false}});
  const ScreenPoint at = hand.On(kPython);
  hand.Click(at);
  hand.Click(at);
  CHECK(hand.state.selected == kPython);
  CHECK(hand.Count<FitSelection>() == 1);
}

TEST_CASE("Gestures_RightClickAndLongPressOpenTheMenu") {
  Hand mouse;
  mouse.Click(mouse.On(kCode), 2);
  REQUIRE(mouse.state.menu);
  CHECK(mouse.state.menu->skill == kCode);
  CHECK(mouse.state.selected == SkillKey{});
  SECTION("and the next press only closes it") {
    mouse.Click(mouse.On(kMath));
    CHECK_FALSE(mouse.state.menu);
    CHECK(mouse.state.selected == SkillKey{});
  }
  SECTION("by touch after a while") {
    Hand hand;
    hand.device = PointerDevice::kTouch;
    const ScreenPoint at = hand.On(kCode);
    hand.Down(at);
    CHECK(hand.gestures.WantsFrame());
    hand.Frame(kLongPressMs - 1);
    CHECK_FALSE(hand.state.menu);
    hand.Frame(1);
    REQUIRE(hand.state.menu);
    CHECK(hand.state.menu->skill == kCode);
    hand.Up(at);
    CHECK(hand.state.menu);
    CHECK(hand.state.selected == SkillKey{});
  }
  SECTION("never by a mouse that is held still") {
    Hand hand;
    hand.Down(hand.On(kCode));
    hand.Frame(2 * kLongPressMs);
    CHECK_FALSE(hand.state.menu);
    CHECK_FALSE(hand.gestures.WantsFrame());
  }
}

TEST_CASE("Gestures_WheelPansAndShiftTurnsIt") {
  Hand hand;
  hand.Wheel({600, 400}, 10, 30);
  CHECK(hand.Last<PanBy>()->by == ScreenVector{-10, -30});
  hand.Wheel({600, 400}, 0, 30, WheelMode::kPixel, kModShift);
  CHECK(hand.Last<PanBy>()->by == ScreenVector{-30, 0});
}

TEST_CASE("Gestures_WheelModesComeToTheSame") {
  Hand hand;
  const auto factor = [&](float dy, WheelMode mode) {
    hand.Wheel({600, 400}, 0, dy, mode, kModCtrl);
    return hand.Last<ZoomAt>()->factor;
  };
  const float notch = factor(100, WheelMode::kPixel);
  CHECK(notch < 1);
  CHECK_THAT(factor(3, WheelMode::kLine), WithinRel(notch, 0.05f));
  CHECK_THAT(factor(100 / kWindow.height, WheelMode::kPage), WithinRel(notch, 0.05f));
  CHECK_THAT(factor(-100, WheelMode::kPixel), WithinRel(1 / notch, 0.001f));
  CHECK(factor(-1e6f, WheelMode::kPage) < 1.5f);
  CHECK_THAT(factor(4, WheelMode::kPixel), WithinRel(factor(0.12f, WheelMode::kLine), 0.05f));
}

TEST_CASE("Gestures_ZoomKeepsTheWorldUnderThePointer") {
  Hand hand;
  const ScreenPoint at{700, 300};
  const WorldPoint held = WorldAt(hand, at);
  for (int i = 0; i < 50; ++i)
    hand.Wheel(at, 0, i % 3 == 2 ? 40.0f : -35.0f, WheelMode::kPixel, i % 2 ? kModCtrl : kModMeta);
  const ScreenPoint now = ToScreen(hand.state.camera, hand.state.viewport, held);
  CHECK_THAT(now.x, WithinAbs(at.x, 1));
  CHECK_THAT(now.y, WithinAbs(at.y, 1));
}

TEST_CASE("Gestures_PinchZoomsAndPansAboutTheFingers") {
  Hand hand;
  hand.device = PointerDevice::kTouch;
  const float zoom = hand.state.camera.zoom;
  ScreenPoint a{500, 300}, b{600, 300};
  hand.Down(a, 0, 0, 1);
  hand.Down(b, 0, 0, 2);
  const WorldPoint held = WorldAt(hand, (a + b) * 0.5f);
  for (int i = 0; i < 20; ++i) {
    a = a + ScreenVector{-1.5f, 1};
    b = b + ScreenVector{3.5f, 1};
    hand.Move(a, 1);
    hand.Move(b, 2);
  }
  CHECK_THAT(hand.state.camera.zoom, WithinRel(zoom * 2, 0.001f));  // from 100 to 200 pixels apart
  const ScreenPoint now = ToScreen(hand.state.camera, hand.state.viewport, held);
  CHECK_THAT(now.x, WithinAbs((a.x + b.x) / 2, 1));
  CHECK_THAT(now.y, WithinAbs((a.y + b.y) / 2, 1));
  CHECK(hand.Count<DragCard>() == 0);

  SECTION("and the finger that stays goes on panning") {
    hand.Up(a, 1);
    const int pans = hand.Count<PanBy>();
    hand.Move(b + ScreenVector{10, 0}, 2);
    CHECK(hand.Count<PanBy>() == pans + 1);
    hand.now_ms += 500;
    hand.Up(b + ScreenVector{10, 0}, 2);
    CHECK(hand.Count<Select>() == 0);
  }
  SECTION("and cancel puts it back") {
    hand.Pointer(PointerKind::kCancel, a, 0, 0, 1);
    CHECK(hand.state.camera.zoom == zoom);
  }
}

TEST_CASE("Gestures_ASecondFingerLetsGoOfTheCard") {
  Hand hand;
  hand.device = PointerDevice::kTouch;
  const ScreenPoint at = hand.On(kMath);
  hand.Down(at, 0, 0, 1);
  hand.Move(at + ScreenVector{50, 0}, 1);
  REQUIRE(hand.state.drag);
  hand.Down(at + ScreenVector{200, 100}, 0, 0, 2);
  CHECK_FALSE(hand.state.drag);
  CHECK(hand.state.pins.empty());
}

TEST_CASE("Gestures_CancelLetsTheCardFallBack") {
  Hand hand;
  const ScreenPoint at = hand.On(kMath);
  hand.Down(at);
  hand.Move(at + ScreenVector{80, 0});
  hand.Pointer(PointerKind::kCancel, at);
  CHECK_FALSE(hand.state.drag);
  CHECK(hand.state.pins.empty());
}

TEST_CASE("Gestures_AFlickGlidesAndComesToRest") {
  const auto flick = [](Hand& hand) {
    const ScreenPoint at = hand.Ground();
    hand.Down(at);
    for (float i = 1; i <= 6; ++i) {
      hand.now_ms += 10;
      hand.Move(at + ScreenVector{i * 10, 0});
    }
    hand.Up(at + ScreenVector{60, 0});
  };
  Hand hand;
  flick(hand);
  REQUIRE(hand.gestures.WantsFrame());
  const float start = hand.state.camera.center.x;
  int frames = 0;
  for (; hand.gestures.WantsFrame() && frames < 1000; ++frames) hand.Frame(16);
  CHECK(hand.state.camera.center.x < start);
  CHECK(frames > 5);
  CHECK(frames < 200);

  SECTION("not under reduced motion") {
    Hand still;
    still.Carry({SetReducedMotion{true}});
    flick(still);
    CHECK_FALSE(still.gestures.WantsFrame());
  }
  SECTION("not when the pointer had stopped") {
    Hand rested;
    const ScreenPoint at = rested.Ground();
    rested.Down(at);
    rested.Move(at + ScreenVector{60, 0});
    rested.now_ms += 300;
    rested.Up(at + ScreenVector{60, 0});
    CHECK_FALSE(rested.gestures.WantsFrame());
  }
  SECTION("as far at any frame rate") {
    Hand slow;
    flick(slow);
    for (int i = 0; slow.gestures.WantsFrame() && i < 1000; ++i) slow.Frame(50);
    CHECK_THAT(slow.state.camera.center.x, WithinAbs(hand.state.camera.center.x, 10 / hand.state.camera.zoom));
  }
  SECTION("until somebody touches it") {
    Hand held;
    flick(held);
    held.Down(held.Ground());
    CHECK_FALSE(held.gestures.WantsFrame());
  }
}

TEST_CASE("Gestures_HoverFollowsTheMouseAndTheCursorToo") {
  Hand hand;
  hand.Move(hand.On(kMath));
  CHECK(hand.state.hovered == kMath);
  CHECK(hand.gestures.Cursor() == "pointer");
  hand.Move(hand.Ground());
  CHECK(hand.state.hovered == SkillKey{});
  CHECK(hand.gestures.Cursor() == "grab");
  hand.Move(hand.On(kMath));
  hand.Pointer(PointerKind::kLeave, {});
  CHECK(hand.state.hovered == SkillKey{});
}
