// A road that can change: what its author wrote, its structure, and a number for every state it was in.
#pragma once

#include <cstdint>
#include <expected>
#include <set>
#include <vector>

#include "base/ids.hpp"
#include "base/result.hpp"
#include "graph/graph.hpp"
#include "graph/roadmap.hpp"

namespace waymark {

// Where the keys of new skills come from, both ends included.
struct KeySpace {
  SkillKey first{1};
  SkillKey last{kMaxSkillKey};

  friend bool operator==(const KeySpace&, const KeySpace&) = default;
};
// A copy of somebody's road draws from the upper half, so that it never meets a key that the original gives later.
inline constexpr KeySpace kOwnKeys{SkillKey{1}, SkillKey{kMaxSkillKey / 2}};
inline constexpr KeySpace kForkKeys{SkillKey{kMaxSkillKey / 2 + 1}, SkillKey{kMaxSkillKey}};

// Always sound: there is no way to one whose graph could not be built. Changed by Apply (edit/apply.hpp) alone.
class Document {
 public:
  // Every problem of the roadmap's structure, as Graph::Build names them.
  static std::expected<Document, std::vector<Error>> Make(Roadmap roadmap, KeySpace keys = kOwnKeys);
  // `graph` is that of `roadmap`.
  Document(Roadmap roadmap, Graph graph, KeySpace keys = kOwnKeys);

  const Roadmap& roadmap() const { return roadmap_; }
  const Graph& graph() const { return graph_; }
  std::uint64_t revision() const { return revision_; }  // rises with every edit
  KeySpace keys() const { return keys_; }

  // A key that no skill has, had, or had in this document before its addition was undone: above all such in the key
  // space, else the least that is free; 0 when none is. O(nodes + retired keys).
  SkillKey NextKey() const;
  // Whether a new skill may have it. O(log nodes + retired keys).
  bool IsFree(SkillKey key) const;

 private:
  friend class Editor;

  Roadmap roadmap_;
  Graph graph_;
  KeySpace keys_;
  std::set<SkillKey> withdrawn_;  // whose addition was undone
  std::uint64_t revision_ = 0;
};

}  // namespace waymark
