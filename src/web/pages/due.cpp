#include "web/pages/due.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/json.h"
#include "base/text.h"
#include "calendar/london.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child.h"
#include "web/pages/counted.h"
#include "web/pages/done.h"
#include "web/pages/draft_view.h"
#include "web/pages/writing.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

namespace {

using calendar::Step;
using http::Call;
using http::Response;
using policy::Obligation;

// "Record of a visit, 3 working days after the visit."
std::string sentence_of(const House& house, const Obligation& owed) {
    if (!owed.counting)
        return noun(house, owed) + (owed.due ? ", by a day that was agreed or is fixed." : ".");
    auto from = owed.counting->direction == calendar::Direction::After ? " after " : " before ";
    return noun(house, owed) + ", " + calendar::in_words(owed.counting->count) + from + starting_words(house, owed) + ".";
}

std::string words_of(const House& house, const Obligation& owed, const Step& step) {
    auto told = calendar::describe(step);
    if (step.what == Step::What::Event)
        return starting_words(house, owed) + ", " + told;
    if (step.what == Step::What::Due)
        return told + (owed.due->minute ? " at " + calendar::clock_time(*owed.due->minute) : " by the end of this day");
    return told;
}

Html table_of(const House& house, const Obligation& owed, const calendar::Explanation& told) {
    if (told.steps.empty())
        return Html();
    Table table;
    table.caption = "How it was counted";
    table.caption_classes = "govuk-table__caption--m";
    table.head = std::vector<Cell>{{"Day"}, {"What it is"}};
    for (const auto& step : told.steps)
        table.rows.push_back({{calendar::with_weekday(step.day)}, {words_of(house, owed, step)}});
    return web::table(table);
}

std::string name_of_pack(const policy::Pack& pack, const std::string& id) {
    for (const auto& about : pack.extended)
        if (about.id == id)
            return about.name;
    return pack.about.name;
}

// The rule as the pack has it: since when it holds.
std::optional<calendar::Day> since_of(const policy::Pack& pack, const std::string& rule) {
    for (const auto& timescale : pack.timescales)
        if (timescale.rule.full_id() == rule)
            return timescale.rule.since;
    for (const auto& frequency : pack.frequencies)
        if (frequency.rule.full_id() == rule)
            return frequency.rule.since;
    return std::nullopt;
}

Html rule_of(const House& house, const Obligation& owed) {
    const auto& pack = house.books.of(owed.pack_digest).pack();
    auto since = since_of(pack, owed.rule);
    Html rows;
    for (const auto& id : owed.clauses) {
        auto clause = pack.clauses.find(id);
        if (clause == pack.clauses.end())
            continue;
        rows += html("<p>The rule: {}, {}{}. {} <a class=\"govuk-link\" href=\"{}\">Read<span class=\"govuk-visually-hidden\"> clause {}</span></a></p>",
                     name_of_pack(pack, clause->second.pack), clause->second.section.empty() ? id : clause->second.section,
                     since ? ", since " + calendar::in_words(*since) : std::string(), clause->second.says,
                     url(path("/pack?pack={}", clause->second.pack).text() + "#clause-" + percent_encoded(id)), id);
    }
    if (rows.empty())
        rows = html("<p>The rule: {}, version {}.</p>", pack.about.name, owed.version);
    return inset_text({rows, {}, {}, {}});
}

Html state_of(const access::OpenRecord& open, const Obligation& owed) {
    auto entry = owed.met_by && open.child->find(*owed.met_by)
                     ? html(" <a class=\"govuk-link\" href=\"{}\">Read what met it<span class=\"govuk-visually-hidden\">: {}</span></a>",
                            path("/children/{}/entries/{}", open.record.hex(), owed.met_by->hex()), owed.name)
                     : Html();
    auto why = owed.is_late() && owed.due
                   ? html(" <a class=\"govuk-link\" href=\"{}\">Why this is late<span class=\"govuk-visually-hidden\">: {}</span></a>",
                          path("/children/{}/lateness/{}", open.record.hex(), owed.id.hex()), owed.name)
                   : Html();
    return html("<p class=\"govuk-body\">{}.{}{}</p>", capital(state_words(owed)), entry, why);
}

std::string heading_of(const Obligation& owed) { return owed.due ? "Due " + owed.due->in_words() : owed.name; }

// What was said of the day beside its sum.
struct Beside {
    std::vector<std::string> counted_again;
    std::string set_by;
};

Beside beside_of(const House& house, const access::OpenRecord& open, const Judged& judged, const Obligation& owed, const calendar::Explanation& told) {
    return {counted_again(*open.authority, owed, told), set_by(house, open, judged, owed)};
}

Html words_beside(const Beside& beside) {
    Html lines;
    for (const auto& line : beside.counted_again)
        lines += html("<p class=\"govuk-body\">{}</p>", line);
    if (!beside.set_by.empty())
        lines += html("<p class=\"govuk-body\">Set by: {}</p>", beside.set_by);
    return lines;
}

Response as_json(const House& house, const Obligation& owed, const calendar::Explanation& told, const Beside& beside) {
    JsonArray steps, clauses, again;
    for (const auto& line : beside.counted_again)
        again.push_back(Json(line));
    for (const auto& step : told.steps)
        steps.push_back(JsonObject{{"day", calendar::iso(step.day)}, {"words", words_of(house, owed, step)}});
    for (const auto& clause : owed.clauses)
        clauses.push_back(Json(clause));
    return http::json(to_text(JsonObject{{"id", owed.id.hex()}, {"name", noun(house, owed)}, {"rule", owed.rule}, {"clauses", clauses},
                                         {"due", owed.due ? owed.due->written() : std::string()}, {"state", policy::in_words(owed.state)},
                                         {"late_by", owed.late_by}, {"sentence", told.sentence}, {"steps", steps}, {"pack", owed.pack},
                                         {"version", owed.version}, {"counted_again", again}, {"set_by", beside.set_by}}));
}

Response page_of(const House& house, const Call& call, const access::OpenRecord& open, const Judged& judged, const Obligation& owed) {
    auto told = policy::explained(owed, house.books, *judged.timeline);
    auto beside = beside_of(house, open, judged, owed, told);
    if (wants_json(call.request))
        return as_json(house, owed, told, beside);
    auto frame = child_frame(house, call.caller<Caller>(), open, heading_of(owed));
    frame.print = print_frame(house, call.caller<Caller>(), open, "How this date was counted");
    auto told_words = told.sentence.empty() ? Html() : html("<p class=\"govuk-body\">{}.</p>", told.sentence);
    return shown(frame, html("<p class=\"govuk-body-l\">{}</p>", sentence_of(house, owed)) + state_of(open, owed) + table_of(house, owed, told) + told_words +
                            words_beside(beside) + rule_of(house, owed));
}

Response show_due(const House& house, const Call& call) {
    auto open = open_child(house, call);
    if (!open || !sees_all(*open))
        return not_found(house);
    auto judged = judge(house, *open);
    auto owed = std::find_if(judged.obligations.begin(), judged.obligations.end(), [&](const auto& one) { return one.id.hex() == call.parameter("item"); });
    if (owed == judged.obligations.end())
        return not_found(house);
    return page_of(house, call, *open, judged, *owed);
}

// Of what is being written: the earliest date that signing it will meet.
Response show_due_of_draft(const House& house, const Call& call) {
    auto draft = own_draft(house, call);
    auto view = draft ? view_of(house, call.caller<Caller>(), *draft) : Result<DraftView>(draft.refusals());
    if (!view || !view->open || view->due.empty())
        return not_found(house);
    return page_of(house, call, *view->open, view->judged, view->due.front());
}

} // namespace

std::vector<http::Route> due_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/due/{item}", http::Reach::Worker, to(show_due)},
            {http::Method::Get, "/drafts/{draft}/due", http::Reach::Worker, to(show_due_of_draft)}};
}

} // namespace lifestory::web::pages
