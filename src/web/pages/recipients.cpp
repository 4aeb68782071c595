#include "web/pages/recipients.h"

#include <algorithm>

#include "base/text.h"
#include "policy/timeline_of.h"
#include "policy/who_gets.h"
#include "policy/who_signs.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/asked_people.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

namespace {

using record::StoryEntry;

std::string joined_name(const std::string& full_name, const std::string& who) { return who.empty() ? full_name : full_name + ", " + who; }

void add_person(std::vector<std::string>& people, const std::string& full_name, const std::string& who) {
    if (full_name.empty())
        return;
    const auto is_same = [&](const auto& known) { return known == full_name || known.starts_with(full_name + ", "); };
    if (std::ranges::none_of(people, is_same))
        people.push_back(joined_name(full_name, who));
}

bool are_names_closed(const StoryEntry& story, std::string_view item) {
    return std::ranges::any_of(story.closings, [&](const auto& closing) { return closing.what.sentence.item == item; });
}

void add_people_of(std::vector<std::string>& people, const StoryEntry& story, std::string_view item) {
    const auto* answer = story.form() ? story.form()->find(item) : nullptr;
    if (!answer || are_names_closed(story, item))
        return;
    if (const auto* came = std::get_if<record::People>(&answer->value))
        for (const auto& one : came->there)
            add_person(people, one.full_name, one.who_they_are);
    if (const auto* rows = std::get_if<record::Rows>(&answer->value))
        for (const auto& row : rows->rows)
            add_person(people, row.empty() ? "" : row[0], row.size() > 1 ? row[1] : "");
}

bool is_called(const std::string& given_to, const std::string& person) {
    const auto name = person.substr(0, person.find(','));
    return given_to == person || given_to == name || given_to.starts_with(name + ",");
}

class Finding {
public:
    Finding(const House& house, const access::OpenRecord& open, const StoryEntry& story)
        : m_house(house), m_open(open), m_story(story), m_pack(house.books.of(story.entry.said.judged_by.digest).pack()) {}

    std::vector<Recipient> all() {
        const bool is_work = record::is_signed_work(m_story.entry.content) && m_story.form() && !m_story.withdrawn();
        const auto* type = is_work ? m_pack.record_type(m_story.record_type()) : nullptr;
        for (const auto& who : type ? type->distribute_to : std::vector<std::string>{})
            add(who);
        return std::move(m_all);
    }

private:
    void add(const std::string& who) {
        const auto people = named(who);
        if (who == "family" || people.empty())
            add_one(policy::in_words({who}, m_pack), [&](const std::string& to) {
                return policy::is_for(to, who) || to == policy::in_words({who}, m_pack) || std::ranges::any_of(people, [&](const auto& one) { return is_called(to, one); });
            }, people);
        else
            for (const auto& person : people)
                add_one(person, [&](const std::string& to) { return is_called(to, person) || (people.size() == 1 && policy::is_for(to, who)); });
        if (who == "child" && m_story.is_released_on(m_house.today()) && m_all.back().had.empty())
            m_all.back().had.push_back(m_story.release()->how == "now" ? "may read it on their pages" : "read it together with a worker");
    }

    template <class IsTheirs>
    void add_one(const std::string& who, const IsTheirs& is_theirs, const std::vector<std::string>& people = {}) {
        if (std::ranges::any_of(m_all, [&](const auto& one) { return is_called(one.who, who); }))
            return;
        Recipient one{who, {}, people};
        for (const auto& given : m_story.sharings)
            if (is_theirs(given.what.to))
                one.had.push_back(given.what.how + ", " + calendar::in_words(given.what.on));
        m_all.push_back(std::move(one));
    }

    std::vector<std::string> named(const std::string& who) const {
        std::vector<std::string> people;
        if (who == "child")
            people.push_back(m_open.child->full_name());
        else if (who == "parents" || who == "family" || who == "carer")
            add_family(people, who);
        else if (who == "invited")
            add_invited(people);
        else if (who.starts_with("item "))
            add_people_of(people, m_story, who.substr(5));
        else if (who == "chair")
            add_chair(people);
        else if (who == "core-group")
            for (const auto& [worker, since] : policy::core_group_of(*m_open.child))
                add_worker(people, worker);
        else
            for (const auto* allocation : m_open.child->allocated_on(m_house.today()))
                if (const auto* worker = m_open.authority->worker(allocation->worker); worker && (allocation->relationship == who || worker->role == who))
                    add_worker(people, allocation->worker);
        return people;
    }

    void add_worker(std::vector<std::string>& people, const WorkerNumber& worker) const {
        if (const auto author = m_open.authority->author(worker))
            add_person(people, author->full_name, author->designation);
    }

    void add_family(std::vector<std::string>& people, const std::string& who) const {
        const auto child = m_open.child->person;
        const auto* home = child ? m_open.family->household_of(*child, m_house.today()) : nullptr;
        for (const auto* person : child ? m_open.family->related_to(*child) : std::vector<const record::Person*>{}) {
            const auto relation = m_open.family->who_to(person->person, *child, m_house.today());
            const auto name = joined_name(person->full_name, relation);
            const bool lives_there = home && m_open.family->household_of(person->person, m_house.today()) == home;
            if (!person->died && (policy::is_for(name, who) || (who == "carer" && lives_there && policy::is_for(name, "family"))))
                add_person(people, person->full_name, relation);
        }
    }

    // Of the meeting that it belongs to, where it is no meeting itself.
    const StoryEntry* meeting() const {
        const auto* document = std::get_if<record::Document>(&m_story.entry.content);
        return document && document->belongs_to ? m_open.child->find(*document->belongs_to) : &m_story;
    }

    void add_invited(std::vector<std::string>& people) const {
        const auto* of = meeting();
        if (!of)
            return;
        people = people_of(*of);
        if (of->form()) // who may hear about another child alone gets nothing of this one's
            std::erase_if(people, [&](const auto& person) { return hears_about(*of->form(), person) == Hears::No; });
    }

    void add_chair(std::vector<std::string>& people) const {
        if (const auto* of = meeting(); of && of != &m_story)
            add_person(people, of->entry.said.recorded_by.full_name, of->entry.said.recorded_by.designation);
    }

    const House& m_house;
    const access::OpenRecord& m_open;
    const StoryEntry& m_story;
    const policy::Pack& m_pack;
    std::vector<Recipient> m_all;
};

} // namespace

std::vector<std::string> people_of(const StoryEntry& meeting) {
    std::vector<std::string> people;
    for (const auto* item : {"people", "invited", "sent-word", "may-hear"})
        add_people_of(people, meeting, item);
    return people;
}

std::vector<Recipient> recipients_of(const House& house, const access::OpenRecord& open, const StoryEntry& story) {
    return sees_all(open) ? Finding(house, open, story).all() : std::vector<Recipient>{};
}

Html recipients_block(const House& house, const access::OpenRecord& open, const StoryEntry& story) {
    const auto all = recipients_of(house, open, story);
    if (all.empty())
        return Html();
    Html rows;
    std::vector<std::string> missing;
    for (const auto& one : all) {
        if (one.had.empty())
            missing.push_back(one.who);
        rows += one.had.empty() ? html("<li>{}: <strong>not given yet</strong></li>", capital(one.who)) : html("<li>{}: {}</li>", capital(one.who), join(one.had, "; "));
    }
    const auto sum = missing.empty() ? std::string("All who should get it have it.") : "Missing: " + join(missing, "; ") + ".";
    return html("<h2 class=\"govuk-heading-m\" id=\"who-should-get-it\">Who should get this</h2><p class=\"govuk-body\">{}</p><ul class=\"govuk-list govuk-list--bullet\">{}</ul>", sum, rows);
}

JsonArray recipients_json(const House& house, const access::OpenRecord& open, const StoryEntry& story) {
    JsonArray list;
    for (const auto& one : recipients_of(house, open, story)) {
        JsonArray had;
        for (const auto& words : one.had)
            had.emplace_back(words);
        list.push_back(JsonObject{{"who", one.who}, {"had", had}});
    }
    return list;
}

} // namespace lifestory::web::pages
