#include "record/letter.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "calendar/london.h"
#include "record/sentences.h"

namespace lifestory::record {

namespace {

// ---- who is not to be named

struct NotTold {
    std::set<PersonNumber> people;
    std::vector<std::string> names;

    bool are_named_in(std::string_view words) const {
        const auto folded = fold(words);
        return std::ranges::any_of(names, [&](const auto& name) { return has_word(folded, name); });
    }
};

bool lists(const std::vector<PersonNumber>& all, const PersonNumber& one) { return std::ranges::find(all, one) != all.end(); }

NotTold not_told(const Child& child, const Family& family) {
    NotTold hidden;
    hidden.people = people_not_told(child, family);
    for (const auto& person : family.people) {
        if (!hidden.people.contains(person.now().person))
            continue;
        for (const auto& said : person.said) // by an earlier name, too
            for (const auto& name : {said.what.full_name, said.what.known_as, split(said.what.full_name, ' ').front()}) // "Maureen Barrow", "Nan", "Maureen"
                if (!is_blank(name))
                    hidden.names.push_back(fold(name));
    }
    return hidden;
}

// ---- what was promised

using Told = std::map<std::pair<EntryId, std::uint32_t>, bool>;

Told told_in_letters(const Child& child) {
    Told told;
    for (const auto& story : child.story)
        if (const auto* document = std::get_if<Document>(&story.entry.content); document && !story.withdrawn())
            for (const auto& promise : document->promises)
                told[{promise.entry, promise.place}] = promise.kept;
    return told;
}

// As they read now; where words of them were put right or closed, a line of these words is the promise.
std::vector<Promise> lines_of(const StoryEntry& visit, const Answer& answer, const Actions& actions, std::uint32_t before) {
    std::vector<Promise> all;
    auto add = [&](std::string what, std::string who, std::optional<Day> by) {
        ++before;
        if (!is_blank(what))
            all.push_back({visit.entry.id, visit.day(), before, trim(what), std::move(who), by, Promised::NotSaid});
    };
    const auto now = words_now(visit, answer.item);
    if (now == words_of(answer))
        for (const auto& action : actions.actions)
            add(action.what, action.who, action.by);
    else
        for (const auto& line : split(now, '\n'))
            add(line, "", std::nullopt);
    return all;
}

std::vector<Promise> promises_in(const StoryEntry& visit, const Form& form, const Told& told) {
    std::vector<Promise> all;
    std::uint32_t before = 0;
    for (const auto& answer : form.answers) {
        const auto* actions = std::get_if<Actions>(&answer.value);
        if (!actions)
            continue;
        for (auto& promise : lines_of(visit, answer, *actions, before)) {
            if (const auto said = told.find({promise.entry, promise.place}); said != told.end())
                promise.state = said->second ? Promised::Kept : Promised::NotKept;
            all.push_back(std::move(promise));
        }
        before += static_cast<std::uint32_t>(actions->actions.size());
    }
    return all;
}

// ---- lines

std::string first_sentence(std::string_view words) {
    const auto all = sentences(words);
    return all.empty() ? std::string() : std::string(words.substr(all.front().begin, all.front().end - all.front().begin));
}

// Her own words stay whole where they are few.
std::string her_words(std::string_view words) {
    constexpr std::size_t few = 120;
    auto whole = trim(words);
    return letters(whole) <= few && whole.find('\n') == std::string::npos ? whole : first_sentence(words);
}

// Why it is important, else how its words begin, else what it is called.
std::string importance_of(const StoryEntry& story, const Form& form) {
    if (auto why = words_now(story, "significant-why"); !is_blank(why))
        return why;
    for (const auto& answer : form.answers)
        if (answer.part == "what-happened" && answer.type == "prose")
            if (auto words = words_now(story, answer.item); !is_blank(words))
                return words;
    return story.name();
}

bool is_important(const Form& form) {
    const auto* answer = form.find("significant");
    const auto* said = answer ? std::get_if<YesNo>(&answer->value) : nullptr;
    return said && said->yes;
}

bool is_visit(const StoryEntry& story) { return std::holds_alternative<Visit>(story.entry.content); }

bool has_own_words(const Form& form) {
    return std::ranges::any_of(form.answers, [](const Answer& answer) {
        const auto* views = std::get_if<Views>(&answer.value);
        return views && std::ranges::any_of(views->views, [](const View& view) { return view.whose == "child" && view.through.empty(); });
    });
}

// She saw who was there when she was seen, or when she told us something there herself.
bool was_she_there(const GivenEntry& given) {
    if (is_visit(*given.story))
        return given.form.seen() && given.form.seen() != Seen::NotSeen;
    return std::holds_alternative<CaseNote>(given.story->entry.content) && has_own_words(given.form);
}

class Gathering {
public:
    Gathering(const Child& child, const Family& family, Day since) : m_told(told_in_letters(child)), m_hidden(not_told(child, family)) {
        m_all.since = since;
    }

    void add(const GivenEntry& given) {
        for (const auto& answer : given.form.answers)
            add_answer(*given.story, answer);
        if (is_important(given.form))
            add_line(m_all.important, *given.story, first_sentence(importance_of(*given.story, given.form)));
        if (was_she_there(given))
            add_people(given);
        if (is_visit(*given.story))
            add_promises(given);
    }

    // What an earlier letter said was not done yet is owed until one says that it is.
    void add_left_over(const GivenEntry& given) {
        if (!is_visit(*given.story))
            return;
        for (auto& promise : promises_in(*given.story, given.form, m_told))
            if (promise.state == Promised::NotKept)
                add_promise(std::move(promise));
    }

    Gathered all() {
        std::ranges::stable_sort(m_all.promises, {}, [](const Promise& one) { return std::pair(place_of(one.state), one.day); });
        for (auto* lines : {&m_all.told, &m_all.decided, &m_all.important, &m_all.did})
            std::ranges::stable_sort(*lines, {}, &GatheredLine::day);
        std::ranges::stable_sort(m_all.saw, std::greater(), &SeenPerson::times);
        return std::move(m_all);
    }

private:
    static int place_of(Promised state) { return state == Promised::NotKept ? 0 : state == Promised::NotSaid ? 1 : 2; }

    void add_line(std::vector<GatheredLine>& lines, const StoryEntry& story, std::string line) {
        if (!line.empty() && !m_hidden.are_named_in(line))
            lines.push_back({story.entry.id, story.day(), std::move(line)});
    }

    void add_answer(const StoryEntry& story, const Answer& answer) {
        const auto now = words_now(story, answer.item);
        if (const auto* views = std::get_if<Views>(&answer.value))
            add_views(story, *views, now == words_of(answer) ? std::nullopt : std::optional(now));
        else if (answer.part == "decision" && answer.type == "prose" && answer.item != "reason" && answer.item != "views-used")
            add_line(m_all.decided, story, first_sentence(now));
        else if (answer.item == "you-did")
            add_line(m_all.did, story, first_sentence(now));
    }

    // `put_right`: how they read since words of them were put right or closed; then nobody can tell whose a line is, unless all are hers.
    void add_views(const StoryEntry& story, const Views& views, const std::optional<std::string>& put_right) {
        const auto is_hers = [](const View& view) { return view.whose == "child"; };
        if (put_right && std::ranges::all_of(views.views, is_hers))
            add_line(m_all.told, story, her_words(*put_right));
        for (const auto& view : views.views)
            if (!put_right && is_hers(view))
                add_line(m_all.told, story, her_words(view.words));
    }

    void add_people(const GivenEntry& given) {
        for (const auto& answer : given.form.answers)
            if (const auto* people = std::get_if<People>(&answer.value); people && answer.type == "people")
                for (const auto& present : people->there)
                    if (!present.worker && !(present.person && m_hidden.people.contains(*present.person)) && !m_hidden.are_named_in(present.full_name) &&
                        !m_hidden.are_named_in(present.who_they_are))
                        add_person(*given.story, present);
    }

    void add_person(const StoryEntry& story, const Present& present) {
        const auto same = [&](const SeenPerson& one) { return one.who.person == present.person && (present.person || one.who.full_name == present.full_name); };
        auto found = std::ranges::find_if(m_all.saw, same);
        if (found == m_all.saw.end())
            found = m_all.saw.insert(found, SeenPerson{present, 0, {}, {}});
        ++found->times;
        if (found->day <= story.day()) {
            found->entry = story.entry.id;
            found->day = story.day();
        }
    }

    void add_promises(const GivenEntry& given) {
        for (auto& promise : promises_in(*given.story, given.form, m_told))
            add_promise(std::move(promise));
    }

    void add_promise(Promise promise) {
        if (!m_hidden.are_named_in(promise.what) && !m_hidden.are_named_in(promise.who))
            m_all.promises.push_back(std::move(promise));
    }

    Told m_told;
    NotTold m_hidden;
    Gathered m_all;
};

Day opened_on(const Child& child) { return calendar::london_day(child.opened_at); }

bool is_gathered(const GivenEntry& given, Day today) {
    return !given.story->withdrawn() && given.story->record_type() != letter_type && given.story->day() <= today;
}

} // namespace

bool Gathered::holds(const EntryId& entry) const {
    const auto is_it = [&](const auto& one) { return one.entry == entry; };
    return std::ranges::any_of(promises, is_it) || std::ranges::any_of(saw, is_it) ||
           std::ranges::any_of(std::initializer_list<const std::vector<GatheredLine>*>{&told, &decided, &important, &did},
                               [&](const auto* lines) { return std::ranges::any_of(*lines, is_it); });
}

std::set<PersonNumber> people_not_told(const Child& child, const Family& family) {
    std::set<PersonNumber> people;
    if (!child.person)
        return people;
    for (const auto& tie : family.relationships) {
        const auto& now = tie.now();
        if (lists(now.not_told, *child.person) && (now.from == *child.person || now.to == *child.person))
            people.insert(now.from == *child.person ? now.to : now.from);
    }
    for (const auto& person : family.people)
        if (lists(person.now().not_told, *child.person))
            people.insert(person.now().person);
    return people;
}

std::vector<const StoryEntry*> letters_of(const Child& child) {
    std::vector<const StoryEntry*> letters;
    for (const auto& story : child.story)
        if (story.record_type() == letter_type && !story.withdrawn())
            letters.push_back(&story);
    std::ranges::stable_sort(letters, {}, &StoryEntry::day);
    return letters;
}

Day tells_from(const Child& child, const StoryEntry& letter) {
    auto since = opened_on(child);
    for (const auto* earlier : letters_of(child)) {
        if (earlier->entry.id == letter.entry.id || earlier->day() > letter.day()) // a withdrawn one is not among them
            break;
        since = earlier->day();
    }
    return since;
}

std::vector<Promise> promises_of(const Child& child, const StoryEntry& visit) {
    const auto* form = visit.form();
    return form ? promises_in(visit, *form, told_in_letters(child)) : std::vector<Promise>{};
}

Gathered gather_for_letter(const Child& child, const Family& family, std::span<const GivenEntry> given, Day today) {
    const auto letters = letters_of(child);
    const auto* last = letters.empty() ? nullptr : letters.back();
    Gathering gathering(child, family, last ? last->day() : opened_on(child));
    for (const auto& one : given) {
        const auto& story = *one.story;
        if (!is_gathered(one, today))
            continue;
        // What happened before the last letter and was written after it was in no letter yet.
        if (!last || story.day() > last->day() || story.entry.place > last->entry.place)
            gathering.add(one);
        else
            gathering.add_left_over(one);
    }
    auto all = gathering.all();
    all.since_a_letter = last != nullptr;
    return all;
}

Gathered gather_for_story(const Child& child, const Family& family, std::span<const GivenEntry> given, Day today) {
    Gathering gathering(child, family, opened_on(child));
    for (const auto& one : given)
        if (is_gathered(one, today))
            gathering.add(one);
    return gathering.all();
}

} // namespace lifestory::record
