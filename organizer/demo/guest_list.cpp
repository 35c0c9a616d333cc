#include "organizer/demo/guest_list.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdio>
#include <map>

#include "assets/assets.h"
#include "common/base/csv.h"
#include "organizer/demo/names.h"

namespace turnout::demo {
namespace {

constexpr std::uint64_t kSeed = 20231117;
constexpr std::size_t kSeatsInRow = 20;
constexpr double kConsent = 0.6;

using Rows = std::vector<std::vector<std::string>>;

struct Weights {
    std::map<std::string, NameOrder> orders;      // by culture
    std::map<std::string, std::size_t> mononyms;  // by country
    std::map<std::string, Person> wholes;         // by country
    Rows countries, universities, notes;
};

Weights readWeights() {
    static const std::map<std::string, NameOrder> kOrders{{"gf", NameOrder::givenFamily},
                                                          {"fg", NameOrder::familyGiven},
                                                          {"fg-joined", NameOrder::familyGivenJoined},
                                                          {"g", NameOrder::givenOnly}};
    Weights weights;
    for (auto& row : tableRows(assets::bytes("demo/guests.tsv"))) {
        const std::string kind = row[0];
        if (kind == "order") weights.orders[row[1]] = kOrders.at(row[2]);
        if (kind == "mononym") weights.mononyms[row[1]] = std::stoul(row[2]);
        if (kind == "country") weights.countries.push_back(row);
        if (kind == "university") weights.universities.push_back(row);
        if (kind == "note") weights.notes.push_back(row);
        if (kind == "whole") {
            const auto words = split(row[2], " ");
            weights.wholes[row[1]] = {row[2], row.size() > 3 ? row[3] : std::string(),
                                      words.front() + " " + words.back().substr(0, 1) + "."};
        }
    }
    return weights;
}

std::vector<RosterRow> people(const Weights& weights, Chance& chance) {
    Names names(assets::bytes("demo/names.tsv"));
    std::vector<RosterRow> guests;
    for (const auto& row : weights.countries) {
        const std::string& code = row[1];
        const std::size_t count = std::stoul(row[2]);
        const std::vector<std::string> cultures = split(row[3], " ");
        const auto country = CountryCode::fromAlpha2(code);
        assert(country);
        const std::size_t mononyms = weights.mononyms.contains(code) ? weights.mononyms.at(code) : 0;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string& culture = cultures[i % cultures.size()];
            const auto order = weights.orders.find(culture);
            Person person =
                i == 0 && weights.wholes.contains(code)
                    ? weights.wholes.at(code)
                    : names.newPerson(culture, order == weights.orders.end() ? NameOrder::givenFamily : order->second,
                                      i + mononyms >= count, chance);
            RosterRow guest;
            guest.name = std::move(person.name);
            guest.nativeName = std::move(person.nativeName);
            guest.screenName = std::move(person.screenName);
            guest.country = *country;
            guest.language = code == "CN" ? "zh" : "en";
            guests.push_back(std::move(guest));
        }
    }
    return guests;
}

void giveUniversities(const Weights& weights, std::vector<RosterRow>& guests) {
    for (const auto& row : weights.universities) {
        std::size_t places = std::stoul(row[2]);
        const std::vector<std::string> from = row.size() > 3 ? split(row[3], " ") : std::vector<std::string>{};
        for (RosterRow& guest : guests) {
            if (places == 0) break;
            if (!guest.affiliation.empty()) continue;
            if (!from.empty() && std::find(from.begin(), from.end(), guest.country.str()) == from.end()) continue;
            guest.affiliation = row[1];
            --places;
        }
        assert(places == 0);
    }
}

std::string numbered(const char* format, std::size_t a, std::size_t b = 0) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), format, a, b);
    return text.data();
}

}  // namespace

std::vector<RosterRow> guestList() {
    Chance chance(kSeed);
    const Weights weights = readWeights();
    std::vector<RosterRow> guests = people(weights, chance);
    chance.shuffle(guests);
    giveUniversities(weights, guests);
    chance.shuffle(guests);
    for (std::size_t i = 0; i < guests.size(); ++i) {
        RosterRow& guest = guests[i];
        guest.line = static_cast<std::int64_t>(i) + 2;
        guest.outsideId = numbered("EC%04zu", i + 1);
        guest.category = "student";
        guest.seat = numbered("%zu-%02zu", i / kSeatsInRow + 1, i % kSeatsInRow + 1);
        guest.email = numbered("guest%04zu@example.org", i + 1);
        guest.onScreen = chance.unit() < kConsent;
        if (!guest.onScreen) guest.screenName.clear();
        for (const auto& note : weights.notes) {
            if ((i + 7) % std::stoul(note[1]) == 0) guest.note = note[2];
        }
    }
    return guests;
}

std::string rosterCsv(const std::vector<RosterRow>& guests) {
    std::string csv = csvRow({"id", "name", "native_name", "screen_name", "country", "affiliation", "category", "seat",
                              "note", "ticket_code", "on_screen", "email", "language"},
                             CsvCells::asTheyAre);
    for (const RosterRow& guest : guests) {
        csv += csvRow({guest.outsideId, guest.name, guest.nativeName, guest.screenName, guest.country.str(),
                       guest.affiliation, guest.category, guest.seat, guest.note, guest.ticketCode,
                       guest.onScreen ? "yes" : "no", guest.email, guest.language},
                      CsvCells::asTheyAre);
    }
    return csv;
}

}  // namespace turnout::demo
