// Invented lives for the benches: as many records as asked, each a case from referral to closing over some months, written week
// by week into a book as the years went, so that a child's entries stand far apart in the book. The same every time but for
// the random numbers.
#pragma once

#include <cstdint>
#include <vector>

#include "calendar/london.h"
#include "policy/pack.h"
#include "record/codec.h"
#include "sealed_book.h"

namespace lifestory::bench {

struct Size {
    std::uint32_t records = 1500;
    std::uint32_t open = 120;              // of them, still worked with at the end
    std::uint32_t entries = 67;            // of one record, about
    std::uint32_t workers = 20;
};

constexpr int weeks_told = 313;            // six years that end at `ends`
inline calendar::Instant ends() { return calendar::instant_of(*calendar::parse_wall("2026-12-23T10:40")); }

class Lives {
public:
    Lives(SealedBook& book, const policy::Pack& pack, Size size) : m_book(book), m_pack(pack), m_size(size) {}

    std::uint64_t write() {
        write_authority();
        plan();
        for (int week = 0; week < weeks_told; ++week)
            write_week(week);
        return m_book.finish();
    }

private:
    using Day = calendar::Day;
    struct Life {
        RecordNumber record = RecordNumber::random(), family = RecordNumber::random();
        EntryId visit, meeting;            // the latest
        std::uint16_t first_week = 0, weeks = 60;
        std::uint16_t told = 0;            // entries so far
        bool is_open = false, has_plan = false;
    };

    Day friday(int week) const { return calendar::london_day(ends()) - std::chrono::days(7 * (weeks_told - week) - 2); }
    const record::Author& worker_of(std::size_t life) const { return m_workers[life % m_workers.size()]; }

    record::Said said(const record::Author& by, std::optional<Day> on = std::nullopt) const {
        record::Said all;
        all.recorded_by = by;
        all.judged_by = {m_pack.about.id, m_pack.about.version, m_pack.digest};
        all.happened_on = on;
        return all;
    }

    ledger::NewEntry entry(RecordNumber stream, const record::Said& who, const record::Content& what, EntryId id = EntryId::random()) const {
        return {stream, id, record::write_content(who, what), std::nullopt};
    }

    void append(std::vector<ledger::NewEntry> entries, Day day) {
        if (entries.empty())
            return;
        m_book.append(std::move(entries), calendar::instant_of({day, std::chrono::hours(17), false}));
    }

    void write_authority() {
        auto stream = RecordNumber::random();
        std::vector<ledger::NewEntry> entries;
        record::PackAccepted accepted{m_pack.about.id, m_pack.about.version, m_pack.digest, {}};
        for (const auto& file : m_pack.files)
            accepted.files.push_back({file.path, file.text});
        entries.push_back(entry(stream, said({}), accepted));
        std::vector<TeamNumber> teams;
        for (std::uint32_t team = 0; team < m_size.workers / 10 + 1; ++team) {
            teams.push_back(TeamNumber::random());
            entries.push_back(entry(stream, said({}), record::Team{teams.back(), "Team " + std::to_string(team), "family-wellbeing", "01632 960 000"}));
        }
        for (std::uint32_t number = 0; number < m_size.workers; ++number) {
            m_workers.push_back({WorkerNumber::random(), "Worker " + std::to_string(number), "Social Worker", "Team " + std::to_string(number / 10)});
            bool manages = number % 10 == 0;
            entries.push_back(entry(stream, said({}), record::Worker{m_workers.back().worker, m_workers.back().full_name, manages ? "Team Manager" : "Social Worker",
                                                                    manages ? "team-manager" : "social-worker", "01632 960 001", teams[number / 10], true}));
            if (!manages)
                entries.push_back(entry(stream, said({}), record::LineOfManagement{m_workers.back().worker, m_workers[number - number % 10].worker}));
        }
        append(std::move(entries), friday(0) - std::chrono::days(7));
    }

    void plan() {
        m_lives.resize(m_size.records);
        std::uint32_t every = m_size.records / std::max(1u, m_size.open);
        for (std::uint32_t at = 0; at < m_size.records; ++at) {
            auto& life = m_lives[at];
            auto mixed = at * 2654435761u; // spreads the beginnings
            life.is_open = at % every == 0 && at / every < m_size.open;
            life.weeks = static_cast<std::uint16_t>(30 + mixed % 61);
            auto latest = static_cast<std::uint32_t>(weeks_told - life.weeks - 1);
            life.first_week = static_cast<std::uint16_t>(life.is_open ? latest : (mixed >> 8) % latest);
            life.has_plan = mixed % 5 == 0;
        }
    }

    void write_week(int week) {
        std::vector<ledger::NewEntry> entries;
        auto day = friday(week);
        for (std::size_t at = 0; at < m_lives.size(); ++at) {
            auto& life = m_lives[at];
            int age = week - life.first_week;
            if (age < 0 || age > life.weeks)
                continue;
            auto until = m_size.entries * static_cast<std::uint32_t>(age + 1) / static_cast<std::uint32_t>(life.weeks + 1);
            if (age == 0)
                begin(entries, at, day);
            for (; life.told < until; ++life.told)
                go_on(entries, at, day);
            if (age == life.weeks && !life.is_open)
                close(entries, at, day);
        }
        append(std::move(entries), day);
    }

    record::Episode episode(const Life& life, const char* type, const char* name, Day from, std::optional<Day> to) const {
        auto number = life.record;
        number.bytes[0] = static_cast<std::uint8_t>(type[0]);
        return {number.hex(), {type, name, {}}, from, to};
    }

    record::Allocation allocation(std::size_t at, Day from, std::optional<Day> until) const {
        return {worker_of(at).worker, worker_of(at).full_name, "allocated-worker", from, until};
    }

    void begin(std::vector<ledger::NewEntry>& entries, std::size_t at, Day day) {
        auto& life = m_lives[at];
        auto by = said(worker_of(at), day);
        auto born = day - std::chrono::days(365 * (1 + at % 15) + at % 300);
        PersonNumber person = PersonNumber::random();
        entries.push_back(entry(life.family, by, record::FamilyOpened{"Family " + std::to_string(at)}));
        entries.push_back(entry(life.record, by, record::ChildOpened{life.family, person}));
        entries.push_back(entry(life.record, by, record::BasicDetail{"name", "Child " + std::to_string(at), "", "", {}, {}, false}));
        entries.push_back(entry(life.record, by, record::BasicDetail{"born", calendar::iso(born), "", "", {}, {}, false}));
        entries.push_back(entry(life.record, by, allocation(at, day, std::nullopt)));
        entries.push_back(entry(life.record, by, episode(life, "involvement", "Involvement", day, std::nullopt)));
        entries.push_back(entry(life.record, by, episode(life, "child-and-family-assessment", "Assessment", day, std::nullopt)));
        life.told = 6;
    }

    void go_on(std::vector<ledger::NewEntry>& entries, std::size_t at, Day day) {
        auto& life = m_lives[at];
        auto by = said(worker_of(at), day - std::chrono::days(life.told % 4));
        auto own = said(worker_of(at));
        if (life.told == 14)
            entries.push_back(entry(life.record, own, episode(life, "child-and-family-assessment", "Assessment", friday(life.first_week), day)));
        else if (life.told == 15 && life.has_plan)
            entries.push_back(entry(life.record, own, episode(life, "child-protection-plan", "Child protection plan", day, std::nullopt)));
        else if (life.told % 4 == 2 || life.visit.is_zero()) {
            life.visit = EntryId::random();
            entries.push_back(entry(life.record, by, record::Visit{visit(), {}, {}, {}}, life.visit));
        } else if (life.told % 4 == 3)
            entries.push_back(entry(life.record, own, record::Release{life.visit, "now", "", {}, {}, ""}));
        else if (life.told % 8 == 0 && life.has_plan) {
            life.meeting = EntryId::random();
            entries.push_back(entry(life.record, by, record::Meeting{{"core-group", "Core group", words()}, {}, false, {}, {}, {}}, life.meeting));
        } else if (life.told % 8 == 1 && !life.meeting.is_zero())
            entries.push_back(entry(life.record, own, minutes_of(life)));
        else if (life.told % 4 == 0)
            entries.push_back(entry(life.record, by, record::CaseNote{{"case-note", "Note", words()}, {}, {}, {}}));
        else
            entries.push_back(entry(life.record, said(m_workers[at % m_workers.size() / 10 * 10]), record::Endorsement{life.visit, "I agree with this."}));
    }

    void close(std::vector<ledger::NewEntry>& entries, std::size_t at, Day day) {
        auto& life = m_lives[at];
        auto by = said(worker_of(at));
        auto began = friday(life.first_week);
        if (life.has_plan)
            entries.push_back(entry(life.record, by, episode(life, "child-protection-plan", "Child protection plan", began + std::chrono::days(84), day)));
        entries.push_back(entry(life.record, by, episode(life, "involvement", "Involvement", began, day)));
        entries.push_back(entry(life.record, by, allocation(at, began, day)));
    }

    static std::vector<record::Answer> words() {
        static const std::string text = [] {
            std::string all;
            for (int sentence = 0; sentence < 12; ++sentence)
                all += "I came to see you after school, and you told me about the cat. ";
            return all;
        }();
        return {{"happened", "What happened", "what-happened", "prose", record::Text{text}}};
    }
    static record::Document minutes_of(const Life& life) {
        record::Document minutes;
        minutes.form = {"core-group-minutes", "Core group minutes", words()};
        minutes.belongs_to = life.meeting;
        return minutes;
    }
    static record::Form visit() {
        record::Form form{"visit", "Visit", words()};
        form.answers.push_back({"seen", "Were you seen?", "about", "seen", record::SeenHow{record::Seen::Alone}});
        return form;
    }

    SealedBook& m_book;
    const policy::Pack& m_pack;
    Size m_size;
    std::vector<record::Author> m_workers;
    std::vector<Life> m_lives;
};

} // namespace lifestory::bench
