// The application without a screen: state, store and the running of effects. The page drives it through src/platform,
// tests drive it directly.
#pragma once

#include <deque>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.hpp"
#include "app/host.hpp"
#include "app/state.hpp"
#include "app/storage/store.hpp"
#include "app/update.hpp"
#include "base/result.hpp"

namespace waymark {

class Engine {
 public:
  // `host` must outlive the engine. The chosen theme is read at once.
  explicit Engine(Host& host);

  // Reads, checks and opens a roadmap with the progress stored for it. On failure every problem found is returned and
  // what was open stays. A link that came before anything was open is previewed now.
  std::expected<void, std::vector<Error>> Open(std::string_view roadmap_json, std::string_view file_name);

  // The same in steps, for a page that says meanwhile what is going on. BeginOpen reads the file; StepOpen, called
  // until it returns kOpened or fails, does what the last call named. What was begun before is given up.
  enum class OpenStep : std::uint8_t { kOpened, kCheck, kShow };
  using OpenProgress = std::expected<OpenStep, std::vector<Error>>;
  OpenProgress BeginOpen(std::string_view roadmap_json, std::string_view file_name);
  OpenProgress StepOpen();

  // Carries out a command and its effects. A command sent while one is being carried out waits its turn.
  void Send(Command command);

  const AppState& State() const { return state_; }
  // Everything that is kept, as one file: what the store can read, with the open roadmap as it is now. Roadmaps whose
  // progress can't be read, or that a newer Waymark wrote, are left out.
  std::string WriteBackup();
  // Shows what joining a backup would change; ImportBackup joins it. Refused as ReadBackup refuses, and then nothing
  // changes.
  Result<void> OpenBackup(std::string_view text);

  // `#p=…` for the present progress; empty when nothing is open.
  std::string Link(const LinkLabel& label = {}) const;

 private:
  // What of an opening is done.
  struct Opening {
    std::string file_name;
    std::optional<Roadmap> roadmap;
    std::unique_ptr<OpenRoadmap> checked;
  };
  OpenProgress Check();
  void Show(std::unique_ptr<OpenRoadmap> open);
  void CarryOut(const Command& command);
  void Run(const Effect& effect);
  void WriteToStore();
  void ReadFromStore();
  void JoinBackup(const BackupPreview& preview, bool unknown);
  void CarryStored(const StoredChanges& changes, Direction direction);
  void Delete(std::string_view roadmap_id);
  // Neither this site has it nor anything of it is kept here.
  bool IsUnknown(std::string_view id, const Store::Loaded& mine) const;
  Intake TakeElsewhere(std::string_view id, const Store::Loaded& mine, const StoredRoadmap& theirs, bool unknown) const;
  bool IsOpen(std::string_view roadmap_id) const;

  Host& host_;
  Store store_;
  AppState state_;
  std::deque<Command> queue_;
  std::string early_link_;
  Opening opening_;
  bool running_ = false;
};

}  // namespace waymark
