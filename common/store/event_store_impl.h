// What an open event file is made of; for the files of EventStore alone.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "common/store/event_store.h"
#include "common/store/gate.h"
#include "common/store/sqlite/closed.h"
#include "common/store/sqlite/database.h"

namespace turnout {

struct EventStore::Impl {
    Impl(std::filesystem::path file, OpenOptions chosen)
        : path(std::move(file)), options(std::move(chosen)), gate(path, options.program) {}

    std::filesystem::path path;
    OpenOptions options;
    Gate gate;
    std::unique_ptr<sqlite::Database> database;
    std::string machine, tag;
    bool demo = false;
    std::optional<Error> fault;  // latched: every write answers it until recover() succeeds
    SteadyTime lastWrite = std::chrono::steady_clock::now();
    bool dirty = false;  // written since the last TRUNCATE

    ~Impl() {
        if (!database) return;
        // The last connection takes -wal and -shm away, at the gate, so that one complete file is left.
        const auto turn = gate.enter(options.gateWait);
        if (turn && !fault && checkpointAtGate(SQLITE_CHECKPOINT_TRUNCATE)) database->removeLogOnClose();
        database.reset();
    }

    // True when all of the log is in the file now. Trouble is no news here: what was answered is in the log already,
    // and the next write meets the same trouble and says it.
    bool checkpointAtGate(int mode) {
        try {
            return database->stillThere() && database->checkpoint(mode);
        } catch (const SQLite::Exception&) {
            return false;
        }
    }

    void truncateLog() {
        if (const auto turn = gate.enter(options.gateWait)) checkpointAtGate(SQLITE_CHECKPOINT_TRUNCATE);
    }

    Error latch(const Error& error) {
        const bool passing = error.fault == Fault::busy || error.fault == Fault::refusedByRules ||
                             error.fault == Fault::notFound || error.fault == Fault::badInput;
        if (!passing) fault = error;
        return error;
    }

    // Another file stands at the path, or none. What the log beside it still holds belongs to the file that we have
    // open, wherever that lies now: it is written there, before anybody pairs that log with the new file. Called at the
    // gate.
    Error replaced() {
        try {
            database->checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
        } catch (const SQLite::Exception&) {
            // The fault below is told in any case.
        }
        return latch(gone());
    }

    Error gone() const { return makeError(Fault::replaced, "store.replaced", {{"file", path.filename().string()}}); }

    // Runs `work` in one write transaction at the gate. `work` answers Result<T>; an Error rolls back. A closed event
    // is refused.
    template <class T, class Work>
    Result<T> write(Work work) {
        if (fault) return *fault;
        const auto turn = gate.enter(options.gateWait);
        if (!turn) return latch(turn.error());
        if (!database->stillThere()) return replaced();
        try {
            sqlite::Transaction transaction(*database, sqlite::Transaction::Kind::write);
            if (auto closed = sqlite::refusalOfClosed(*database, path)) return *std::move(closed);
            Result<T> done = work(*database);
            if (!done) return done;
            transaction.commit();
            lastWrite = std::chrono::steady_clock::now();
            dirty = true;
            return done;
        } catch (const SQLite::Exception& exception) {
            return latch(sqlite::translate(exception, path));
        }
    }

    template <class T, class Work>
    Result<T> read(Work work) {
        if (!database) return fault.value_or(makeError(Fault::notFound, "store.not_found", {{"file", path.string()}}));
        try {
            sqlite::Transaction transaction(*database, sqlite::Transaction::Kind::read);
            return work(*database);
        } catch (const SQLite::Exception& exception) {
            return sqlite::translate(exception, path);
        }
    }

    // Also brings an older file up to this program's schema.
    Status openDatabase();
};

}  // namespace turnout
