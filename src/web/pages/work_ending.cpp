#include "web/pages/work_ending.h"

#include <algorithm>

#include "base/text.h"
#include "casework/episode.h"
#include "casework/finish_work.h"
#include "casework/keep_chronology.h"
#include "policy/judge.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/child.h"
#include "web/pages/chronology_master.h"
#include "web/pages/needed.h"
#include "web/pages/record_items.h"
#include "web/pages/work_finished.h"
#include "web/pages/worker_fields.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

constexpr std::string_view our_work = "involvement";

// A manager ends it: who may give the child to a worker.
bool may_end(const House& house, const access::OpenRecord& open) {
    return open.may(access::Act::Allocate) && open.may(access::Act::Change, on_type(house, our_work)) && may_keep_chronology(house, open);
}

// Every part of it, the first begun first: who ends our work ends all of it, so that nothing goes on being owed unseen.
std::vector<const record::Episode*> work_that_goes_on(const record::Child& child) {
    std::vector<const record::Episode*> all;
    for (const auto& episode : child.episodes)
        if (const auto& now = episode.now(); now.form.record_type == our_work && !now.ended)
            all.push_back(&now);
    std::ranges::stable_sort(all, {}, [](const auto* one) { return one->started; });
    return all;
}

// The pack counts all our work among what is finished with what came of it.
bool asks_what_came(const House& house) {
    const auto* type = house.pack().record_type(casework::outcome_of_work_type);
    return type && std::ranges::find(type->belongs_to, our_work) != type->belongs_to.end();
}

struct Ending {
    access::OpenRecord open;
    std::vector<const record::Episode*> work; // of open.child
    std::size_t rows = 0;                     // of the chronology
    const policy::Need* missing = nullptr;    // the chronology is to be read through first
    std::vector<Needed> needed;               // what else is to stand before
};

// No work: it has ended.
Result<Ending> ending_at(const House& house, const Call& call) {
    Ending ending{TRY(open_child(house, call)), {}, 0, nullptr, {}};
    if (!may_end(house, ending.open))
        return refuse("not-found", "Page not found");
    ending.work = work_that_goes_on(*ending.open.child);
    const auto judged = judge(house, ending.open);
    ending.rows = chronology_of(house, ending.open, judged).rows.size();
    ending.needed = needed_before(house, judged, our_work, "ended");
    std::erase_if(ending.needed, [&](const Needed& one) {
        const bool is_read_through = std::ranges::any_of(one.need->what, [](const auto& what) { return what.id == record::chronology_type; });
        if (is_read_through)
            ending.missing = one.need;
        return is_read_through;
    });
    return ending;
}

Url ending_path(RecordNumber child) { return path("/children/{}/our-work/ending", child.hex()); }

Html read_it_through(const Asked& asked, const Ending& ending) {
    const auto name = ending.open.child->first_name();
    auto link = html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">{} chronology</a>, {}</p>", chronology_path(ending.open.record), possessive(name),
                     plural(ending.rows, "event", "events"));
    if (!ending.missing)
        return link;
    Checkboxes read;
    read.name = read.id_prefix = "read";
    read.values = lines_of(field(asked.fields, "read"));
    read.error = error_at(asked.refusals, "read");
    Choice choice;
    choice.words = "I have read the chronology through, and nothing is missing";
    choice.value = "yes";
    read.choices.push_back(choice);
    return link + checkboxes(read);
}

Html when_it_began(const Ending& ending) {
    std::vector<std::string> days;
    for (const auto* one : ending.work)
        days.push_back(calendar::in_words(one->started));
    const auto name = ending.open.child->first_name();
    if (days.size() == 1)
        return html("<p class=\"govuk-body\">It began on {}. The record stays, and {} can go on reading it.</p>", days.front(), name);
    return html("<p class=\"govuk-body\">{} of it go on, begun on {}: all of them end with this press. The record stays, and {} can go on reading it.</p>", plural(days.size(), "part", "parts"),
                in_a_row(days), name);
}

Response ending_page(const House& house, const Call& call, const Ending& ending, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    const auto name = ending.open.child->first_name();
    auto fields = typed_in(call);
    if (!call.form.has("form_number"))
        write_day(fields, "ended", house.today());
    auto frame = child_frame(house, caller, ending.open, "Our work with " + name + " ends");
    frame.refusals = refusals;
    const Asked asked{fields, refusals};
    Button end{"End our work"};
    auto content = what_is_needed(house, ending.open, ending.needed) + date_input(date_boxes(fields, "ended", "Which is the last day?", refusals)) + html("<h2 class=\"govuk-heading-m\">The chronology goes with it</h2>") +
                   read_it_through(asked, ending) + what_is_copied_at_the_end(house, caller, ending.open) + (asks_what_came(house) ? ask_what_came_of_it(house, asked) : Html()) + button(end);
    return shown(frame, html("<div class=\"app-readable\">{}{}</div>", when_it_began(ending), post_form({ending_path(ending.open.record), caller.session.csrf, form_number(call).hex(), content})));
}

Result<casework::Writing> writing_of(const House& house, const Call& call, const Ending& ending) {
    const auto fields = typed_in(call);
    auto refusals = refused_for(house, ending.needed);
    auto day = day_in(fields, "ended", "Say which is the last day");
    if (!day)
        refusals.push_back(day.refusal());
    const bool is_read = field(fields, "read") == "yes";
    if (ending.missing && !is_read)
        refusals.push_back(refuse("read", "Read the chronology through first, and say so here", "read", ending.missing->clauses.empty() ? "" : ending.missing->clauses.front()));
    const auto came_of_it = field(fields, std::string(casework::came_of_it_item)), in_words = said(call, "came-of-it-words");
    const auto* outcome = asks_what_came(house) ? house.pack().record_type(casework::outcome_of_work_type) : nullptr;
    if (outcome && day)
        if (auto finished = casework::finish_work(act_of_form(house, call), *ending.open.child, *outcome, {ending.work.front()->episode, *day, came_of_it, in_words}); !finished)
            for (const auto& refusal : finished.refusals())
                refusals.push_back(refusal);
    if (!refusals.empty())
        return refusals;
    const auto of_form = act_of_form(house, call);
    auto act = of_form;
    casework::Writing writing;
    const auto next = [&] { act.id = casework::id_of(of_form, static_cast<unsigned>(writing.size())); };
    for (const auto* one : ending.work) {
        next();
        const bool says_outcome = outcome && one == ending.work.front(); // once for all of it
        for (auto& ended : says_outcome ? TRY(casework::finish_work(of_form, *ending.open.child, *outcome, {one->episode, *day, came_of_it, in_words}))
                                        : TRY(casework::end_episode(act, *ending.open.child, one->episode, *day)))
            writing.push_back(std::move(ended));
    }
    if (ending.missing) {
        next();
        for (auto& one : TRY(casework::read_chronology_through(act, *ending.open.child, ending.rows)))
            writing.push_back(std::move(one));
    }
    return writing;
}

Response show_ending(const House& house, const Call& call) {
    auto ending = ending_at(house, call);
    if (!ending)
        return not_found(house);
    return !ending->work.empty() ? ending_page(house, call, *ending, {}) : redirect(path("/children/{}", ending->open.record.hex()));
}

// The copy is made of the chronology with its last row, so it is written after the end; the page after says where it could not be written, and why.
Response end(const House& house, const Call& call) {
    auto ending = ending_at(house, call);
    if (!ending)
        return not_found(house);
    Keeping keeping{access::Act::Change, on_type(house, our_work), done(path("/children/{}", ending->open.record.hex()), "work-ended")};
    auto writing = !ending->work.empty() ? writing_of(house, call, *ending) : Result<casework::Writing>(refuse("ended", "Our work has ended already", "ended"));
    auto answer = keep_in_record(house, call, ending->open, keeping, writing, [&](const Refusals& refusals) {
        return !ending->work.empty() ? ending_page(house, call, *ending, moved(refusals, "ended", "ended.day")) : redirect(path("/children/{}", ending->open.record.hex()));
    });
    if (answer.status != 303)
        return answer;
    const auto code = said_of(copy_chronology_at_the_end(house, call, ending->open.record));
    return code.empty() ? answer : redirect(done(path("/children/{}", ending->open.record.hex()), code));
}

} // namespace

Html work_ending_link(const House& house, const access::OpenRecord& open) {
    if (!may_end(house, open) || work_that_goes_on(*open.child).empty())
        return Html();
    return html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Our work with {} ends</a></p>", ending_path(open.record), open.child->first_name());
}

std::vector<http::Route> work_ending_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/our-work/ending", http::Reach::Worker, to(show_ending)},
            {http::Method::Post, "/children/{child}/our-work/ending", http::Reach::Worker, to(end)}};
}

} // namespace lifestory::web::pages
