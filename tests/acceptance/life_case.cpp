#include "acceptance/life_case.h"

#include <algorithm>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "calendar/london.h"
#include "policy/judge.h"
#include "policy/notices.h"

namespace lifestory::acceptance {

namespace {

using policy::Happening;
using policy::Known;

calendar::Day day_in(const std::string& text) {
    auto day = calendar::parse_day(text);
    EXPECT_TRUE(day) << "not a day: " << text;
    return day ? *day : calendar::Day{};
}

struct Reader {
    policy::Timeline life{};

    Happening& last(const std::string& type) {
        auto found = std::find_if(life.happenings.rbegin(), life.happenings.rend(), [&](const Happening& one) { return one.record_type == type; });
        if (found != life.happenings.rend())
            return *found;
        ADD_FAILURE() << "no entry of type " << type << " stands before";
        return fresh(type);
    }
    Happening& fresh(const std::string& type) {
        Happening happening;
        happening.id.bytes[15] = static_cast<std::uint8_t>(life.happenings.size() + 1);
        happening.record_type = type;
        life.happenings.push_back(happening);
        return life.happenings.back();
    }

    void say(Happening& happening, const std::string& said) {
        if (said.starts_with("by ")) {
            for (const auto& role : split(said.substr(3), ','))
                happening.by.push_back(trim(role));
        } else if (said.starts_with("of ")) {
            happening.belongs_to = last(said.substr(3)).id;
        } else if (said.starts_with("to ")) {
            for (auto& moment : happening.moments)
                moment.to = said.substr(3);
        } else {
            const auto equals = said.find('=');
            ASSERT_NE(equals, std::string::npos) << said;
            happening.items[said.substr(0, equals)] = {said.substr(equals + 1)};
        }
    }

    void take(const std::string& line) {
        const auto parts = split(line, '|');
        auto words = split(trim(parts.front()), ' ');
        const bool to_the_minute = words.front().find('T') != std::string::npos;
        const auto at = to_the_minute ? calendar::instant_of(*calendar::parse_wall(words.front())) : calendar::start_of(day_in(words.front()));
        words.erase(words.begin());
        const bool that = words.front() == "that";
        if (that)
            words.erase(words.begin());
        auto& happening = that ? last(words.front()) : fresh(words.front());
        for (std::size_t place = 1; place < words.size(); ++place)
            happening.moments.push_back({words[place], at, to_the_minute ? Known::ToTheMinute : Known::ToTheDay, ""});
        for (std::size_t place = 1; place < parts.size(); ++place)
            say(happening, trim(parts[place]));
    }
};

bool serves(const policy::Obligation& owed, const std::string& clause) { return std::ranges::find(owed.clauses, clause) != owed.clauses.end(); }

std::vector<policy::Obligation> owed_by(const policy::RuleBook& book, const policy::Timeline& life, const std::string& clause, calendar::Instant now) {
    policy::RuleBooks books;
    books.in_force = &book;
    auto all = policy::obligations_of(books, life, now);
    std::erase_if(all, [&](const auto& owed) { return !serves(owed, clause); });
    return all;
}

} // namespace

policy::Timeline life_of(const policy::Fields& asked) {
    Reader reader;
    if (asked.has("born"))
        reader.life.born = day_in(asked.text("born"));
    if (asked.has("died"))
        reader.life.died = day_in(asked.text("died"));
    for (const auto& declared : asked.texts("declared"))
        reader.life.declared.push_back({day_in(declared.substr(0, 10)), trim(declared.substr(10)), {}});
    if (asked.has("here_since")) // of a worker, a team or the authority
        reader.life.teams.push_back({"Family Team North", day_in(asked.text("here_since")), {}, {}});
    if (asked.has("area"))
        reader.life.areas.push_back({asked.text("area"), day_in("2000-01-01"), {}, {}});
    for (const auto& detail : asked.texts("details"))
        if (auto at = detail.find('='); at != std::string::npos)
            reader.life.details[detail.substr(0, at)].push_back(detail.substr(at + 1));
    for (const auto& line : asked.texts("entries"))
        reader.take(line);
    return std::move(reader.life);
}

std::vector<std::string> owed_in(const policy::RuleBook& book, const policy::Timeline& life, const std::string& clause, calendar::Instant now) {
    std::vector<std::string> all;
    for (const auto& owed : owed_by(book, life, clause, now))
        all.push_back(fmt::format("{} {}{}{}", owed.due ? owed.due->written() : owed.note, in_words(owed.state),
                                  owed.late_by.empty() ? "" : " by " + owed.late_by, owed.to.empty() ? "" : ", to " + owed.to));
    return all;
}

std::vector<std::string> told_in(const policy::RuleBook& book, const policy::Timeline& life, const std::string& clause, calendar::Instant now) {
    std::vector<std::string> all;
    for (const auto& owed : owed_by(book, life, clause, now))
        for (const auto& notice : policy::notices_of(owed, book.pack(), life.declared_by(now), now))
            all.push_back(fmt::format("{} {}: {}{}", calendar::iso(calendar::london_day(notice.at)), notice.step, join(notice.tell, ", "),
                                      notice.asks.empty() ? "" : ", asked for " + notice.asks));
    return all;
}

std::vector<std::string> chronology_of(const policy::RuleBook& book, const policy::Timeline& life, const std::string& clause, calendar::Instant now) {
    const auto statuses = policy::statuses_of(book, life, now);
    std::vector<std::string> all;
    for (const auto& one : policy::significant_in({&book.pack(), &life, &statuses, calendar::london_day(now)})) {
        const auto& rule = one.rule();
        if (std::ranges::find(rule.rule.clauses, clause) != rule.rule.clauses.end())
            all.push_back(fmt::format("{} {} {}{}{}", calendar::iso(calendar::london_day(one.moment->at)), one.entry->record_type, rule.put, one.theme().empty() ? "" : ", ", one.theme()));
    }
    return all;
}

} // namespace lifestory::acceptance
