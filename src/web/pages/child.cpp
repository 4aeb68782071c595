#include "web/pages/child.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/at_a_glance.h"
#include "web/pages/belongings.h"
#include "web/pages/allocation.h"
#include "web/pages/child_cards.h"
#include "web/pages/chronology.h"
#include "web/pages/decisions.h"
#include "web/pages/documents.h"
#include "web/pages/done.h"
#include "policy/judge.h"
#include "web/pages/genogram.h"
#include "web/pages/letters.h"
#include "web/pages/next_seen.h"
#include "web/pages/one_visit_page.h"
#include "web/pages/meetings.h"
#include "web/pages/owed.h"
#include "web/pages/plan.h"
#include "web/pages/summary.h"
#include "web/pages/story_list.h"
#include "web/pages/words.h"
#include "web/pages/work_ending.h"
#include "web/pages/work_finished.h"
#include "web/pages/write_something_else.h"
#include "web/pages/writing.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

Html what_is_due(const access::OpenRecord& open, const House& house, const Judged& judged) {
    Html rows;
    for (const auto& owed : judged.obligations) {
        if (!owed.is_open() || !owed.due || owed.force == policy::Force::Advice)
            continue;
        bool soon = owed.due->day <= house.today() + std::chrono::days(31);
        if (!soon)
            continue;
        auto late = owed.state == policy::State::Late
                        ? html(", <strong>{}</strong> <a class=\"govuk-link\" href=\"{}\">Why this is late<span class=\"govuk-visually-hidden\">: {}</span></a>",
                               how_late(owed), path("/children/{}/lateness/{}", open.record.hex(), owed.id.hex()), noun(house, owed))
                        : Html();
        rows += html("<li><span class=\"app-due__what\">{}</span> by {}{} <a class=\"govuk-link\" href=\"{}\">{}<span class=\"govuk-visually-hidden\">: {}</span></a></li>",
                     noun(house, owed), due_link(open.record, owed), late, path_to_meet(house, open.record, owed),
                     act_words(house, owed), noun(house, owed));
    }
    SideCard card;
    card.title = "What is due";
    card.content = rows.empty() ? html("<p class=\"govuk-body\">Nothing is due in the next month.</p>")
                                : html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
    return side_card(card);
}

Html read_together(const House& house, const access::OpenRecord& open) {
    if (!open.may(access::Act::Release, on_type(house, "visit")))
        return Html();
    Button together{Phrase("Read it with " + open.child->first_name())};
    together.href = path("/children/{}/handover", open.record.hex());
    together.classes = "govuk-button--secondary";
    return button(together);
}

Html reading_as(const access::OpenRecord& open) {
    using access::Reason;
    auto reason = open.decision.reason;
    if (reason == Reason::WorksWith || reason == Reason::Manages || reason == Reason::HeadOfService)
        return Html();
    return inset_text({html("<p>You are reading this because: {}. {} can see that you looked.</p>", open.why, open.child->first_name()), {}, {}, {}});
}

Html closed_inset(const access::OpenRecord& open, calendar::Day today) {
    if (!open.child->is_closed_on(today))
        return Html();
    calendar::Day ended{};
    for (const auto& episode : open.child->episodes)
        if (episode.now().form.record_type == "involvement" && episode.now().ended)
            ended = std::max(ended, *episode.now().ended);
    return inset_text({html("<p>Closed on {}. You can read it.</p>", calendar::in_words(ended)), {}, {}, {}});
}

// After signing one child's part of a visit to several: on to the others.
Html about_the_same_visit(const House& house, const Call& call, const access::OpenRecord& open) {
    auto number = DraftId::parse(call.request.query.get("visit"));
    if (!number)
        return Html();
    auto draft = house.desk.draft(*number);
    const auto& caller = call.caller<Caller>();
    bool is_of_this_child = draft && draft->record == open.record && draft->same_for_all && writes_in(house, caller, *draft);
    return is_of_this_child ? others_to_write_to(house, caller, *draft) : Html();
}

Response show_child(const House& house, const Call& call) {
    auto open = open_child(house, call);
    if (!open)
        return not_found(house);
    const auto& caller = call.caller<Caller>();
    const auto& child = *open->child;
    auto judged = judge(house, *open);
    auto frame = child_frame(house, caller, *open, possessive(child.first_name()) + " record");
    frame.act = "Record";
    frame.back.reset();
    frame.heading = child.name();
    frame.banner = banner_for(house, *open, done_code(call));
    frame.print = print_frame(house, caller, *open, "Record");
    Button visit{"Record a visit"};
    visit.href = path("/children/{}/visit", open->record.hex());
    auto buttons = open->may(access::Act::Write, on_type(house, "visit")) ? button(visit) + write_something_else(house, *open, judged) + read_together(house, *open) : Html();
    auto top = html("<p class=\"govuk-body-l app-identity\">{}</p>",
                    identity_line(child, *open->family, house.pack(), judged.statuses, house.today())) +
               reading_as(*open) + closed_inset(*open, house.today()) + html("<div class=\"app-acts\">{}</div>", buttons) + allocation_link(*open) + work_ending_link(house, *open);
    auto due = sees_all(*open) ? next_seen_card(*open, judged, house.today()) + belongings_to_give_back(*open) + what_is_due(*open, house, judged) + work_to_finish_card(house, *open) : Html(); // on a phone before all else, on a wide page beside the story
    auto body = main_and_side(story_list(house, *open, judged, call), html("<div class=\"app-only-wide\">{}</div>", due));
    return shown(frame, about_the_same_visit(house, call, *open) + top + words_of_child(*open, house.today()) + at_a_glance(house, *open, judged) +
                            html("<div class=\"app-only-narrow\">{}</div>", due) + child_cards(house, *open) + child_navigation(*open, "") + body);
}

} // namespace

Html child_navigation(const access::OpenRecord& open, std::string_view current) {
    auto number = open.record.hex();
    SubNavigation navigation;
    navigation.label = "About " + open.child->first_name();
    navigation.phone_summary = "More about " + open.child->first_name();
    auto whose = capital(pronouns_of(*open.child, *open.family).possessive);
    navigation.links = {{"Story", path("/children/{}", number), current.empty()}};
    if (sees_all(open)) {
        navigation.links.push_back({"Family", genogram_path(open.record), current == "genogram"});
        navigation.links.push_back({"Chronology", chronology_path(open.record), current == "chronology"});
        navigation.links.push_back({"People", path("/children/{}/people", number), current == "people"});
    }
    if (sees_all(open) || open.may(access::Act::Change, {{"need-code"}})) // business support puts in the codes, and reads no story
        navigation.links.push_back({"Facts", path("/children/{}/facts", number), current == "facts"});
    if (sees_all(open)) {
        navigation.links.push_back({"Plan", plan_path(open.record), current == "plan"});
        navigation.links.push_back({"Meetings", meetings_path(open.record), current == "meetings"});
        navigation.links.push_back({"Decisions", decisions_path(open.record), current == "decisions"});
        navigation.links.push_back({"Documents", documents_path(open.record), current == "documents"});
    }
    navigation.links.push_back({whose + " words", words_path(open.record), current == "words"});
    navigation.links.push_back({"Letters", letters_path(open.record), current == "letters"});
    navigation.links.push_back({"Who has looked", path("/children/{}/readings", number), current == "readings"});
    return sub_navigation(navigation);
}

PageFrame child_frame(const House& house, const Caller& caller, const access::OpenRecord& open, std::string_view act) {
    auto frame = frame_for(house, caller);
    frame.act = std::string(act);
    frame.heading = act;
    frame.first_name = open.child->first_name();
    frame.back = BackLink{path("/children/{}", open.record.hex()), possessive(open.child->first_name()) + " record"};
    return frame;
}

std::vector<http::Route> child_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}", http::Reach::Worker, to(show_child)}};
}

} // namespace lifestory::web::pages
