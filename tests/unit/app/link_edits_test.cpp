// Links outlive edits of the road: skills are put in, taken out, moved, renamed, and every link ever made still says
// the same about the same skills. Opening one, whole or damaged, stores nothing.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "app/engine.hpp"
#include "io/roadmap_json.hpp"
#include "share/link.hpp"
#include "support/files.hpp"
#include "support/generators.hpp"
#include "support/memory_host.hpp"
#include "support/trials.hpp"

namespace waymark {
namespace {

// A road under edit. Keys are given out once, as the format wants it.
struct EditedRoad {
  test::Random& random;
  Roadmap roadmap;
  std::uint32_t next_key;
  int renames = 0;

  EditedRoad(test::Random& r, std::string id, std::set<SkillKey> keys) : random(r) {
    roadmap = test::RandomRoadmap(random, {.skills = 14, .groups = 4});
    roadmap.id = std::move(id);
    next_key = 1'000;
    // Some of the skills are those that the link speaks of.
    for (Skill& skill : roadmap.skills) {
      if (keys.empty()) break;
      skill.key = *keys.begin();
      keys.erase(keys.begin());
    }
    for (Skill& skill : roadmap.skills) {
      if (std::ranges::count(roadmap.skills, skill.key, &Skill::key) > 1) skill.key = SkillKey{next_key++};
    }
  }

  Skill& Any() { return roadmap.skills[random.Below(roadmap.skills.size())]; }

  void Insert() {
    Skill skill;
    skill.key = SkillKey{next_key++};
    skill.id = "new-" + std::to_string(skill.key.value);
    skill.title = "New";
    const std::string parent = Any().parent;
    skill.parent = parent;
    roadmap.skills.insert(roadmap.skills.begin() + random.Below(roadmap.skills.size() + 1), std::move(skill));
  }

  // Its children move up, whoever needed it needs it no more, its key retires.
  void Delete() {
    if (roadmap.skills.size() < 3) return;
    const Skill gone = Any();
    std::erase_if(roadmap.skills, [&](const Skill& s) { return s.key == gone.key; });
    roadmap.retired_keys.push_back(gone.key);
    for (Skill& skill : roadmap.skills) {
      if (skill.parent == gone.id) skill.parent = gone.parent;
      for (Requirement& r : skill.requirements) std::erase(r.any_of, gone.id);
      std::erase_if(skill.requirements, [](const Requirement& r) { return r.any_of.empty(); });
    }
  }

  void Reorder() { random.Shuffle(std::span(roadmap.skills)); }

  void Rename() {
    Skill& skill = Any();
    const std::string was = std::exchange(skill.id, "renamed-" + std::to_string(++renames));
    skill.title = "Renamed " + std::to_string(renames);
    for (Skill& other : roadmap.skills) {
      if (other.parent == was) other.parent = skill.id;
      for (Requirement& r : other.requirements) std::ranges::replace(r.any_of, was, skill.id);
    }
  }

  void Edit() {
    switch (random.Below(4)) {
      case 0:
        return Insert();
      case 1:
        return Delete();
      case 2:
        return Reorder();
      default:
        return Rename();
    }
  }
};

// A group that lost its last child has nothing to hold; a leaf that became one may not be required. Both are the
// author's mistakes, which the reader refuses; edits that make one are not tried.
bool Opens(Engine& engine, const Roadmap& roadmap) {
  return engine.Open(WriteRoadmap(roadmap), "edited.json").has_value();
}

// Opens `link` on the edited road: every skill shows what the link's maker had marked, new ones nothing; merged,
// nothing that the link said is lost, not even of skills that are gone.
void CheckLink(Engine& engine, const std::string& link, const Progress& made) {
  engine.Send(OpenLink{link});
  const AppState& state = engine.State();
  REQUIRE(state.preview);
  const auto& skills = RoadmapOf(state).skills;
  for (std::size_t i = 0; i < skills.size(); ++i) {
    REQUIRE(state.preview->shared.progress.State(skills[i].key) == made.State(skills[i].key));
    if (!GraphOf(state).IsGroup(static_cast<NodeIndex>(i)))
      REQUIRE(state.preview->theirs.state[i] == made.State(skills[i].key));
  }
  engine.Send(MergeShared{.skills = {}, .unknown = true});
  for (const auto& [key, reg] : made.skills) REQUIRE(state.progress.State(key) == reg.state);
}

std::set<SkillKey> KeysOf(const Progress& progress) {
  std::set<SkillKey> keys;
  for (const auto& [key, reg] : progress.skills) keys.insert(key);
  return keys;
}

std::string Fixture(const char* name) {
  std::string text = test::ReadSource(name);
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace

TEST_CASE("Link_OfEveryVersionIsRightAfterAnyEditOfTheRoad", "[prove]") {
  test::Random random(41);
  const std::string fixtures[] = {Fixture("tests/fixtures/link.v1.txt"), Fixture("tests/fixtures/link.v2.txt")};
  std::size_t opened = 0;
  const std::size_t trials = test::Trials(120);
  for (std::size_t trial = 0; trial < trials; ++trial) {
    // The released links, and new ones of both versions.
    const bool old = trial % 2 == 0;
    const std::size_t version = trial / 2 % 2;
    const Progress made = old ? DecodeLink(fixtures[version])->progress : test::RandomProgress(random, 20, 2, false);
    EditedRoad road(random, old ? (version == 0 ? "fixture-map" : "bake-bread") : "random-map", KeysOf(made));
    const std::string link =
        old ? fixtures[version] : EncodeLink("random-map", made, version == 0 ? LinkLabel{} : LinkLabel{"Zoë", 20'780});
    for (int edit = 0; edit < 4; ++edit) {
      if (edit > 0) road.Edit();
      MemoryHost host;
      Engine engine(host);
      if (!Opens(engine, road.roadmap)) break;
      ++opened;
      CheckLink(engine, link, made);
    }
  }
  CHECK(opened > 2 * trials);
}

TEST_CASE("Link_OpenedWholeOrDamagedStoresNothing") {
  test::Random random(42);
  auto items = std::make_shared<MemoryHost::Items>();
  MemoryHost host(items);
  Engine engine(host);
  host.on_save_request = [&] { engine.Send(SaveNow{}); };
  const Roadmap roadmap = test::RandomRoadmap(random, {.skills = 20});
  REQUIRE(engine.Open(WriteRoadmap(roadmap), "road.json"));
  engine.Send(SetState{{roadmap.skills.back().key}, SkillState::kLearning});
  const MemoryHost::Items before = *items;
  const Progress mine = engine.State().progress;
  REQUIRE(before.size() == 1);

  const std::string link = EncodeLink(roadmap.id, test::RandomProgress(random, 24, 1, false), {"Zoë", 20'780});
  for (std::size_t at = 0; at < link.size(); ++at) {
    std::string changed = link;
    changed[at] = changed[at] == 'B' ? 'C' : 'B';
    engine.Send(OpenLink{changed});
    REQUIRE_FALSE(engine.State().preview);
    REQUIRE(engine.State().notice->error);
  }
  engine.Send(OpenLink{link});
  REQUIRE(engine.State().preview);
  engine.Send(SaveNow{});
  engine.Send(StorageChanged{});
  CHECK(engine.State().progress == mine);
  CHECK(*items == before);
  CHECK(engine.Link() == EncodeLink(roadmap.id, mine));
  CHECK(engine.WriteBackup() == Engine(host).WriteBackup());
  engine.Send(DismissShared{});
  CHECK(*items == before);
}

}  // namespace waymark
