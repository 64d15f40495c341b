#include "cli/outline_html.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "plan/progress_summary.hpp"

namespace waymark {
namespace {

void Attribute(std::string& out, std::string_view name, std::string_view value) {
  out.append(" ").append(name).append("=\"").append(EscapedHtml(value)).append("\"");
}

std::string Name(const Skill& skill, bool is_group, const ProgressSummary& summary, NodeIndex node) {
  std::string name = skill.title + ", not started";
  const int total = summary.tally[node].skills;
  if (is_group && total > 0) name += ", 0 of " + std::to_string(total) + " done";
  if (!is_group && summary.availability[node] == Availability::kLocked) name += ", locked";
  return name;
}

// The deepest level whose rows, with those above it, are no more than kMaxOutlineRows; the first at least.
int DeepestLevel(const Graph& graph) {
  std::vector<std::size_t> rows;
  for (NodeIndex v = 0; v < graph.size(); ++v) {
    rows.resize(std::max(rows.size(), static_cast<std::size_t>(graph.Depth(v)) + 1), 0);
    ++rows[static_cast<std::size_t>(graph.Depth(v))];
  }
  int deepest = 0;
  std::size_t all = rows.empty() ? 0 : rows.front();
  for (std::size_t level = 1; level < rows.size() && all + rows[level] <= kMaxOutlineRows; ++level) {
    all += rows[level];
    deepest = static_cast<int>(level);
  }
  return deepest;
}

}  // namespace

std::string EscapedHtml(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

std::string OutlineHtml(const Roadmap& roadmap, const Graph& graph) {
  const ProgressSummary summary = ProgressSummary::Of(graph, roadmap, {});
  std::vector<std::size_t> position(graph.size(), 0);
  std::vector<std::size_t> siblings(graph.size(), 0);
  const auto number = [&](std::span<const NodeIndex> row) {
    for (std::size_t i = 0; i < row.size(); ++i) position[row[i]] = i + 1, siblings[row[i]] = row.size();
  };
  number(graph.Roots());
  for (NodeIndex v = 0; v < graph.size(); ++v) number(graph.Children(v));

  std::string out = "<ul role=\"tree\" aria-label=\"Skills\">\n";
  int open = 0;  // groups whose list is open
  const auto close_down_to = [&](int depth) {
    for (; open > depth; --open) out += "</ul></li>\n";
  };
  bool first = true;
  std::size_t rows = 0;
  const int deepest = DeepestLevel(graph);
  for (const NodeIndex v : graph.Preorder()) {
    if (graph.Depth(v) > deepest) continue;
    if (++rows > kMaxOutlineRows) break;
    close_down_to(graph.Depth(v));
    const Skill& skill = roadmap.skills[v];
    const bool is_group = graph.IsGroup(v);
    const std::string key = std::to_string(skill.key.value);
    out += "<li role=\"treeitem\"";
    Attribute(out, "id", "o-" + key);
    Attribute(out, "data-key", key);
    Attribute(out, "data-id", skill.id);
    Attribute(out, "aria-level", std::to_string(graph.Depth(v) + 1));
    Attribute(out, "aria-posinset", std::to_string(position[v]));
    Attribute(out, "aria-setsize", std::to_string(siblings[v]));
    const bool opens = is_group && graph.Depth(v) < deepest;
    if (opens) Attribute(out, "aria-expanded", "false");
    Attribute(out, "aria-label", Name(skill, is_group, summary, v));
    Attribute(out, "tabindex", first ? "0" : "-1");
    first = false;
    out += "><div class=\"row\"><span class=\"name\" dir=\"auto\">" + EscapedHtml(skill.title) + "</span></div>";
    if (opens) {
      out += "<ul role=\"group\" hidden>\n";
      ++open;
    } else {
      out += "</li>\n";
    }
  }
  close_down_to(0);
  return out + "</ul>\n";
}

}  // namespace waymark
