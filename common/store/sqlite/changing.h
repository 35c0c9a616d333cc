// One change by the organiser: a write transaction of its own at the gate, beside doors that are open.
#pragma once

#include "common/base/text.h"
#include "common/store/event_store.h"
#include "common/store/gate.h"
#include "common/store/sqlite/closed.h"
#include "common/store/sqlite/database.h"

namespace turnout::sqlite {

// `work` takes the Database and answers Result<T>; an Error rolls back. A closed event is refused.
template <class T, class Work>
Result<T> change(const std::filesystem::path& event, Work work) {
    if (const auto store = EventStore::open(event); !store) return store.error();  // the place, the schema
    const std::filesystem::path real = std::filesystem::canonical(event);
    Gate gate(real, "turnout");
    const auto turn = gate.enter(Millis{2000});
    if (!turn) return turn.error();
    try {
        Database database(real, Mode::readWrite);
        Transaction transaction(database, Transaction::Kind::write);
        if (auto closed = refusalOfClosed(database, event)) return *std::move(closed);
        Result<T> done = work(database);
        if (done.ok()) transaction.commit();
        return done;
    } catch (const SQLite::Exception& exception) {
        return translate(exception, event);
    }
}

}  // namespace turnout::sqlite
