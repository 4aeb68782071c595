#include "chronology/derive.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "calendar/due.h"
#include "calendar/london.h"
#include "chronology/family_rows.h"
#include "chronology/gaps.h"
#include "chronology/telling.h"
#include "record/address.h"

namespace lifestory::chronology {

namespace {

using policy::Significance;
using policy::Significant;
using record::ChronologyLine;
using record::GivenEntry;

bool leaves_out_addresses(const std::vector<const Significance*>& rules) {
    return std::ranges::any_of(rules, [](const auto* rule) { return std::ranges::find(rule->leaves_out, "address") != rule->leaves_out.end(); });
}

// Written down so long after it happened that a reader is told.
std::optional<Day> written_later(const record::StoryEntry& story) {
    constexpr std::chrono::days long_after{28};
    const auto written = calendar::london_day(story.entry.recorded_at);
    return written - story.day() > long_after ? std::optional(written) : std::nullopt;
}

// One row while it is made: with the rule by which it is grouped with others, and its place among those of its day.
struct Made {
    Row row;
    const Significance* rule = nullptr;
    EntryNumber number = 0;
};

class Deriving {
public:
    explicit Deriving(const Life& life) : m_life(life), m_addresses(record::addresses_of(life.family)) {
        for (const auto& story : life.child.story) // the newest line of a row is the row's
            if (const auto* form = story.form(); form && form->record_type == record::line_type && !story.withdrawn())
                if (auto line = record::line_in(story); !line.of.is_zero())
                    m_lines[line.of] = std::move(line);
        for (const auto& one : policy::significant_in(life.now))
            m_significant[one.entry->id].push_back(one);
        for (const auto& episode : life.child.episodes)
            for (const auto& said : episode.history.said)
                m_episodes[said.entry] = &episode;
    }

    Chronology all() {
        for (const auto& given : m_life.told)
            add_entry(given);
        auto family = family_rows(m_life);
        for (auto& row : family.always)
            add({std::move(row), nullptr, 0}, true);
        for (auto& row : family.offered)
            add({std::move(row), nullptr, 0}, false);
        Chronology chronology{grouped(in_order(std::move(m_in))), {}, {}};
        for (auto& made : in_order(std::move(m_offered)))
            chronology.offered.push_back(std::move(made.row));
        if (m_life.reader == Reader::Worker)
            chronology.gaps = gaps_in(m_life.child, chronology.rows, *m_life.now.pack, m_life.now.day);
        return chronology;
    }

private:
    const ChronologyLine* line_of(const EntryId& entry) const {
        const auto found = m_lines.find(entry);
        return found == m_lines.end() ? nullptr : &found->second;
    }

    // What a worker wrote of the row stands before what the entry says; told to the child, what was written for the child.
    void add(Made made, bool is_in) {
        auto& row = made.row;
        if (const auto* line = line_of(row.entry)) {
            is_in = row.always || line->is_in;
            for (auto [own, told] : {std::pair(&line->what, &row.what), {&line->meant, &row.meant}, {&line->done, &row.done}})
                if (!is_blank(*own))
                    *told = *own;
            if (m_life.reader == Reader::Child && !is_blank(line->for_child))
                row.what = line->for_child;
        } else if (m_life.reader == Reader::Child && row.what.empty())
            return;
        if (row.day <= m_life.now.day)
            (is_in ? m_in : m_offered).push_back(std::move(made));
    }

    void add_entry(const GivenEntry& given) {
        const auto& story = *given.story;
        if (story.withdrawn() || !story.form())
            return;
        if (story.record_type() == record::past_event_type)
            return add({past_event(given), nullptr, story.entry.number}, true);
        if (record::is_of_the_chronology(story))
            return;
        const auto episode = m_episodes.find(story.entry.id);
        if (episode != m_episodes.end() && episode->second->history.said.front().entry != story.entry.id)
            return; // all that was said of an episode is told with its first entry
        const auto found = m_significant.find(story.entry.id);
        if (found != m_significant.end())
            for (const auto& one : found->second)
                add_significant(given, one);
        else if (is_ticked(*story.form()) || line_of(story.entry.id))
            add(made_of(given, {}), is_ticked(*story.form()));
    }

    void add_significant(const GivenEntry& given, const Significant& one) {
        const auto& put = one.rule().put;
        if (put == "never")
            return;
        auto made = made_of(given, one.rules);
        made.row.theme = one.theme();
        made.row.always = put == "always";
        made.rule = one.rule().group ? &one.rule() : nullptr;
        if (one.moment->name == "ended" || one.moment->name == "completed")
            made.row.day = calendar::london_day(one.moment->at);
        if (one.moment->name == "ended")
            tell_end(made.row, given);
        const bool is_in = made.row.always || is_ticked(*given.story->form());
        if (is_in || put == "offered" || line_of(made.row.entry))
            add(std::move(made), is_in);
    }

    // The entry that said the end names the row, so that it and the beginning can be told apart.
    void tell_end(Row& row, const GivenEntry& given) const {
        row.what = given.story->name() + " ended.";
        row.done.clear();
        if (const auto episode = m_episodes.find(given.story->entry.id); episode != m_episodes.end())
            row.entry = episode->second->history.said.back().entry;
        row.sources.front() = {row.entry, given.story->name(), row.day, From::TheChild};
    }

    // An episode is told as it was said last.
    GivenEntry told_last(const GivenEntry& given) const {
        const auto episode = m_episodes.find(given.story->entry.id);
        const auto* last =
            episode == m_episodes.end() || m_life.reader == Reader::Child ? nullptr : m_life.child.find(episode->second->history.said.back().entry);
        return last ? GivenEntry{last, *last->form()} : given;
    }

    Made made_of(const GivenEntry& given, const std::vector<const Significance*>& rules) const {
        const auto& story = *given.story;
        auto telling = telling_of(told_last(given), rules.empty() ? nullptr : rules.front());
        if (leaves_out_addresses(rules))
            for (auto* words : {&telling.what, &telling.meant, &telling.done})
                *words = record::without_addresses(*words, m_addresses);
        Row row;
        row.entry = story.entry.id;
        row.day = story.day();
        if (const auto episode = m_episodes.find(story.entry.id); episode != m_episodes.end())
            row.day = episode->second->now().started;
        row.what = std::move(telling.what);
        row.meant = std::move(telling.meant);
        row.done = std::move(telling.done);
        row.sources = {{story.entry.id, story.name(), row.day, From::TheChild}};
        row.written_later = written_later(story);
        return {std::move(row), nullptr, story.entry.number};
    }

    // Of one that was not given to the child, the line alone that was written for the child.
    Row past_event(const GivenEntry& given) const {
        auto event = record::past_event_in(*given.story);
        if (m_life.reader == Reader::Child && given.form.answers.empty())
            event.meant = event.done = "";
        Row row;
        row.entry = given.story->entry.id;
        row.day = event.day;
        row.exactly = event.exactly;
        row.what = event.what;
        row.meant = event.meant;
        row.done = event.done;
        row.theme = event.theme;
        row.agency = event.agency;
        row.sources = {{row.entry, event.source, event.day, From::TheChild}};
        row.written_later = calendar::london_day(given.story->entry.recorded_at);
        return row;
    }

    // Of one day as they were written; what is known to the month or the year alone before what is known to the day.
    static std::vector<Made> in_order(std::vector<Made> rows) {
        std::ranges::stable_sort(rows, {}, [](const Made& made) { return std::tuple(made.row.day, -static_cast<int>(made.row.exactly), made.number); });
        return rows;
    }

    bool is_close(Day before, Day after, const Significance& rule) const {
        const auto due = calendar::due_date({*rule.group, calendar::start_of(before), calendar::Direction::After, {}}, m_life.now.pack->calendar_named(""));
        return due && after <= due->day;
    }

    // What one rule gathers, each within its span of the one before, is one row that opens them all. One that a worker told in
    // words of its own stands alone.
    std::vector<Row> grouped(std::vector<Made> rows) const {
        std::vector<Made> all;
        std::map<const Significance*, std::size_t> open;
        for (auto& made : rows) {
            const auto found = made.rule && !line_of(made.row.entry) ? open.find(made.rule) : open.end();
            if (found != open.end() && is_close(all[found->second].row.until.value_or(all[found->second].row.day), made.row.day, *made.rule)) {
                auto& group = all[found->second].row;
                group.until = made.row.day;
                group.sources.push_back(made.row.sources.front());
                continue;
            }
            if (made.rule && !line_of(made.row.entry))
                open[made.rule] = all.size();
            all.push_back(std::move(made));
        }
        std::vector<Row> told;
        for (auto& made : all) {
            if (made.row.until)
                tell_group(made.row);
            told.push_back(std::move(made.row));
        }
        return told;
    }

    // "Visit, nobody was seen: 3 times. Tried to reach: twice" without a word of what each of them says.
    static void tell_group(Row& group) {
        std::vector<std::pair<std::string, std::size_t>> counted;
        for (const auto& source : group.sources) {
            auto found = std::ranges::find(counted, source.name, &std::pair<std::string, std::size_t>::first);
            if (found == counted.end())
                counted.emplace_back(source.name, 1);
            else
                ++found->second;
        }
        std::vector<std::string> lines;
        for (const auto& [name, times] : counted)
            lines.push_back(name + ": " + plural(times, "time", "times"));
        group.what = join(lines, ". ") + ".";
        group.meant.clear();
        group.done.clear();
    }

    const Life& m_life;
    std::vector<std::string> m_addresses;
    std::unordered_map<EntryId, ChronologyLine> m_lines;
    std::unordered_map<EntryId, std::vector<Significant>> m_significant;
    std::unordered_map<EntryId, const record::EpisodeHistory*> m_episodes; // by all that was said of them
    std::vector<Made> m_in, m_offered;
};

bool tells_of(const Row& row, const EntryId& entry) {
    return row.entry == entry || std::ranges::any_of(row.sources, [&](const Source& source) { return source.entry == entry; });
}

} // namespace

const Row* Chronology::find(const EntryId& entry) const {
    for (const auto* list : {&rows, &offered})
        for (const auto& row : *list)
            if (tells_of(row, entry))
                return &row;
    return nullptr;
}

std::optional<std::size_t> Chronology::number_of(const EntryId& entry) const {
    for (std::size_t at = 0; at < rows.size(); ++at)
        if (tells_of(rows[at], entry))
            return at + 1;
    return std::nullopt;
}

std::vector<std::string> Chronology::themes() const {
    std::set<std::string> all;
    for (const auto& row : rows)
        if (!row.theme.empty())
            all.insert(row.theme);
    return {all.begin(), all.end()};
}

std::vector<int> Chronology::years() const {
    std::set<int, std::greater<>> all;
    for (const auto& row : rows)
        all.insert(calendar::year_of(row.day));
    return {all.begin(), all.end()};
}

std::vector<GivenEntry> all_entries(const record::Child& child) {
    std::vector<GivenEntry> all;
    for (const auto& story : child.story)
        if (const auto* form = story.form())
            all.push_back({&story, *form});
    return all;
}

Chronology derive_chronology(const Life& life) { return Deriving(life).all(); }

} // namespace lifestory::chronology
