#include "web/pages/draft_view.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "policy/timeline_of.h"
#include "policy/who_decides.h"
#include "policy/who_signs.h"
#include "web/pages/about_child.h"
#include "web/pages/draft_findings.h"
#include "web/pages/pulled_through.h"
#include "web/pages/letter_draft.h"
#include "web/pages/letter_guard.h"
#include "web/pages/written_letter_draft.h"
#include "web/pages/one_visit.h"

namespace lifestory::web::pages {

namespace {

// As on the day it happened; none of the children visited whose parts this caller may see. Family first, in the order in which they were said, then the caller, then who works or worked with
// the child; and whoever was ticked before the day was changed.
std::vector<Known> known_people(const House& house, const Caller& caller, const DraftView& view, calendar::Day day) {
    std::vector<Known> known;
    const auto& open = *view.open;
    const auto& child = *open.child;
    for (const auto& history : open.family->people) {
        const auto& person = history.now();
        bool is_visited = person.child && std::ranges::find(view.with, *person.child) != view.with.end() &&
                          !house.door.look_over(caller.visitor, std::span(&*person.child, 1), house.now()).empty(); // else nobody is told of their part
        if (child.person == person.person || is_visited || (person.died && *person.died < day))
            continue;
        auto who = child.person ? open.family->who_to(person.person, *child.person, day) : std::string();
        known.push_back({"person:" + person.person.hex(), {person.full_name, who, person.person, std::nullopt}});
    }
    std::set<WorkerNumber> workers{caller.worker()};
    known.push_back({"worker:" + caller.worker().hex(), {caller.author().full_name, caller.author().designation, std::nullopt, caller.worker()}});
    auto add = [&](WorkerNumber worker) {
        auto author = open.authority->author(worker);
        if (author && workers.insert(worker).second)
            known.push_back({"worker:" + worker.hex(), {author->full_name, author->designation, std::nullopt, worker}});
    };
    for (const auto* allocation : child.allocated_on(day))
        add(allocation->worker);
    for (const auto& [name, value] : view.draft.fields)
        for (const auto& line : lines_of(value))
            if (line.starts_with("worker:"))
                if (auto worker = WorkerNumber::parse(line.substr(7)))
                    add(*worker);
    return known;
}

policy::Circumstances circumstances(const House& house, const DraftView& view, const policy::Happening* happening) {
    auto now = circumstances(house, view.judged, view.happened_on.value_or(house.today()), happening);
    now.children = view.for_all ? policy::Children::Several : policy::Children::One;
    return now;
}

policy::Happening happening_of(const House& house, const Caller& caller, const DraftView& view, const record::Form& form) {
    auto day = view.happened_on.value_or(house.today());
    auto by = view.open ? policy::roles_on(*view.open->child, *view.open->authority, caller.worker(), day) : std::vector<std::string>{};
    auto happening = policy::happening_of_draft(form, EntryId::from_bytes(view.draft.form.view()), day, view.happened_at, by, house.pack());
    happening.belongs_to = belongs_to(view);
    return happening;
}

void read_when(DraftView& view) {
    auto day = read_day(view.draft.fields, "when");
    if (day)
        view.happened_on = *day;
    else
        view.when_refusals.push_back(day.refusal());
    auto time = trim(field(view.draft.fields, "when.time"));
    if (time.empty())
        return;
    auto minutes = calendar::parse_clock_time(time);
    if (minutes)
        view.happened_at = *minutes;
    else
        view.when_refusals.push_back(refuse("not-a-time", "Write the time like 16:30", "when.time"));
}

// What nobody answered and the pack proposes, put among the fields as they are read. The draft keeps what was typed.
desk::Fields with_proposals(const House& house, const policy::Happening& happening, DraftView& view) {
    auto fields = view.draft.fields;
    for (const auto& item : view.type->items) {
        auto name = "item." + item.id;
        bool is_open = item.force && !item.proposed.empty() && field(fields, name).empty();
        auto proposed = is_open ? policy::proposed_value(item, circumstances(house, view, &happening)) : std::nullopt;
        if (!proposed)
            continue;
        fields[name] = proposed->value;
        view.proposed.push_back({&item, *proposed});
    }
    return fields;
}

const record::Child* child_of(const DraftView& view) { return view.open ? view.open->child.get() : nullptr; }

// Whose answers count when it is decided what is asked: an answer to what is not asked, because of another answer, counts for nothing.
std::vector<const policy::Item*> that_count(const DraftView& view) {
    std::vector<const policy::Item*> all;
    for (const auto& item : view.type->items)
        if (item.when.empty() || (!item.force && !item.for_all) || std::ranges::find(view.asked, &item) != view.asked.end())
            all.push_back(&item);
    return all;
}

constexpr int longest_chain = 8; // of items each of which hangs on the answer to the one before

// Again and again: which items are asked, and what is proposed, may hang on answers to others.
void read_items(const House& house, const Caller& caller, DraftView& view) {
    std::vector<const policy::Item*> count;
    for (const auto& item : view.type->items)
        count.push_back(&item);
    auto first = pages::read_form({*view.type, count, view.draft.fields, view.known, child_of(view)});
    auto happening = happening_of(house, caller, view, first.form);
    auto fields = with_proposals(house, happening, view);
    if (!view.proposed.empty())
        happening = happening_of(house, caller, view, pages::read_form({*view.type, count, fields, view.known, child_of(view)}).form);
    view.asked = policy::asked_items(*view.type, circumstances(house, view, &happening));
    for (int i = 0; i < longest_chain && that_count(view) != count; ++i) {
        count = that_count(view);
        happening = happening_of(house, caller, view, pages::read_form({*view.type, count, fields, view.known, child_of(view)}).form);
        view.asked = policy::asked_items(*view.type, circumstances(house, view, &happening));
    }
    view.read = pages::read_form({*view.type, view.asked, fields, view.known, child_of(view)});
    happening = happening_of(house, caller, view, view.read.form);
    view.written = policy::written_to_child(view.type->id, circumstances(house, view, &happening));
    view.due = policy::obligations_of_draft(house.books, *view.judged.timeline, happening, house.now());
}

// Of one visit to several children: what is the same for all joins the child's part, which stands before it.
void join_what_is_for_all(const House& house, DraftView& view) {
    if (!view.draft.same_for_all)
        return;
    auto for_all = house.desk.draft(*view.draft.same_for_all);
    if (!for_all)
        return;
    view.draft.fields.insert(for_all->fields.begin(), for_all->fields.end());
    view.with = children_beside(house, *for_all, view.draft.draft);
    view.for_all = std::move(*for_all);
}

DraftView made_of(const House& house, const Caller& caller, desk::Draft draft, std::optional<access::OpenRecord> open) {
    DraftView view;
    view.draft = std::move(draft);
    view.open = std::move(open);
    view.type = house.pack().record_type(view.draft.record_type);
    join_what_is_for_all(house, view);
    read_when(view);
    if (view.open) {
        view.judged = judge(house, *view.open);
        view.known = known_people(house, caller, view, view.happened_on.value_or(house.today()));
    }
    if (view.type)
        read_items(house, caller, view);
    find_in(house, caller, view);
    return view;
}

} // namespace

std::string DraftView::first_name() const { return open ? open->child->first_name() : "the child"; }

std::string DraftView::of_whom() const { return for_all ? "the children" : first_name(); }

Result<DraftView> view_of(const House& house, const Caller& caller, desk::Draft draft) {
    std::optional<access::OpenRecord> open;
    if (draft.record)
        open = TRY(house.door.open(caller.visitor, *draft.record, std::nullopt, house.now()));
    return made_of(house, caller, std::move(draft), std::move(open));
}

DraftView view_with(const House& house, const Caller& caller, desk::Draft draft, access::OpenRecord open) {
    return made_of(house, caller, std::move(draft), std::move(open));
}

std::vector<const policy::Item*> asked_if_seen(const House& house, const DraftView& view, std::string_view seen) {
    auto happening_with = [&](std::string_view answer) {
        policy::Happening happening;
        happening.record_type = view.type->id;
        for (const auto& item : view.type->items)
            if (item.type == policy::ItemType::Seen && !answer.empty())
                happening.items[item.id] = {std::string(answer)};
        return happening;
    };
    auto with = happening_with(seen), without = happening_with("");
    auto asked = policy::asked_items(*view.type, circumstances(house, view, &with));
    auto always = policy::asked_items(*view.type, circumstances(house, view, &without));
    std::vector<const policy::Item*> more;
    for (const auto* item : asked)
        if (std::find(always.begin(), always.end(), item) == always.end())
            more.push_back(item);
    return more;
}

std::vector<const record::StoryEntry*> can_belong_to(const DraftView& view) {
    std::vector<const record::StoryEntry*> found;
    if (!view.open || !view.type)
        return found;
    for (const auto& story : view.open->child->story)
        if (std::ranges::find(view.type->belongs_to, story.record_type()) != view.type->belongs_to.end())
            found.push_back(&story);
    std::ranges::stable_sort(found, [](const auto* left, const auto* right) { return left->day() > right->day(); });
    return found;
}

std::optional<EntryId> belongs_to(const DraftView& view) {
    auto choices = can_belong_to(view);
    auto chosen = EntryId::parse(field(view.draft.fields, "belongs-to"));
    for (const auto* story : choices)
        if (chosen && story->entry.id == *chosen)
            return *chosen;
    return choices.empty() ? std::nullopt : std::optional(choices.front()->entry.id);
}

const policy::Proposed* proposed_for(const DraftView& view, const policy::Item& item) {
    auto found = std::ranges::find(view.proposed, &item, &ProposedItem::item);
    return found == view.proposed.end() ? nullptr : &found->what;
}

bool is_late(const DraftView& view) {
    return std::any_of(view.due.begin(), view.due.end(), [](const auto& owed) {
        return (owed.state == policy::State::Late || owed.state == policy::State::MetLate) && owed.due && owed.force != policy::Force::Advice;
    });
}

std::string due_words(const DraftView& view) {
    return view.due.empty() || !view.due.front().due ? "" : "Due " + calendar::with_weekday(view.due.front().due->day);
}

casework::Filled filled_of(const DraftView& view, const Caller& caller, const House& house) {
    casework::Filled filled;
    const auto& fields = view.draft.fields;
    filled.form = view.read.form;
    filled.happened_on = view.happened_on;
    filled.happened_at = view.happened_at;
    filled.told_by = trim(field(fields, "told-by"));
    filled.was_there = field(fields, "not-there") == "yes" ? casework::WasThere::No : casework::WasThere::Yes;
    if (view.draft.owner.worker != caller.worker())
        filled.written_by = house.door.authority()->author(view.draft.owner.worker);
    if (view.open && view.type)
        filled.only_signed_by = policy::only_signed_by(*view.type, policy::roles_on(*view.open->child, *view.open->authority, caller.worker(), house.today()), house.pack());
    if (view.open && view.type)
        filled.only_decided_by = policy::only_decided_by(*view.type, view.read.form, caller.worker(), *view.open->child, *view.open->authority, house.today(), house.pack());
    filled.belongs_to = belongs_to(view);
    if (is_letter(view)) {
        filled.speaks_of = spoken_of(house, view);
        filled.taken_back = taken_back(house, view);
        filled.promises = promises_told(house, view);
    }
    add_what_was_filled(view, filled.form);
    add_what_was_pulled(view, filled.form);
    filled.kept = passed_by_checking(house, view);
    if (view.for_all)
        filled.one_visit = record::OneVisit{view.for_all->form, view.with};
    filled.late = is_late(view) ? casework::Late::Yes : casework::Late::No;
    auto reason = field(fields, "late.reason");
    auto other = trim(field(fields, "late.other"));
    if (!reason.empty() || !trim(field(fields, "late.safe")).empty())
        filled.why_late = record::Lateness{reason == "another reason" && !other.empty() ? other : reason, trim(field(fields, "late.safe"))};
    for (const auto& found : view.findings) {
        if (!found.kept.empty())
            filled.kept.push_back({std::string(prose::word(found.finding.category)), quoted(found), kept_words(found.kept)});
        else if (found.must_say_why)
            filled.hard.push_back({std::string(prose::word(found.finding.category)), quoted(found), "keep-" + found.id});
    }
    for (const auto& sent : view.draft.sent_back)
        for (const auto& [item, words] : sent.words)
            filled.sent_back.push_back({house.door.authority()->author(sent.by.worker).value_or(record::Author{sent.by.worker, sent.by.full_name, "", ""}), sent.at, item, words});
    return filled;
}

} // namespace lifestory::web::pages
