#include "web/pages/letter_people.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "record/letter.h"
#include "record/sentences.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

namespace {

// Somebody whom the record knows.
struct InTheRecord {
    std::vector<std::string> names; // any of these is this person alone
    std::string first_name;
    std::string said;               // "Maureen Barrow is your nan."
    std::string full_name;
    std::optional<PersonNumber> person; // of the family; else a worker
};

std::string first_name_of(const std::string& full_name) { return split(full_name, ' ').front(); }

InTheRecord relative(const record::Family& family, const record::Person& person, const record::Child& child, calendar::Day today) {
    auto who = child.person ? family.who_to(person.person, *child.person, today) : std::string();
    InTheRecord known{{person.full_name}, first_name_of(person.full_name), "", person.full_name, person.person};
    if (!is_blank(person.known_as))
        known.names.push_back(person.known_as);
    if (!who.empty())
        known.said = fmt::format("{} {} your {}.", person.full_name, person.died ? "was" : "is", within_a_sentence(who));
    return known;
}

// All that one worker did for the child: from the first day to the last.
struct Worked {
    WorkerNumber worker;
    std::string full_name;
    calendar::Day from{};
    std::optional<calendar::Day> until;
};

std::vector<Worked> workers_of(const record::Child& child) {
    std::vector<Worked> all;
    for (const auto& history : child.allocations) {
        const auto& one = history.now();
        auto known = std::ranges::find(all, one.worker, &Worked::worker);
        if (known == all.end()) {
            all.push_back({one.worker, one.full_name, one.from, one.until});
            continue;
        }
        known->from = std::min(known->from, one.from);
        known->until = known->until && one.until ? std::optional(std::max(*known->until, *one.until)) : std::nullopt;
    }
    return all;
}

InTheRecord worker(const access::OpenRecord& open, const Worked& worked, calendar::Day today) {
    auto author = open.authority->author(worked.worker);
    auto job = author && !author->designation.empty() ? "your " + fold(author->designation) : std::string("one of your workers");
    bool is_over = worked.until && *worked.until < today;
    auto how_long = is_over ? fmt::format("was {} from {} to {}", job, calendar::in_words(worked.from), calendar::in_words(*worked.until))
                            : fmt::format("has been {} since {}", job, calendar::in_words(worked.from));
    return {{worked.full_name}, first_name_of(worked.full_name), fmt::format("{} {}.", worked.full_name, how_long), worked.full_name, std::nullopt};
}

std::vector<InTheRecord> known_to(const access::OpenRecord& open, calendar::Day today) {
    std::vector<InTheRecord> all;
    for (const auto& history : open.family->people)
        if (history.now().person != open.child->person)
            all.push_back(relative(*open.family, history.now(), *open.child, today));
    for (const auto& one : workers_of(*open.child))
        all.push_back(worker(open, one, today));
    return all;
}

std::string without_tags(const std::string& markup) {
    std::string words;
    bool is_tag = false;
    for (char c : markup) {
        is_tag = is_tag || c == '<';
        words += is_tag ? ' ' : c;
        is_tag = is_tag && c != '>';
    }
    return words;
}

// As they stand on the page, where every part of the words is escaped.
bool stands_in(const std::string& page, const std::string& name) { return !is_blank(name) && record::has_word(page, html("{}", name).markup()); }

// A first name that two have tells of neither.
bool is_named(const std::string& page, const InTheRecord& one, const std::vector<InTheRecord>& all) {
    if (std::ranges::any_of(one.names, [&](const auto& name) { return stands_in(page, name); }))
        return true;
    return std::ranges::count(all, one.first_name, &InTheRecord::first_name) == 1 && stands_in(page, one.first_name);
}

std::vector<InTheRecord> named_in(const ChildReading& reading, const std::vector<InTheRecord>& all) {
    std::string page;
    for (const auto& part : reading.parts)
        page += without_tags(part.content.markup()) + "\n";
    std::vector<InTheRecord> named;
    for (const auto& one : all)
        if (is_named(page, one, all))
            named.push_back(one);
    return named;
}

} // namespace

Html who_is_in_it(const House& house, const access::OpenRecord& open, const ChildReading& reading) {
    const auto not_told = record::people_not_told(*open.child, *open.family);
    Html lines;
    for (const auto& one : named_in(reading, known_to(open, house.today())))
        if (!one.said.empty() && !(one.person && not_told.contains(*one.person)))
            lines += html("<li>{}</li>", one.said);
    return lines.empty() ? Html() : html("<h3 class=\"govuk-heading-s\">Who is in this letter</h3><ul class=\"govuk-list app-book__who\">{}</ul>", lines);
}

Html links_to_people(const House& house, const access::OpenRecord& open, const ChildReading& reading) {
    Html lines;
    for (const auto& one : named_in(reading, known_to(open, house.today()))) {
        if (!one.person) {
            lines += html("<li>{}</li>", one.said);
            continue;
        }
        auto link = html("<a class=\"govuk-link\" href=\"{}\">{}</a>", url("/children/" + open.record.hex() + "/people#person-" + one.person->hex()), one.full_name);
        auto who = open.child->person ? open.family->who_to(*one.person, *open.child->person, house.today()) : std::string();
        lines += who.empty() ? html("<li>{}</li>", link) : html("<li>{}, {}</li>", link, within_a_sentence(who));
    }
    return lines.empty() ? Html() : html("<h2 class=\"govuk-heading-m\">Whom this letter names</h2><ul class=\"govuk-list\">{}</ul>", lines);
}

} // namespace lifestory::web::pages
