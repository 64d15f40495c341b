// A small roadmap with every state in it, and a plain arrangement of it, for the view's tests.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/english.hpp"
#include "layout/map_layout.hpp"
#include "plan/progress_summary.hpp"
#include "view/scene/scene_builder.hpp"

namespace waymark {

// Groups of skills, each needing the one before it in its group; each group needs the first skill of the one before.
inline Roadmap SampleRoadmap(std::size_t groups, std::size_t skills_each) {
  Roadmap roadmap;
  roadmap.id = "sample";
  std::uint32_t key = 0;
  const auto add = [&](std::string id, std::string parent, std::string title) -> Skill& {
    Skill skill;
    skill.id = std::move(id);
    skill.key = {++key};
    skill.parent = std::move(parent);
    skill.title = std::move(title);
    return roadmap.skills.emplace_back(std::move(skill));
  };
  static const char* const kTitles[] = {"Supervised learning", "Loss and metrics",
                                        "Overfitting and how validation finds it", "Trees",
                                        "Reinforcement learning from nothing but a reward"};
  for (std::size_t g = 0; g < groups; ++g) {
    const std::string group = "g" + std::to_string(g);
    add(group, "", g % 2 == 0 ? "Fundamental machine learning" : "Maths").summary = "What everything else stands on.";
    for (std::size_t s = 0; s < skills_each; ++s) {
      Skill& skill = add(group + "-" + std::to_string(s), group, kTitles[s % 5]);
      skill.summary =
          "Why a model that is perfect on yesterday's data fails tomorrow, and how data held out tells you before "
          "your users do, which they always would sooner or later.";
      skill.hours = HourRange{8, 12};
      skill.optional = s == 4;
      const auto requires_skill = [&](std::string id) {
        Requirement& requirement = skill.requirements.emplace_back();
        requirement.any_of.push_back(std::move(id));
        requirement.reason = "It comes first.";
      };
      if (s > 0) requires_skill(group + "-" + std::to_string(s - 1));
      if (s == 0 && g > 0) requires_skill("g" + std::to_string(g - 1) + "-0");
    }
  }
  return roadmap;
}

// Groups one below the other; the skills of an expanded one three in a row.
inline MapLayout SampleLayout(const Graph& graph, const std::set<NodeIndex>& expanded) {
  constexpr float kWidth = 222, kGap = 40;
  MapLayout layout;
  layout.rect.resize(graph.size());
  layout.visible.resize(graph.size());
  layout.expanded.resize(graph.size());
  float y = 0;
  for (const NodeIndex root : graph.Roots()) {
    layout.visible[root] = true;
    layout.rect[root] = {0, y, 226, kGroupHeight};
    if (expanded.contains(root)) {
      layout.expanded[root] = true;
      const auto children = graph.Children(root);
      for (std::size_t i = 0; i < children.size(); ++i) {
        layout.visible[children[i]] = true;
        layout.rect[children[i]] = {kAreaPadding + static_cast<float>(i % 3) * (kWidth + kGap),
                                    y + kAreaTitleHeight + static_cast<float>(i / 3) * (kCardHeight + kGap), kWidth,
                                    kCardHeight};
      }
      const auto rows = static_cast<float>((children.size() + 2) / 3);
      layout.rect[root] = {0, y, 2 * kAreaPadding + 3 * kWidth + 2 * kGap,
                           kAreaTitleHeight + rows * (kCardHeight + kGap) - kGap + kAreaPadding};
    } else {
      for (const NodeIndex child : graph.Children(root)) layout.rect[child] = layout.rect[root];
    }
    layout.bounds = layout.bounds.United(layout.rect[root]);
    y += layout.rect[root].h + kGap;
  }
  for (const NodeIndex node : graph.Preorder()) {
    for (const PrerequisiteEdge& edge : graph.EdgesInto(node)) {
      NodeIndex a = edge.from, b = edge.to;
      if (graph.Parent(a) != graph.Parent(b)) {
        a = graph.Parent(a);
        b = graph.Parent(b);
      }
      if (!layout.visible[a] || !layout.visible[b]) continue;
      const WorldRect &from = layout.rect[a], &to = layout.rect[b];
      layout.edges.push_back({a, b, {edge}, {{from.Center().x, from.Bottom()}, {to.Center().x, to.y}}, false});
    }
  }
  return layout;
}

// Owns all that a SceneInput refers to.
class SampleMap {
 public:
  SampleMap(std::size_t groups, std::size_t skills_each, const std::set<NodeIndex>& expanded)
      : roadmap_(SampleRoadmap(groups, skills_each)), graph_(Build(roadmap_)), hues_(TrackHues(graph_)) {
    layout = SampleLayout(graph_, expanded);
    Refresh();
  }

  // The five states on the skills of the first group: done, learning, available, skipped, locked. Requirements would
  // not allow all of them at once, so the summary is written by hand.
  void ShowEveryState() {
    const auto skills = graph_.Children(0);
    const std::pair<SkillState, Availability> states[] = {{SkillState::kDone, Availability::kAvailable},
                                                          {SkillState::kLearning, Availability::kAvailable},
                                                          {SkillState::kNotStarted, Availability::kAvailable},
                                                          {SkillState::kSkipped, Availability::kAvailable},
                                                          {SkillState::kNotStarted, Availability::kLocked}};
    for (std::size_t i = 0; i < 5; ++i) {
      summary.state[skills[i]] = states[i].first;
      summary.availability[skills[i]] = states[i].second;
    }
  }

  void Refresh() { summary = ProgressSummary::Of(graph_, roadmap_, progress); }

  SceneInput Input(LevelOfDetail detail = {}, bool dark = true) const {
    return {.roadmap = roadmap_,
            .graph = graph_,
            .layout = layout,
            .summary = summary,
            .theme = ThemeFor(dark, false),
            .messages = EnglishCatalogue(),
            .hues = hues_,
            .detail = detail,
            .node_opacity = {},
            .edge_opacity = {},
            .theirs = nullptr,
            .revision = 7};
  }

  const Graph& graph() const { return graph_; }
  const Roadmap& roadmap() const { return roadmap_; }

  Progress progress;
  ProgressSummary summary;
  MapLayout layout;

 private:
  static Graph Build(const Roadmap& roadmap) {
    auto graph = Graph::Build(roadmap);
    REQUIRE(graph.has_value());
    return std::move(*graph);
  }

  Roadmap roadmap_;
  Graph graph_;
  std::vector<std::uint8_t> hues_;
};

// Where a label's letters are. Height by its size: ascenders and descenders included.
inline WorldRect LabelBox(const Label& label) {
  const float width = TextWidth(label.text, label.weight, label.size);
  const float left = label.align == TextAlign::kLeft ? 0 : label.align == TextAlign::kCenter ? width / 2 : width;
  return {label.at.x - left, label.at.y - label.size / 2, width, label.size};
}

}  // namespace waymark
