#include "casework/letter_from_record.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/due.h"
#include "calendar/london.h"
#include "casework/address_signs.h"
#include "policy/letter_text.h"

namespace lifestory::casework {

namespace {

using record::Day;

constexpr std::string_view open_begins = "[Write here: ", open_ends = "write it here, or take this out.]";

struct Found {
    std::string value, source;
};

template <class What>
std::string said_words(const record::Beside<What>& said, const std::string& said_by) {
    const auto who = said_by.empty() ? "written down by " + said.by.full_name : "said by " + said_by;
    return who + " on " + calendar::in_words(calendar::london_day(said.at));
}

std::string small_first(std::string words) {
    if (words.size() > 1 && !std::isupper(static_cast<unsigned char>(words[1])))
        words[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(words[0])));
    return words;
}

// What a place is called where it stays open, and in the list of what was filled in.
std::string called(const policy::LetterPart& place, const policy::Pack& pack) {
    static const std::map<std::string, std::string, std::less<>> names{{"child-name", "The child's name"},
                                                                      {"child-full-name", "The child's full name"},
                                                                      {"recipient-name", "The name of who it goes to"},
                                                                      {"recipient-role", "Who they are to the child"},
                                                                      {"worker-name", "Your name"},
                                                                      {"worker-role", "What you are"},
                                                                      {"worker-team", "Your team"},
                                                                      {"worker-telephone", "Your telephone number"},
                                                                      {"office-telephone", "The telephone number of the office"},
                                                                      {"office-hours", "When the office answers"},
                                                                      {"work-ended", "The day on which our work ended"},
                                                                      {"meeting-kind", "What kind of meeting it is"},
                                                                      {"meeting-day", "The day of the meeting"},
                                                                      {"meeting-time", "The time of the meeting"},
                                                                      {"meeting-place", "The place of the meeting"},
                                                                      {"meeting-children", "Which children the meeting is about"}};
    if (const auto found = names.find(place.place); found != names.end())
        return found->second;
    const auto* type = pack.record_type(place.of);
    const auto noun = type ? small_first(type->name) : place.of;
    if (place.place == "next")
        return "The day of the next " + noun;
    return (place.what == "name" ? "Which " : "The day of the last ") + noun + (place.what == "name" ? " it was last" : "");
}

class Filling {
public:
    explicit Filling(const LetterAsked& asked) : m_asked(asked) {}

    LetterBegun all() {
        LetterBegun begun;
        const auto parts = policy::letter_parts(m_asked.type.letter);
        for (const auto& part : parts ? *parts : std::vector<policy::LetterPart>())
            begun.words += part.place.empty() ? part.words : filled(part, begun.filled);
        begun.words = trim(begun.words);
        if (m_asked.recipient)
            begun.address = address_of(m_asked.family, *m_asked.recipient, m_asked.today);
        return begun;
    }

private:
    std::string filled(const policy::LetterPart& part, std::vector<FilledIn>& all) const {
        if (part.place == "must say")
            return part.what;
        if (part.place == "write")
            return fmt::format("{}{}.]", open_begins, part.what);
        const auto found = find(part);
        const auto what = called(part, m_asked.pack);
        if (!found || is_blank(found->value))
            return fmt::format("[{} is not in the record: {}", what, open_ends);
        if (std::find(all.begin(), all.end(), FilledIn{what, found->value, found->source}) == all.end())
            all.push_back({what, found->value, found->source});
        return found->value;
    }

    std::optional<Found> find(const policy::LetterPart& part) const {
        if (part.place.starts_with("child-"))
            return of_child(part.place == "child-name");
        if (part.place.starts_with("recipient-"))
            return part.place == "recipient-name" ? recipient() : role();
        if (part.place.starts_with("worker-"))
            return of_writer(part.place);
        if (part.place.starts_with("office-"))
            return Found{m_asked.pack.setting(part.place, m_asked.today), "the settings of the policy"};
        if (part.place == "work-ended")
            return end_of_work();
        if (part.place.starts_with("meeting-"))
            return m_asked.meeting ? of_meeting(*m_asked.meeting, part.place) : of_arranged_meeting(part.place);
        return part.place == "next" ? next(part) : last(part);
    }

    // Her name as she wishes it.
    std::optional<Found> of_child(bool is_first_name) const {
        const auto& child = m_asked.child;
        const auto value = is_first_name ? child.first_name() : child.full_name();
        for (const char* fact : {is_first_name ? "known-as" : "name", "name"})
            if (const auto history = child.facts.find(fact); history != child.facts.end() && !history->second.said.empty())
                return Found{value, said_words(history->second.said.back(), history->second.now().said_by)};
        return Found{value, "the record's first page"};
    }

    std::optional<Found> recipient() const {
        if (!m_asked.recipient && m_asked.meeting && !m_asked.meeting->guest.empty())
            return Found{m_asked.meeting->guest, asked_as};
        for (const auto& history : m_asked.family.people)
            if (m_asked.recipient && history.now().person == *m_asked.recipient)
                return Found{history.now().full_name, said_words(history.said.back(), history.now().said_by)};
        return std::nullopt;
    }

    std::optional<Found> role() const {
        const auto& child = m_asked.child;
        if (!m_asked.recipient && m_asked.meeting && !m_asked.meeting->guest_is.empty())
            return Found{m_asked.meeting->guest_is, asked_as};
        if (!m_asked.recipient || !child.person)
            return std::nullopt;
        const auto who = m_asked.family.who_to(*m_asked.recipient, *child.person, m_asked.today);
        for (const auto& tie : m_asked.family.relationships)
            if ((tie.now().from == *m_asked.recipient && tie.now().to == *child.person) || (tie.now().to == *m_asked.recipient && tie.now().from == *child.person))
                return Found{small_first(who), said_words(tie.said.back(), tie.now().told_by)};
        return std::nullopt;
    }

    std::optional<Found> of_writer(const std::string& place) const {
        const auto* worker = m_asked.authority.worker(m_asked.writer);
        if (!worker)
            return std::nullopt;
        const auto* team = m_asked.authority.team(worker->team);
        const std::string source = "the list of workers, as it stands today";
        if (place == "worker-name")
            return Found{worker->full_name, source};
        if (place == "worker-role")
            return Found{worker->designation, source};
        if (place == "worker-team")
            return team ? std::optional(Found{team->name, source}) : std::nullopt;
        return Found{!worker->telephone.empty() || !team ? worker->telephone : team->telephone, source};
    }

    std::optional<Found> end_of_work() const {
        const record::EpisodeHistory* latest = nullptr;
        for (const auto& episode : m_asked.child.episodes)
            if (m_asked.pack.is_like(episode.now().form.record_type, "involvement") && episode.now().ended && (!latest || *latest->now().ended < *episode.now().ended))
                latest = &episode;
        if (!latest || !m_asked.child.is_closed_on(m_asked.today))
            return std::nullopt;
        return Found{calendar::in_words(*latest->now().ended), said_words(latest->history.said.back(), "")};
    }

    static std::optional<Found> of_meeting(const MeetingToCome& meeting, const std::string& place) {
        const std::string source = "the meeting as it is being prepared";
        if (place == "meeting-kind")
            return Found{small_first(meeting.kind), source};
        if (place == "meeting-day")
            return meeting.day ? std::optional(Found{calendar::with_weekday(*meeting.day), source}) : std::nullopt;
        if (place == "meeting-children")
            return Found{in_a_row(meeting.children), "who may hear about whom, as it was ticked for the meeting"};
        return Found{place == "meeting-time" ? meeting.time : meeting.place, source};
    }

    // Without one that is being prepared: the next that was arranged. It says neither time nor place.
    std::optional<Found> of_arranged_meeting(const std::string& place) const {
        const policy::LetterPart any{"", "next", "meeting", "day"};
        if (place == "meeting-children")
            return of_child(true);
        if (place == "meeting-day")
            return next(any);
        const auto* soonest = place == "meeting-kind" ? next_arranged(any) : nullptr;
        return soonest ? std::optional(Found{small_first(soonest->name()), "arranged by " + soonest->entry.said.recorded_by.full_name}) : std::nullopt;
    }

    std::optional<Found> last(const policy::LetterPart& part) const {
        const record::StoryEntry* newest = nullptr;
        for (const auto& story : m_asked.child.story)
            if (is_of(story, part) && !is_arranged(story) && story.day() <= m_asked.today && (!newest || newest->day() <= story.day()))
                newest = &story;
        if (!newest)
            return std::nullopt;
        const auto source = fmt::format("{}, written by {}", newest->name(), newest->entry.said.recorded_by.full_name);
        return Found{part.what == "day" ? calendar::in_words(newest->day()) : small_first(newest->name()), source};
    }

    const record::StoryEntry* next_arranged(const policy::LetterPart& part) const {
        const record::StoryEntry* soonest = nullptr;
        for (const auto& story : m_asked.child.story)
            if (is_of(story, part) && is_arranged(story) && planned_day(story) >= m_asked.today && (!soonest || planned_day(story) < planned_day(*soonest)))
                soonest = &story;
        return soonest;
    }

    std::optional<Found> next(const policy::LetterPart& part) const {
        const auto* soonest = next_arranged(part);
        if (!soonest)
            return std::nullopt;
        return Found{calendar::with_weekday(planned_day(*soonest)), fmt::format("{}, arranged by {}", soonest->name(), soonest->entry.said.recorded_by.full_name)};
    }

    bool is_of(const record::StoryEntry& story, const policy::LetterPart& part) const {
        return !story.withdrawn() && m_asked.pack.is_like(story.record_type(), part.of);
    }
    static bool is_arranged(const record::StoryEntry& story) {
        const auto* meeting = std::get_if<record::Meeting>(&story.entry.content);
        return meeting && meeting->arranged_only && meeting->planned_for;
    }

    static Day planned_day(const record::StoryEntry& story) { return *std::get<record::Meeting>(story.entry.content).planned_for; }

    static std::string in_a_row(const std::vector<std::string>& names) {
        std::string all;
        for (std::size_t i = 0; i < names.size(); ++i)
            all += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
        return all;
    }

    static constexpr const char* asked_as = "who is asked to the meeting";

    const LetterAsked& m_asked;
};

} // namespace

LetterBegun letter_from_record(const LetterAsked& asked) { return Filling(asked).all(); }

std::optional<KnownAddress> address_of(const record::Family& family, const PersonNumber& person, Day today) {
    const auto* home = family.household_of(person, today);
    if (!home || is_blank(home->address) || std::find(home->not_for.begin(), home->not_for.end(), person) != home->not_for.end())
        return std::nullopt;
    for (const auto& history : family.households) {
        if (history.now().household != home->household)
            continue;
        auto address = home->address;
        std::replace(address.begin(), address.end(), '\n', ',');
        std::vector<std::string> lines;
        for (const auto& line : split(address, ','))
            if (!is_blank(line))
                lines.push_back(trim(line));
        const auto& last = history.said.back();
        return KnownAddress{&history.now(), join(lines, ", "), history.now().since, history.now().said_by.empty() ? "written down by " + last.by.full_name : "said by " + history.now().said_by, calendar::london_day(last.at)};
    }
    return std::nullopt;
}

std::string source_of(const KnownAddress& address) {
    return (address.since ? "from " + calendar::in_words(*address.since) + ", " : std::string()) + address.who + " on " + calendar::in_words(address.said_on);
}

bool is_asked_again(const KnownAddress& address, const policy::Pack& pack, Day today) {
    const auto after = calendar::parse_count(pack.setting("address-asked-again", today));
    if (!after)
        return false;
    const auto until = calendar::due_date({*after, calendar::start_of(address.said_on), calendar::Direction::After, {}}, pack.calendar_named(""));
    return until && until->day < today;
}

std::vector<std::string> open_places_in(const std::string& words) {
    std::vector<std::string> all;
    auto add = [&](std::size_t at, std::string_view mark) {
        const auto line = words.rfind('\n', at) == std::string::npos ? 0 : words.rfind('\n', at) + 1;
        const auto opened = words.rfind('[', at), closed = words.find(']', at);
        const auto from = opened == std::string::npos || opened < line ? at : opened;
        all.push_back(words.substr(from, (closed == std::string::npos ? at + mark.size() : closed + 1) - from));
    };
    for (const auto mark : {open_begins.substr(0, open_begins.size() - 1), open_ends.substr(0, open_ends.size() - 2)})
        for (auto at = words.find(mark); at != std::string::npos; at = words.find(mark, at + mark.size()))
            add(at, mark);
    return all;
}

std::vector<std::string> statements_lacking(const policy::RecordType& type, const std::string& words) {
    auto all = policy::statements_of(type.letter);
    std::erase_if(all, [said = bared(words).all](const auto& one) { return said.find(bared(one).all) != std::string::npos; });
    return all;
}

} // namespace lifestory::casework
