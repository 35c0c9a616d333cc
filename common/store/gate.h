// The gate: every write transaction and every checkpoint of every process takes its turn at `NAME.turnout-gate` beside
// the event file's real path. Why: SQLite before 3.51.3 can corrupt a WAL file when two connections commit and
// checkpoint at the wrong moment, and its busy handler starves processes (docs/decisions/0003-gate.md).
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "common/base/result.h"
#include "common/base/time.h"

namespace turnout {

class Gate {
  public:
    // `eventFile` is resolved to its real path. The gate file is made on first use and never deleted.
    Gate(const std::filesystem::path& eventFile, std::string program);
    ~Gate();
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;

    class Turn {  // held until destroyed
      public:
        ~Turn();
        Turn(Turn&&) noexcept;
        Turn& operator=(Turn&&) = delete;

      private:
        friend class Gate;
        struct Hold;
        explicit Turn(std::unique_ptr<Hold> hold);
        std::unique_ptr<Hold> hold_;
    };

    // Waits its turn among threads and processes, at most `wait`. Fault::busy names the holder's program and pid;
    // Fault::readOnly when the gate file cannot be made.
    Result<Turn> enter(Millis wait);

    // --- while one's turn lasts ---
    // Whether the event file, without the log beside it, is of one moment. Not while a checkpoint runs, nor after one
    // that a reader, or a power cut, kept from ending: it skips pages that are newer in the log. Kept in the gate file
    // for whoever comes next; a gate without a note says yes.
    void noteWhole(bool whole);
    bool isWhole() const;

  private:
    struct Shared;
    std::shared_ptr<Shared> shared_;  // one for each real path in this process
    std::string program_;
};

}  // namespace turnout
