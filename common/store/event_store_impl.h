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
#include "common/store/sqlite/identity.h"

namespace turnout {

struct EventStore::Impl {
    Impl(std::filesystem::path file, OpenOptions chosen)
        : path(std::move(file)), options(std::move(chosen)), gate(path, options.program) {}

    std::filesystem::path path;
    OpenOptions options;
    Gate gate;
    std::unique_ptr<sqlite::Database> database;
    FileIdentity identity;        // with the newest scan that was answered; kept while the file is away
    std::int64_t settledSeq = 0;  // the newest scan of this machine that is known to be in the file itself
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
            return inPlace() && checkpoint(mode);
        } catch (const SQLite::Exception&) {
            return false;
        }
    }

    bool checkpoint(int mode) {
        gate.noteWhole(false);
        const bool all = database->checkpoint(mode);
        if (all) gate.noteWhole(true);
        if (all) settledSeq = sqlite::seqOf(*database, identity);
        return all;
    }

    // The newest scan of ours is on disk: a file without it is an older one.
    Result<Answer> remembered(Result<Answer> answer) {
        if (answer) identity.lastScan = answer->scan.value;
        return answer;
    }

    // Is what we have open what lies at the path, with the bytes that were left there? Called at the gate. Else
    // latched.
    Status inPlace() {
        switch (database->place()) {
            case sqlite::Database::Place::same: return Done{};
            case sqlite::Database::Place::gone: return replaced();
            case sqlite::Database::Place::written: break;
        }
        const bool whole = gate.isWhole();  // else nothing can be told by it (docs/decisions/0083)
        const Status ours = fileIsStill();
        if (!ours) return latch(ours.error());  // no checkpoint: our log is none of that file
        if (whole) database->settle();
        return Done{};
    }

    // The file itself, without the log beside it. Called at the gate. While it is not whole it tells nothing, and is
    // believed.
    Status fileIsStill() {
        if (!gate.isWhole()) return Done{};
        const auto seq = sqlite::seqInFile(path, identity);
        if (!seq) return gone();
        if (*seq < settledSeq) return sqlite::olderCopy(path);
        settledSeq = *seq;
        return Done{};
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
            // Scans of other programs too; unless one of them has our log with the other file already.
            const auto end = sqlite::identityOf(*database);
            if (end && sqlite::isStill(*database, identity)) identity = *end;
            checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
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
        if (const Status there = inPlace(); !there) return there.error();
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
