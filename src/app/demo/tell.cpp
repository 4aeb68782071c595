#include "app/demo/tell.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "casework/allocate.h"
#include "casework/change_fact.h"
#include "casework/episode.h"
#include "casework/family.h"
#include "casework/open_child.h"
#include "casework/record_form.h"
#include "casework/record_work.h"
#include "casework/register.h"
#include "app/demo/beside.h"
#include "policy/judge.h"
#include "policy/statuses.h"
#include "policy/timeline_of.h"
#include "policy/who_decides.h"
#include "policy/who_signs.h"

namespace lifestory::app::demo {

namespace {

using casework::Writing;

class Teller {
public:
    Teller(Town& town, const Step& step)
        : m_town(town), m_step(step), m_family(*step.family), m_told(town.family(*step.family)), m_today(calendar::london_day(step.at)) {}

    void operator()(const SignsWork&) {} // tell_work

    void operator()(const OpensChild& it) {
        const auto& person = *it.person;
        const bool is_born = person.born && *person.born <= m_today;
        casework::Opening opening{person.name, person.known_as, person.pronouns};
        opening.born = is_born ? person.born : std::nullopt;
        if (!is_born)
            opening.expected = person.expected ? person.expected : person.born;
        opening.told_by = told_by(person.id);
        opening.known_on = m_today;
        opening.child = RecordNumber::random();
        opening.person = m_told.persons.emplace(person.id, PersonNumber::random()).first->second;
        opening.family = m_told.is_opened() ? std::optional(m_told.record) : std::nullopt;
        opening.new_family = m_told.record;
        opening.family_name = m_family.name;
        m_told.children[person.id].record = opening.child;
        keep(casework::open_child(manager(person.id), opening), person);
    }

    void operator()(const SaysPerson& it) {
        const auto& one = *it.person;
        auto number = m_told.persons.emplace(one.id, PersonNumber::random()).first->second;
        auto so_far = [&](std::optional<Day> day) { return day && *day <= m_today ? day : std::nullopt; };
        record::Person person{number, one.name, one.known_as, one.pronouns, one.telephone, one.note, so_far(one.born), so_far(one.died)};
        if (!person.born)
            person.expected = one.expected ? one.expected : one.born;
        if (auto child = m_told.children.find(one.id); child != m_told.children.end())
            person.child = child->second.record;
        keep(casework::add_person(somebody(), m_told.family, person, casework::SamePerson::NoAnother), one);
    }

    void operator()(const SaysRelationship& it) {
        const auto& one = *it.tie;
        auto until = it.part == Part::Ends ? one.until : std::nullopt;
        keep(casework::add_relationship(somebody(), m_told.family, {m_told.persons.at(one.from), m_told.persons.at(one.to), one.kind, one.since,
                                                                    until, one.parental_responsibility, one.told_by}), one);
    }

    void operator()(const SaysHousehold& it) {
        const auto& one = *it.home;
        record::Household home{one.id, one.name, one.address, {}, one.since, it.part == Part::Ends ? one.until : std::nullopt};
        for (const auto& member : one.members)
            home.members.push_back(m_told.persons.at(member));
        keep(casework::set_household(somebody(), m_told.family, home), one);
    }

    void operator()(const Allocates& it) {
        const auto& one = *it.allocation;
        const auto worker = m_town.worker(one.worker);
        if (it.part == Part::Begins)
            keep(casework::allocate(manager(one.child), child(one.child), worker, one.relationship, one.from), one);
        else if (!is_ended(one, worker.worker))
            keep(casework::end_allocation(manager(one.child), child(one.child), worker.worker, one.relationship, *one.until), one);
    }

    void operator()(const SaysEpisode& it) {
        const auto& one = *it.episode;
        const auto* type = type_of(m_town, one.type, one);
        if (!type)
            return;
        auto& number = m_told.episodes[one.id];
        if (it.part == Part::Begins) {
            number = EntryId::random().hex();
            auto form = form_for(m_town, m_family, one.child, *type, one.answers, nullptr, m_today);
            keep(casework::begin_episode(manager(one.child), child(one.child), {number, form, one.started, {}}), one);
        } else {
            keep(casework::end_episode(manager(one.child), child(one.child), number, *one.ended), one);
        }
    }

    void operator()(const IsBorn& it) {
        record::BasicDetail born{"born", calendar::iso(*it.person->born), "", told_by(it.person->id), it.person->born, {}, false};
        keep(casework::change_fact(worker_of(it.person->id), child(it.person->id), born, m_today), *it.person);
    }

    void operator()(const SaysDetail& it) {
        const auto& one = *it.detail;
        auto act = worker_of(one.child);
        if (one.fact == "preferred-word")
            keep(casework::set_word(act, child(one.child), one.instead_of, one.value), one);
        else
            keep(casework::change_fact(act, child(one.child), {one.fact, one.value, "", one.said_by, one.since, {}, false}, m_today), one);
    }

    void operator()(const SignsEntry& it) {
        const auto& one = *it.entry;
        if (const auto* type = type_of(m_town, one.type, one))
            for (const auto& id : one.children)
                sign(one, *type, id);
    }

    void operator()(const SaysBeside& it) { tell_beside(m_town, m_family, *it.after); }

private:
    void keep(const Result<Writing>& writing, const Stands& at) { m_town.keep(writing, at, m_step.at); }
    const record::Child& child(const std::string& id) { return m_told.children.at(id); }
    casework::Act manager(const std::string& id) const { return m_town.act(m_town.manager_of_work(m_family, id, m_today), m_step.at); }
    casework::Act worker_of(const std::string& id) const { return m_town.act(m_town.allocated_to(m_family, id, m_today), m_step.at); }
    casework::Act somebody() const { return worker_of(m_told.children.begin()->first); }

    bool is_ended(const AllocationOf& one, WorkerNumber worker) {
        const auto& all = child(one.child).allocations;
        return std::ranges::any_of(all, [&](const auto& each) {
            const auto& now = each.now();
            return now.worker == worker && now.relationship == one.relationship && now.from == one.from && now.until == one.until;
        });
    }

    // Who first spoke of this child: who told the first entry, else the worker who came.
    std::string told_by(const std::string& id) const {
        const EntryOf* first = nullptr;
        for (const auto& one : m_family.entries)
            if (std::ranges::find(one.children, id) != one.children.end() && (!first || one.recorded < first->recorded))
                first = &one;
        if (first && !first->told_by.empty())
            return first->told_by;
        const auto& worker = *m_town.data().worker(m_town.allocated_to(m_family, id, m_today));
        return worker.name + ", " + worker.designation;
    }

    // Notes are of the newest meeting, up to their day, of the types that they can belong to.
    static std::optional<EntryId> newest_of(const record::Child& told, const policy::RecordType& type, Day day) {
        const record::StoryEntry* newest = nullptr;
        for (const auto& story : told.story)
            if (std::ranges::find(type.belongs_to, story.record_type()) != type.belongs_to.end() && story.day() <= day &&
                (!newest || newest->day() <= story.day()))
                newest = &story;
        return newest ? std::optional(newest->entry.id) : std::nullopt;
    }

    std::vector<EntryId> spoken_of(const EntryOf& one, const std::string& id) {
        std::vector<EntryId> entries;
        for (const auto& name : one.speaks_of) {
            auto found = m_told.entries.find({name, id});
            if (found == m_told.entries.end())
                m_town.problems().add(*one.at, "speaks_of", "no entry of this child before this one has the id " + name);
            else
                entries.push_back(found->second);
        }
        return entries;
    }

    void sign(const EntryOf& one, const policy::RecordType& type, const std::string& id) {
        auto own = one.each.find(id);
        casework::Filled filled;
        filled.form = form_for(m_town, m_family, id, type, one.answers, own == one.each.end() ? nullptr : own->second, one.happened);
        filled.happened_on = one.happened;
        filled.happened_at = one.at_time;
        filled.known_on = one.known;
        filled.belongs_to = newest_of(child(id), type, one.happened);
        filled.speaks_of = spoken_of(one, id);
        filled.told_by = one.told_by;
        filled.was_there = one.told_by.empty() ? casework::WasThere::Yes : casework::WasThere::No;
        filled.late = one.late ? casework::Late::Yes : casework::Late::No;
        filled.why_late = one.late;
        const auto act = m_town.act(one.by, m_step.at);
        const auto timeline = policy::timeline_of(child(id), m_town.authority(), m_town.pack());
        const auto statuses = policy::statuses_of(m_town.pack(), timeline);
        const auto roles = policy::roles_on(child(id), m_town.authority(), act.author.worker, m_today);
        filled.only_signed_by = policy::only_signed_by(type, roles, m_town.pack());
        filled.only_decided_by = policy::only_decided_by(type, filled.form, act.author.worker, child(id), m_town.authority(), m_today, m_town.pack());
        const auto happening = policy::happening_of_draft(filled.form, act.id, one.happened, one.at_time, roles, m_town.pack());
        const auto items = policy::asked_items(type, {&m_town.pack(), &timeline, &statuses, one.happened, &happening});
        auto writing = casework::record_form(act, child(id), {type, std::span(items)}, filled);
        if (writing)
            m_told.entries[{one.id, id}] = writing->front().id;
        keep(writing, one);
    }

    Town& m_town;
    const Step& m_step;
    const FamilyOf& m_family;
    FamilyTold& m_told;
    Day m_today;
};

// One entry; `worker`: whose, null of a team.
void tell_work_of(Town& town, const WorkOf& work, const policy::RecordType& type, const WorkerOf* worker, Instant at) {
    casework::Filled filled;
    filled.form = {type.id, type.name, {}};
    filled.happened_on = work.happened;
    std::vector<const policy::Item*> asked;
    for (const auto& item : type.items) {
        const bool is_worker = item.type == policy::ItemType::Worker;
        if (is_worker && worker)
            filled.form.answers.push_back({item.id, item.label, item.part, name_of(item.type),
                                           record::People{{{worker->name, worker->designation, {}, town.number_of(worker->id)}}, false}});
        for (const auto& [id, words] : {std::pair{"talked-about", &work.talked_about}, {"agreed", &work.agreed}})
            if (item.id == id)
                filled.form.answers.push_back({item.id, item.label, item.part, name_of(item.type), record::Text{*words}});
        if (is_worker || item.id == "talked-about" || item.id == "agreed")
            asked.push_back(&item);
    }
    town.keep(casework::record_work(town.act(work.by, at), town.authority(), {type, asked}, filled), work, at);
}

void tell_work(Town& town, const WorkOf& work, Instant at) {
    const auto* type = type_of(town, work.type, work);
    if (!type)
        return;
    if (work.about.empty())
        tell_work_of(town, work, *type, nullptr, at);
    for (const auto& worker : work.about)
        tell_work_of(town, work, *type, town.data().worker(worker), at);
}

} // namespace

void tell_authority(Town& town) {
    const auto at = begins(town.data());
    const auto& data = town.data();
    const auto& by = std::ranges::find_if(data.workers, [&](const auto& one) { return town.pack().acts_as(one.role) == "administrator"; });
    const auto who = by == data.workers.end() ? data.workers.front().id : by->id;
    for (const auto& one : data.teams)
        town.keep(casework::register_team(town.act(who, at), town.authority_record(), town.team(one.id)), one, at);
    for (const auto& one : data.workers)
        town.keep(casework::register_worker(town.act(who, at), town.authority_record(), town.worker(one.id)), one, at);
    for (const auto& one : data.workers)
        if (!one.manager.empty())
            town.keep(casework::set_line_of_management(town.act(who, at), town.authority(), {town.number_of(one.id), town.number_of(one.manager)}), one, at);
}

void tell(Town& town, const Step& step) {
    if (const auto* signs = std::get_if<SignsWork>(&step.deed))
        tell_work(town, *signs->work, step.at);
    else
        std::visit(Teller(town, step), step.deed);
}

record::Form form_for(Town& town, const FamilyOf& family, const std::string& child, const policy::RecordType& type, const Node* answers,
                      const Node* of_the_child, Day day) {
    return form_of(type, answers, of_the_child, town.people_around(family, child, day), town.problems());
}

const policy::RecordType* type_of(Town& town, const std::string& type, const Stands& at) {
    const auto* found = town.pack().record_type(type);
    if (!found)
        town.problems().add(*at.at, type, "the pack has no record type of this id");
    return found;
}

} // namespace lifestory::app::demo
