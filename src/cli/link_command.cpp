#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>

#include "cli/commands.hpp"
#include "cli/run.hpp"
#include "cli/support.hpp"
#include "io/progress_json.hpp"
#include "share/link.hpp"

namespace waymark {
namespace {

constexpr std::string_view kUsage =
    "usage: waymark link encode ROADMAP [SKILL=STATE...] [--progress FILE] [--from NAME] [--day YYYY-MM-DD]\n"
    "       waymark link decode LINK [--roadmap FILE]\n\n"
    "encode prints the progress link (#p=...) of the states given: SKILL is an id or a key, STATE is\n"
    "not-started, skipped, learning or done; --progress takes them from a progress file first\n"
    "(docs/storage_format.md); --from and --day put the sender's name and a day into it.\n"
    "decode prints a link's progress as such a file. LINK may be a whole address. With --roadmap it\n"
    "fails for a link that is for another roadmap. Who sent it and when goes to stderr.\n";

struct StateName {
  std::string_view name;
  SkillState state;
};
constexpr std::array kStateNames = {StateName{"not-started", SkillState::kNotStarted},
                                    StateName{"skipped", SkillState::kSkipped},
                                    StateName{"learning", SkillState::kLearning}, StateName{"done", SkillState::kDone}};

Error Complaint(std::string message) { return {ErrorCode::kSchema, std::move(message), {}}; }

// Days since 1970-01-01 of a day from 1970-01-02 to 9999-12-31, written as 2026-11-23.
std::optional<std::uint32_t> DayOf(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [text](std::size_t at, std::size_t length) {
    unsigned value = 0;
    const char* const end = text.data() + at + length;
    const auto [stop, error] = std::from_chars(text.data() + at, end, value);
    return error == std::errc() && stop == end ? value : 0u;
  };
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(number(0, 4))),
                                         std::chrono::month(number(5, 2)), std::chrono::day(number(8, 2))};
  if (!date.ok()) return std::nullopt;
  const auto days = std::chrono::sys_days(date).time_since_epoch().count();
  if (days < 1) return std::nullopt;
  return static_cast<std::uint32_t>(days);
}

std::string DayText(std::uint32_t days) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(days))};
  const auto two = [](unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return std::to_string(static_cast<int>(date.year())) + "-" + two(static_cast<unsigned>(date.month())) + "-" +
         two(static_cast<unsigned>(date.day()));
}

SkillKey FindSkill(const LoadedRoadmap& loaded, std::string_view name) {
  NodeIndex node = loaded.graph.Find(name);
  SkillKey key;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), key.value);
  if (node == kNoNode && error == std::errc() && end == name.data() + name.size()) node = loaded.graph.FindKey(key);
  return node == kNoNode ? SkillKey{} : loaded.roadmap.skills[node].key;
}

// `SKILL=STATE` carried out on `progress`.
std::optional<Error> Apply(const LoadedRoadmap& loaded, std::string_view pair, Progress& progress) {
  const std::size_t equals = pair.find('=');
  const std::string_view skill = pair.substr(0, equals);
  const SkillKey key = FindSkill(loaded, skill);
  if (key == SkillKey{})
    return Complaint("\"" + std::string(skill) + "\" is no skill of this roadmap; name its id or key.");
  const std::string_view wanted = equals == std::string_view::npos ? "" : pair.substr(equals + 1);
  for (const auto& [name, state] : kStateNames) {
    if (name != wanted) continue;
    progress.Set(key, state);
    return std::nullopt;
  }
  return Complaint("\"" + std::string(pair) + "\" names no state; write not-started, skipped, learning or done.");
}

int Encode(std::span<const std::string_view> args, std::ostream& out, std::ostream& err) {
  if (args.empty()) return PrintUsage(args, kUsage, "link encode needs a roadmap.", out, err);
  const auto loaded = LoadRoadmap(args.front(), err);
  if (!loaded) return kExitProblem;
  Progress progress;
  LinkLabel label;
  for (std::size_t i = 1; i < args.size(); ++i) {
    if (args[i] == "--from" || args[i] == "--day") {
      if (i + 1 == args.size()) return PrintUsage(args, kUsage, std::string(args[i]) + " needs a value.", out, err);
      const bool from = args[i] == "--from";
      const std::string_view value = args[++i];
      const std::optional<std::uint32_t> day = from ? std::nullopt : DayOf(value);
      if (!from && !day) {
        PrintError(err, Complaint("\"" + std::string(value) + "\" is no day; write one as 2026-11-23."));
        return kExitProblem;
      }
      if (from)
        label.sender = value;
      else
        label.day = *day;
      continue;
    }
    if (args[i] != "--progress") {
      if (const auto error = Apply(*loaded, args[i], progress)) {
        PrintError(err, *error);
        return kExitProblem;
      }
      continue;
    }
    if (++i == args.size()) return PrintUsage(args, kUsage, "--progress needs a file.", out, err);
    const Result<std::string> text = ReadFile(args[i], kMaxStoredBytes);
    Result<StoredRoadmap> stored = text ? ReadStored(*text) : std::unexpected(text.error());
    if (!stored) {
      stored.error().place.file = args[i];
      PrintError(err, stored.error());
      return kExitProblem;
    }
    progress = Join(progress, stored->progress);
  }
  out << EncodeLink(loaded->roadmap.id, progress, label) << '\n';
  return kExitFine;
}

int Decode(std::span<const std::string_view> args, std::ostream& out, std::ostream& err) {
  if (args.size() != 1 && (args.size() != 3 || args[1] != "--roadmap")) {
    return PrintUsage(args, kUsage, "link decode needs one link.", out, err);
  }
  const Result<SharedProgress> shared = DecodeLink(args.front());
  if (!shared) {
    PrintError(err, shared.error());
    return kExitProblem;
  }
  if (args.size() == 3) {
    const auto loaded = LoadRoadmap(args[2], err);
    if (!loaded) return kExitProblem;
    if (RoadmapHash(loaded->roadmap.id) != shared->roadmap) {
      PrintError(err, Complaint("This link is for another roadmap than \"" + loaded->roadmap.id + "\"."));
      return kExitProblem;
    }
  }
  if (!shared->label.sender.empty()) err << "from: " << shared->label.sender << '\n';
  if (shared->label.day > 0) err << "day: " << DayText(shared->label.day) << '\n';
  StoredRoadmap stored;
  stored.progress = shared->progress;
  out << WriteStored(stored) << '\n';
  return kExitFine;
}

}  // namespace

int RunLink(std::span<const std::string_view> args, std::ostream& out, std::ostream& err) {
  if (AsksForHelp(args)) return PrintUsage(args, kUsage, "", out, err);
  if (!args.empty() && args.front() == "encode") return Encode(args.subspan(1), out, err);
  if (!args.empty() && args.front() == "decode") return Decode(args.subspan(1), out, err);
  return PrintUsage(args, kUsage, "link is followed by encode or decode.", out, err);
}

}  // namespace waymark
