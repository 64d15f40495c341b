// What a roadmap may not bring onto the map or into the page: controls, characters that reverse or hide text, addresses
// that lead anywhere but to the web.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "app/engine.hpp"
#include "app/protocol/page_protocol.hpp"
#include "app/protocol/slice_json.hpp"
#include "base/utf8.hpp"
#include "cli/english.hpp"
#include "cli/outline_html.hpp"
#include "io/json.hpp"
#include "io/markdown.hpp"
#include "io/roadmap_json.hpp"
#include "share/link.hpp"
#include "support/files.hpp"
#include "support/memory_host.hpp"
#include "support/sample_roadmap.hpp"
#include "view/scene/scene_builder.hpp"

namespace waymark {
namespace {

// C0 and C1 controls, marks, embeddings, overrides and isolates of direction, separators, the byte order mark. Written
// out here, so that the test does not ask the code what is hostile. Line feeds part paragraphs and are no harm.
std::vector<char32_t> HostileCharacters() {
  std::vector<char32_t> all = {0x7F, 0x61C, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF};
  const auto range = [&](char32_t first, char32_t last) {
    for (char32_t c = first; c <= last; ++c) all.push_back(c);
  };
  range(0x01, 0x09);
  range(0x0B, 0x1F);
  range(0x80, 0x9F);
  range(0x202A, 0x202E);
  range(0x2066, 0x2069);
  return all;
}

// As many of them as fit between letters.
std::string Hostile(std::string_view word) {
  std::string text(word);
  for (const char32_t c : HostileCharacters()) AppendUtf8(text, c);
  return text + std::string(word);
}

Roadmap HostileRoadmap() {
  Roadmap roadmap = SampleRoadmap();
  roadmap.title = Hostile("Road");
  roadmap.summary = Hostile("About");
  for (Skill& skill : roadmap.skills) {
    skill.title = Hostile(skill.title);
    skill.summary = Hostile(skill.summary);
    skill.body = Hostile("One") + "\n\n- *" + Hostile("two") + "* [" + Hostile("three") + "](https://example.org/)";
    skill.proof = Hostile("Build");
    skill.tags = {Hostile("tag")};
    skill.carried_over = Hostile("Known");
    for (Requirement& requirement : skill.requirements) requirement.reason = Hostile("Needed");
    Resource resource;
    resource.title = Hostile("Book");
    resource.url = "https://example.org/";
    resource.kind = Hostile("book");
    resource.language = Hostile("en");
    skill.resources = {resource};
  }
  for (Fact& fact : roadmap.facts) {
    fact.title = Hostile("Fact");
    fact.text = Hostile("Text");
    fact.source = Hostile("Source");
    fact.kind = Hostile("claim");
  }
  Waypoint waypoint;
  waypoint.id = "end";
  waypoint.title = Hostile("End");
  waypoint.summary = Hostile("All");
  waypoint.skills = {"basics"};
  roadmap.waypoints = {waypoint};
  return roadmap;
}

void CheckClean(std::string_view text) {
  static const std::vector<char32_t> hostile = HostileCharacters();
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = DecodeUtf8(text, at);
    REQUIRE(std::ranges::find(hostile, c) == hostile.end());
  }
}

// Every text in a message, after its escapes are undone.
std::size_t CheckMessage(const std::string& message) {
  const auto json = Json::Parse(message);
  REQUIRE(json);
  std::size_t texts = 0;
  std::vector<const Json*> open = {&*json};
  while (!open.empty()) {
    const Json& value = *open.back();
    open.pop_back();
    CheckClean(value.AsString());
    if (!value.AsString().empty()) ++texts;
    for (const Json& item : value.AsArray()) open.push_back(&item);
    for (const auto& [name, member] : value.AsObject()) {
      CheckClean(name);
      open.push_back(&member);
    }
  }
  return texts;
}

std::string RoadWithUrl(std::string_view url) {
  Json::Object resource{{"title", "R"}, {"url", url}};
  Json::Object skill{{"id", "a"}, {"key", 1}, {"title", "A"}, {"resources", Json::Array{std::move(resource)}}};
  return Json(Json::Object{{"format", "waymark-roadmap"},
                           {"version", 1},
                           {"id", "m"},
                           {"title", "M"},
                           {"skills", Json::Array{std::move(skill)}}})
      .Dump();
}

}  // namespace

TEST_CASE("HostileText_ReachesNeitherMapNorPage") {
  MemoryHost host;
  Engine engine(host);
  REQUIRE(engine.Open(WriteRoadmap(HostileRoadmap()), "hostile.json"));
  engine.Send(Resize{kWindow});
  engine.Send(ExpandAll{});
  engine.Send(SetState{{sample::kAlgebra}, SkillState::kDone});  // its label and the notices name the skill
  engine.Send(OpenLink{EncodeLink("sample", engine.State().progress, {Hostile("Anna"), 1})});
  const AppState& state = engine.State();

  // All that the page shows comes out of these messages.
  CHECK(CheckMessage(StateJson(state)) > 5);
  for (const Skill& skill : RoadmapOf(state).skills) CHECK(CheckMessage(DetailsJson(state, skill.key)) > 5);
  for (const SliceEntry& slice : SliceTable()) CheckMessage(SliceJson(slice.slice, state));
  Searcher searcher;
  CHECK(CheckMessage(SearchJson(state, searcher, "algebra", 20)) > 0);
  CheckMessage(NextJson(state, 20));
  CheckClean(OutlineHtml(RoadmapOf(state), GraphOf(state)));

  // All that the canvas shows is a label of the scene or a text of the roadmap in memory.
  const Graph& graph = GraphOf(state);
  const std::vector<std::uint8_t> hues = TrackHues(graph);
  std::size_t labels = 0;
  for (const Detail detail : {Detail::kFar, Detail::kCompact, Detail::kMid, Detail::kNear, Detail::kClose}) {
    const SceneInput input{.roadmap = RoadmapOf(state),
                           .graph = graph,
                           .layout = state.layout,
                           .summary = state.summary,
                           .theme = ThemeFor(true, false),
                           .messages = EnglishCatalogue(),
                           .hues = hues,
                           .detail = {detail, 0}};
    for (const Label& label : BuildScene(input).labels) {
      CheckClean(label.text);
      ++labels;
    }
  }
  CHECK(labels > state.layout.visible.size());
  for (const Skill& skill : RoadmapOf(state).skills) {
    CheckClean(skill.title);
    for (const Requirement& requirement : skill.requirements) CheckClean(requirement.reason);
  }
}

TEST_CASE("HostileAddress_IsNeverOffered") {
  const auto urls = Json::Parse(test::ReadSource("tests/fixtures/hostile_urls.json"));
  REQUIRE(urls);
  CHECK(urls->AsArray().size() > 40);
  for (const Json& url : urls->AsArray()) {
    INFO(url.Dump());
    CHECK_FALSE(IsSafeUrl(url.AsString()));
    const auto roadmap = ReadRoadmap(RoadWithUrl(url.AsString()), "hostile.json");
    CHECK_FALSE(roadmap);
    for (const Block& block : ParseMarkdown("[x](" + std::string(url.AsString()) + ")")) {
      for (const Span& span : block.spans) CHECK((span.kind != SpanKind::kLink || IsSafeUrl(span.url)));
    }
  }
  CHECK(ReadRoadmap(RoadWithUrl("https://example.org/"), "good.json"));
}

}  // namespace waymark
