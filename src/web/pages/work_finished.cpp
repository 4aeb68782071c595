#include "web/pages/work_finished.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/london.h"
#include "casework/finish_work.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/child.h"
#include "web/pages/needed.h"
#include "web/pages/done.h"
#include "web/pages/owed.h"
#include "web/pages/record_items.h"
#include "web/pages/worker_fields.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::EpisodeHistory;

constexpr std::string_view all_our_work = "involvement"; // has a page of its own, with the chronology (work_ending.h)

const policy::RecordType* outcome_type_of(const House& house) { return house.pack().record_type(casework::outcome_of_work_type); }

bool may_finish(const House& house, const access::OpenRecord& open, const EpisodeHistory& work) {
    return sees_all(open) && work.now().form.record_type != all_our_work && open.may(access::Act::Change, on_type(house, work.now().form.record_type)) &&
           open.may(access::Act::Write, on_type(house, casework::outcome_of_work_type));
}

std::string name_of_work(const House& house, const EpisodeHistory& work) {
    const auto* type = house.pack().record_type(work.now().form.record_type);
    return !work.now().form.name.empty() ? work.now().form.name : type ? type->name : work.now().form.record_type;
}

struct Finished {
    access::OpenRecord open;
    const EpisodeHistory* work = nullptr; // of open.child
    const policy::RecordType* type = nullptr;
    std::vector<Needed> needed; // what is to stand before

    Url own_path() const { return path("/children/{}/finishing/{}", open.record.hex(), work->episode); }
};

Result<Finished> work_at(const House& house, const Call& call) {
    Finished finished{TRY(open_child(house, call)), nullptr, outcome_type_of(house), {}};
    for (const auto& work : finished.open.child->episodes)
        if (work.episode == call.parameter("work"))
            finished.work = &work;
    const bool is_here = finished.type && finished.work && may_finish(house, finished.open, *finished.work) &&
                         std::ranges::find(finished.type->belongs_to, finished.work->now().form.record_type) != finished.type->belongs_to.end();
    if (!is_here)
        return refuse("not-found", "Page not found");
    const auto& of = finished.work->now().form.record_type;
    finished.needed = needed_before(house, judge(house, finished.open), of, house.pack().is_like(of, "work") ? "completed" : "ended");
    return finished;
}

// What the signed assessment says itself stands there already.
std::string said_in_it(const Finished& finished) {
    std::string said;
    for (const auto& story : finished.open.child->story)
        if (story.form() && !story.withdrawn() && story.record_type() == finished.work->now().form.record_type && story.day() >= finished.work->now().started)
            if (const auto chosen = story.form()->chosen(casework::came_of_it_item); !chosen.empty())
                said = chosen.front();
    return said;
}

Response finishing_page(const House& house, const Call& call, const Finished& finished, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto fields = typed_in(call);
    if (!call.form.has("form_number")) {
        write_day(fields, "ended", house.today());
        fields[std::string(casework::came_of_it_item)] = said_in_it(finished);
    }
    const auto name = name_of_work(house, *finished.work);
    auto frame = child_frame(house, caller, finished.open, "This is finished");
    frame.heading = "This is finished: " + within_a_sentence(name);
    frame.refusals = refusals;
    frame.back = BackLink{path("/children/{}", finished.open.record.hex()), "Back to the record"};
    const Asked asked{fields, refusals};
    auto top = html("<p class=\"govuk-body\">It began on {}.</p>", calendar::in_words(finished.work->now().started));
    auto content = what_is_needed(house, finished.open, finished.needed) + date_input(date_boxes(fields, "ended", "Which is the last day?", refusals))
            + ask_what_came_of_it(house, asked) + button({"It is finished"});
    return shown(frame, html("<div class=\"app-readable\">{}{}</div>", top, post_form({finished.own_path(), caller.session.csrf, form_number(call).hex(), content})));
}

Result<casework::Writing> writing_of(const House& house, const Call& call, const Finished& finished) {
    const auto fields = typed_in(call);
    auto refusals = refused_for(house, finished.needed);
    const auto day = day_in(fields, "ended", "Say which is the last day");
    if (!day)
        refusals.push_back(day.refusal());
    auto writing = casework::finish_work(act_of_form(house, call), *finished.open.child, *finished.type,
                                         {finished.work->episode, day ? *day : house.today(), field(fields, std::string(casework::came_of_it_item)), said(call,
                                                 "came-of-it-words")});
    if (!writing)
        for (auto& refusal : moved(writing.refusals(), "ended", "ended.day"))
            if (std::ranges::find(refusals, refusal.field, &Refusal::field) == refusals.end())
                refusals.push_back(std::move(refusal));
    return refusals.empty() ? std::move(writing) : Result<casework::Writing>(refusals);
}

Response show_finishing(const House& house, const Call& call) {
    auto finished = work_at(house, call);
    if (!finished)
        return not_found(house);
    return finished->work->now().ended ? redirect(path("/children/{}", finished->open.record.hex())) : finishing_page(house, call, *finished, {});
}

Response finish(const House& house, const Call& call) {
    auto finished = work_at(house, call);
    if (!finished)
        return not_found(house);
    const Keeping keeping{access::Act::Change, on_type(house, finished->work->now().form.record_type), done(path("/children/{}", finished->open.record.hex()), "work-finished")};
    return keep_in_record(house, call, finished->open, keeping, writing_of(house, call, *finished), [&](const Refusals& refusals) { return finishing_page(house, call, *finished,
            refusals); });
}

Html what_may_begin(const House& house, const access::OpenRecord& open) {
    const auto goes_on = [&](const std::string& type) {
        return std::ranges::any_of(open.child->episodes, [&](const auto& one) { return one.now().form.record_type == type && !one.now().ended; });
    };
    Html links;
    for (const auto& [id, type] : house.pack().record_types)
        if (sees_all(open) && begins_from_the_story(type) && !goes_on(id) && open.may(access::Act::Change, on_type(house, id)))
            links += html("<li><a class=\"govuk-link\" href=\"{}\">{}</a></li>", path("/children/{}/spells/new?type={}", open.record.hex(), id), capital(type.name));
    if (links.empty())
        return Html();
    Details begins;
    begins.summary = "Something begins";
    begins.content = html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", links);
    return details(begins);
}

} // namespace

Html ask_what_came_of_it(const House& house, const Asked& asked) {
    const auto* type = outcome_type_of(house);
    const auto* item = type ? type->item(casework::came_of_it_item) : nullptr;
    if (!item || item->choices.empty())
        return Html();
    Choosable choices;
    for (const auto& choice : item->choices)
        choices.emplace_back(choice.name, choice.name);
    return choose(asked, std::string(casework::came_of_it_item), item->label, choices) +
           box(asked, "came-of-it-words", "In your own words", "What is different now, and who helps from here.");
}

Html work_to_finish_card(const House& house, const access::OpenRecord& open) {
    const auto* type = outcome_type_of(house);
    SideCard card;
    card.title = "What goes on now";
    for (const auto* work : type ? casework::work_to_finish(*open.child, *type) : std::vector<const EpisodeHistory*>())
        if (may_finish(house, open, *work))
            card.content += html("<p class=\"govuk-body\">{}, since {}. <a class=\"govuk-link\" href=\"{}\">This is finished<span class=\"govuk-visually-hidden\">: {}</span></a></p>",
                                 capital(name_of_work(house, *work)), calendar::in_words(work->now().started), path("/children/{}/finishing/{}", open.record.hex(), work->episode),
                                 within_a_sentence(name_of_work(house, *work)));
    card.content += what_may_begin(house, open);
    return card.content.empty() ? Html() : side_card(card);
}

bool begins_from_the_story(const policy::RecordType& type) {
    return type.about == "child" && type.id != all_our_work && type.id != type.built_in && (type.built_in == "work" || type.built_in == "plan");
}

std::vector<http::Route> work_finished_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/finishing/{work}", http::Reach::Worker, to(show_finishing)},
            {http::Method::Post, "/children/{child}/finishing/{work}", http::Reach::Worker, to(finish)}};
}

} // namespace lifestory::web::pages
