// Times the engine's parts on made-up roadmaps and prints a Markdown table: waymark_bench [RUNS] [SIZE…].
// Each figure is the median of RUNS (5), in milliseconds unless said otherwise.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/update.hpp"
#include "cli/english.hpp"
#include "edit/apply.hpp"
#include "graph/graph.hpp"
#include "io/roadmap_json.hpp"
#include "layout/layered_layout.hpp"
#include "layout/map_layout.hpp"
#include "plan/progress_summary.hpp"
#include "render/scene_cull.hpp"
#include "view/hit_test.hpp"
#include "view/scene/scene_builder.hpp"

namespace waymark {
namespace {

// Reproducible and good enough to pick neighbours with: Marsaglia, "Xorshift RNGs", 2003.
class Random {
 public:
  std::size_t Below(std::size_t n) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 17;
    state_ ^= state_ << 5;
    return state_ % n;
  }

 private:
  std::uint32_t state_ = 2463534242u;
};

// Sections of groups of 50 skills; each skill needs an earlier one of its group, each group's first a skill of an
// earlier group.
Roadmap MadeUp(std::size_t skills) {
  constexpr std::size_t kInGroup = 50, kInSection = 20;
  Roadmap roadmap;
  roadmap.id = "made-up";
  roadmap.title = "Made up";
  Random random;
  std::uint32_t key = 0;
  const auto add = [&](std::string id, std::string parent, std::string title) -> Skill& {
    Skill& skill = roadmap.skills.emplace_back();
    skill.id = std::move(id);
    skill.key = SkillKey{++key};
    skill.parent = std::move(parent);
    skill.title = std::move(title);
    return skill;
  };
  const auto require = [](Skill& skill, std::string id) {
    Requirement& requirement = skill.requirements.emplace_back();
    requirement.any_of.push_back(std::move(id));
    requirement.reason = "It builds on it.";
  };
  const auto name = [](std::size_t s) { return "s" + std::to_string(s); };
  for (std::size_t s = 0; s < skills; ++s) {
    const std::size_t group = s / kInGroup, first = group * kInGroup, section = group / kInSection;
    const std::string section_id = "section" + std::to_string(section), group_id = "group" + std::to_string(group);
    if (s == first && group % kInSection == 0) add(section_id, "", "Section " + std::to_string(section));
    if (s == first) add(group_id, section_id, "Group " + std::to_string(group));
    Skill& skill = add(name(s), group_id, "Skill number " + std::to_string(s));
    skill.summary = "What it is, in a sentence that has about the length of one that somebody would write here.";
    skill.hours = HourRange{4, 8};
    if (s > first) require(skill, name(first + random.Below(s - first)));
    if (s == first && group > 0) require(skill, name(random.Below(first)));
  }
  return roadmap;
}

double Median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

// Milliseconds that `work` takes.
double Timed(int runs, const std::function<void()>& work) {
  std::vector<double> taken;
  for (int i = 0; i < runs; ++i) {
    const auto start = std::chrono::steady_clock::now();
    work();
    taken.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  return Median(std::move(taken));
}

struct Row {
  const char* what;
  std::vector<double> values;
};

struct Table {
  std::vector<Row> rows;
  void Add(std::size_t column, const char* what, double value) {
    const auto found =
        std::ranges::find(rows, std::string_view(what), [](const Row& r) { return std::string_view(r.what); });
    Row& row = found != rows.end() ? *found : rows.emplace_back(Row{what, {}});
    row.values.resize(column, -1);
    row.values.push_back(value);
  }
};

// Every node's flag.
std::unique_ptr<bool[]> Flags(std::size_t count, bool value) {
  auto flags = std::make_unique<bool[]>(count);
  std::fill_n(flags.get(), count, value);
  return flags;
}

constexpr std::size_t kQueries = 10'000;

void HitTests(Table& table, std::size_t column, int runs, const Graph& graph, const MapLayout& layout) {
  table.Add(column, "index for hit tests", Timed(runs, [&] { HitTester(graph, layout); }));
  const HitTester tester(graph, layout);
  const Viewport viewport{.width = 1280, .height = 800};
  for (const auto& [what, camera] : {std::pair{"one hit test, µs", Camera{layout.bounds.Center(), 1}},
                                     std::pair{"one hit test from afar, µs", Fitted(viewport, layout.bounds)}}) {
    Random random;
    std::size_t hits = 0;
    const double ms = Timed(runs, [&] {
      for (std::size_t i = 0; i < kQueries; ++i) {
        const ScreenPoint at = {static_cast<float>(random.Below(1280)), static_cast<float>(random.Below(800))};
        hits += tester.At(camera, viewport, at, ChooseDetail(camera.zoom).detail, PointerPrecision::kFine).kind !=
                HitKind::kGround;
      }
    });
    if (hits == 0) std::fprintf(stderr, "Nothing was hit.\n");
    table.Add(column, what, ms * 1000 / static_cast<double>(kQueries));
  }
}

void Culling(Table& table, std::size_t column, int runs, const Scene& scene) {
  std::vector<ShapeVertex> shapes;
  CurveMesh curves;
  table.Add(column, "vertices of the far scene", Timed(runs, [&] {
              shapes.clear();
              curves.Clear();
              AppendShapes(scene.under, shapes);
              AppendShapes(scene.shapes, shapes);
              AppendCurves(scene.curves, curves);
            }));
  SceneCull cull;
  cull.SetScene(shapes, scene.under.size(), curves);
  WorldRect all;
  for (const Shape& shape : scene.shapes) all = all.United(shape.rect);
  WorldRect view = {all.Center().x, all.Center().y, 1280, 800};
  table.Add(column, "culling for a view", Timed(runs, [&] {
              view.x += view.w;  // out of the window that was kept
              cull.Look(view, 1);
            }));
}

// From an edit of the road to all that its next frame shows: every group is expanded, the camera near.
void Edits(Table& table, std::size_t column, int runs, const Roadmap& made) {
  AppState state;
  Update(state, Resize{{1280, 800, 1, 0, 0, 0, 0}});
  OpenInState(state, std::move(OpenRoadmap::Make(made).value()), {});
  Update(state, ExpandAll{true});
  const auto frame = [&](RoadmapEdit edit) {
    Update(state, ApplyEdit{std::move(edit)});
    Update(state, Tick{state.now_ms + 16});
    (void)BuildScene({.roadmap = RoadmapOf(state),
                      .graph = GraphOf(state),
                      .layout = ShownLayout(state),
                      .summary = state.summary,
                      .theme = ThemeFor(true, false),
                      .messages = EnglishCatalogue(),
                      .hues = TrackHues(GraphOf(state)),
                      .detail = {Detail::kMid},
                      .revision = 1});
  };
  const auto leaf = [&](std::size_t at) -> const Skill& {
    const auto& skills = RoadmapOf(state).skills;
    while (!skills[at].hours) at = (at + 1) % skills.size();
    return skills[at];
  };
  Random random;
  const auto any = [&]() -> const Skill& { return leaf(random.Below(RoadmapOf(state).skills.size())); };
  const auto parent_of = [&](const Skill& skill) {
    return RoadmapOf(state).skills[GraphOf(state).Find(skill.parent)].key;
  };
  int round = 0;
  table.Add(column, "edit to frame: a title", Timed(runs, [&] {
              frame({SetSkillText{any().key, SkillText::kTitle, "Another title " + std::to_string(++round)}});
            }));
  table.Add(column, "edit to frame: hours", Timed(runs, [&] { frame({SetHours{any().key, HourRange{1, 3}}}); }));
  table.Add(column, "edit to frame: a new skill", Timed(runs, [&] {
              AddSkill add{.skill = {}, .parent = parent_of(any()), .before = {}};
              add.skill.title = "A new skill";
              add.skill.hours = HourRange{1, 2};
              frame({std::move(add)});
            }));
  table.Add(column, "edit to frame: a prerequisite", Timed(runs, [&] {
              const Skill& skill = any();
              Requirement requirement;
              requirement.any_of = {RoadmapOf(state).skills.back().id};
              frame({EditRequirements{skill.key, 0, 0, {std::move(requirement)}}});
            }));
  table.Add(column, "edit to frame: undo", Timed(runs, [&] {
              Update(state, Undo{});
              Update(state, Tick{state.now_ms + 16});
            }));
  table.Add(column, "edit to frame: a move",
            Timed(runs, [&] { frame({MoveSkills{{any().key}, parent_of(any()), {}}}); }));
  table.Add(column, "edit to frame: a removal", Timed(runs, [&] { frame({RemoveSkills{{any().key}}}); }));
  auto document = Document::Make(made);
  table.Add(column, "edit alone: a prerequisite less and more", Timed(runs, [&] {
              const Skill& skill =
                  *std::ranges::find_if(made.skills, [](const Skill& s) { return !s.requirements.empty(); });
              (void)Apply(*document, *Apply(*document, {EditRequirements{skill.key, 0, 1, {}}}));
            }));
}

void Measure(Table& table, std::size_t column, std::size_t skills, int runs) {
  const Roadmap made = MadeUp(skills);
  const std::string json = WriteRoadmap(made);
  table.Add(column, "file, MB", static_cast<double>(json.size()) / 1e6);
  table.Add(column, "read and check the file", Timed(runs, [&] { (void)ReadRoadmap(json, "bench.json"); }));
  table.Add(column, "graph", Timed(runs, [&] { (void)Graph::Build(made); }));
  const auto built = Graph::Build(made);
  if (!built) {
    std::fprintf(stderr, "%s\n", English(built.error().front().message).c_str());
    std::exit(1);
  }
  const Graph& graph = *built;
  table.Add(column, "layout: orders of all groups", Timed(runs, [&] { MapLayouter(made, graph); }));
  const MapLayouter layouter(made, graph);
  const auto collapsed = Flags(graph.size(), false), expanded = Flags(graph.size(), true);
  table.Add(column, "layout: place, all collapsed",
            Timed(runs, [&] { (void)layouter.Place({collapsed.get(), graph.size()}, {}); }));
  table.Add(column, "layout: place, all expanded",
            Timed(runs, [&] { (void)layouter.Place({expanded.get(), graph.size()}, {}); }));
  const Progress progress;
  table.Add(column, "summary of progress", Timed(runs, [&] { (void)ProgressSummary::Of(graph, made, progress); }));

  const MapLayout layout = layouter.Place({expanded.get(), graph.size()}, {});
  const ProgressSummary summary = ProgressSummary::Of(graph, made, progress);
  const std::vector<std::uint8_t> hues = TrackHues(graph);
  const auto scene = [&](LevelOfDetail detail) {
    return BuildScene({.roadmap = made,
                       .graph = graph,
                       .layout = layout,
                       .summary = summary,
                       .theme = ThemeFor(true, false),
                       .messages = EnglishCatalogue(),
                       .hues = hues,
                       .detail = detail,
                       .revision = 1});
  };
  table.Add(column, "scene, all of it from afar", Timed(runs, [&] { (void)scene({Detail::kFar, 3}); }));
  table.Add(column, "scene, all of it near by", Timed(runs, [&] { (void)scene({Detail::kMid}); }));
  HitTests(table, column, runs, graph, layout);
  Culling(table, column, runs, scene({Detail::kFar, 3}));
  Edits(table, column, runs, made);
}

void Print(const Table& table, const std::vector<std::size_t>& sizes) {
  std::printf("| ms, median |");
  for (const std::size_t size : sizes) std::printf(" %zu |", size);
  std::printf("\n| --- |");
  for (std::size_t i = 0; i < sizes.size(); ++i) std::printf(" ---: |");
  std::printf("\n");
  for (const Row& row : table.rows) {
    std::printf("| %s |", row.what);
    for (const double value : row.values) std::printf(value < 0 ? "  |" : value < 10 ? " %.3f |" : " %.1f |", value);
    std::printf("\n");
  }
}

}  // namespace
}  // namespace waymark

int main(int argc, char** argv) {
  using namespace waymark;
  const int runs = argc > 1 ? std::max(1, std::atoi(argv[1])) : 5;
  std::vector<std::size_t> sizes;
  for (int i = 2; i < argc; ++i) sizes.push_back(static_cast<std::size_t>(std::max(1, std::atoi(argv[i]))));
  if (sizes.empty()) sizes = {200, 1'000, 10'000, 100'000};
  Table table;
  for (std::size_t i = 0; i < sizes.size(); ++i) Measure(table, i, sizes[i], runs);
  Print(table, sizes);
}
