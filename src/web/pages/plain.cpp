#include "web/pages/plain.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "policy/answers.h"
#include "record/chronology.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/caller.h"
#include "web/pages/acting.h"
#include "web/pages/guidance.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

// Help and accessibility are for everybody, so the shell is that of whoever asks.
PageFrame plain_frame(const House& house, const Call& call, std::string title) {
    auto caller = caller_of(house, call.request);
    bool signed_in = caller && desk::state(caller->session, house.now()) == desk::SessionState::Open;
    auto frame = signed_in ? frame_for(house, *caller) : frame_for_nobody(house);
    frame.heading = title;
    frame.act = std::move(title);
    return frame;
}

Html section(std::string_view title, std::string_view words) {
    return html("<h2 class=\"govuk-heading-m\">{}</h2><p class=\"govuk-body\">{}</p>", title, words);
}

Response show_help(const House& house, const Call& call) {
    const auto& here = house.installation;
    auto main = html("<p class=\"govuk-body-l\">Ring {}, {}.</p>", here.telephone, here.hours) +
                section("A child is in danger now", "Ring 999. At night, social work is on " + here.night_telephone + ".") +
                section("Your words", "What you write is kept as a draft, three seconds after the last key. Drafts hold all that is not signed yet.") +
                section("Something signed is wrong",
                        "Nothing signed is taken out. Open the entry and press Ask for a correction; the Team Manager decides, and both can be read.") +
                section("A date looks wrong", "Every date that is due is a link to the days that were counted and the rule they come from.") +
                section("Who can see this", "Each look at a record is kept with its reason, and the child can read the list.") +
                html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Open a record in an emergency</a></p>", url("/emergency"));
    return shown(plain_frame(house, call, "Help"), html("<div class=\"app-readable\">{}</div>", main));
}

Response show_accessibility(const House& house, const Call& call) {
    const auto& here = house.installation;
    auto main = section("How these pages are made",
                        "They are made to the Web Content Accessibility Guidelines 2.2, level AA: everything can be done with the keyboard alone, without "
                        "script, and on a screen of 320 pixels. Nothing is told by colour alone, nothing moves, and nothing has to be dragged.") +
                section("Whose words are these", "Each voice has a label that is read out; slanted letters and bars only repeat it.") +
                section("Larger letters, and paper", "Letters can be made four times as large without a loss. Pages print without colours; ask for large print at 18 point.") +
                section("Something gets in your way",
                        "Ring " + here.telephone + ", " + here.hours + ", and say which page it is. You can have the same words on paper or read out.");
    return shown(plain_frame(house, call, "Accessibility"), html("<div class=\"app-readable\">{}</div>", main));
}

// ---- the policy in force

const policy::About& chosen_pack(const policy::Pack& pack, const Call& call) {
    for (const auto& about : pack.extended)
        if (about.id == call.request.query.get("pack"))
            return about;
    return pack.about;
}

std::string review_of(const House& house, const policy::About& about) {
    if (!about.review_due)
        return "no day set";
    return calendar::in_words(*about.review_due) + (*about.review_due < house.today() ? ", which has gone by" : "");
}

std::vector<Cell> row_of(const House& house, const policy::About& about) {
    return {{html("<a class=\"govuk-link\" href=\"{}\">{}</a>", path("/pack?pack={}", about.id), about.name)},
            {about.version},
            {about.owner},
            {calendar::in_words(about.since)},
            {review_of(house, about)}};
}

Html packs_of(const House& house, const policy::Pack& pack) {
    Table table;
    table.caption = "The packs in force";
    table.caption_classes = "govuk-table__caption--m";
    table.head = std::vector<Cell>{{"Pack"}, {"Version"}, {"Owner"}, {"Since"}, {"Look at it again by"}};
    table.rows.push_back(row_of(house, pack.about));
    for (auto about = pack.extended.rbegin(); about != pack.extended.rend(); ++about)
        table.rows.push_back(row_of(house, *about));
    return html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Packs\">{}</div>", web::table(table));
}

std::string month(calendar::Day day) { return record::in_words(day, record::Exactly::InTheMonth); }

// "revised, in April 2019. A printed copy holds for 48 hours. See also ..., which was not supplied."
std::string said_of(const policy::Source& source, calendar::Day today) {
    std::vector<std::string> said;
    if (!source.status.empty())
        said.push_back(source.status);
    for (const auto& [when, day] : {std::pair("taken up in ", source.adopted), {"begun in ", source.launched}, {"revised in ", source.revised}})
        if (day)
            said.push_back(when + month(*day));
    if (source.until)
        said.push_back(*source.until < today ? "which ended on " + calendar::in_words(*source.until) + " and is not in force any more" : "in force until " + calendar::in_words(*source.until));
    if (!source.kept_at.empty())
        said.push_back("kept at " + source.kept_at);
    auto words = said.empty() ? std::string() : ", " + join(said, ", ");
    if (!source.printed_copy_valid.empty())
        words += ". A printed copy holds for " + source.printed_copy_valid;
    if (!source.links.empty())
        words += ". It leads to what was not supplied here: " + join(source.links, "; ");
    return words;
}

Html sources_of(const House& house, const policy::About& about) {
    Html rows;
    for (const auto& source : about.sources)
        rows += html("<li>{}{}</li>", source.title, said_of(source, house.today()));
    return rows.empty() ? Html() : html("<h3 class=\"govuk-heading-s\">Where it comes from</h3><ul class=\"govuk-list govuk-list--bullet\">{}</ul>", rows);
}

// What a source calls the programs of its authority; what each was for is done here.
Html systems_of(const policy::About& about) {
    Html rows;
    for (const auto& system : about.systems)
        rows += html("<li>{}</li>", system);
    return rows.empty() ? Html() : html("<h3 class=\"govuk-heading-s\">Programs that it names, and where the same is done here</h3><ul class=\"govuk-list govuk-list--bullet\">{}</ul>", rows);
}

std::string how_answered(const policy::AnsweredClause& answered) {
    auto how = policy::name_of(answered.answer);
    if (!answered.how.empty())
        how += ": " + join(answered.how, ", ");
    return answered.why.empty() ? how : how + ": " + answered.why;
}

Html clauses_of(const policy::Pack& pack, const policy::About& about) {
    std::map<std::string, std::string> answers;
    for (const auto& answered : policy::answered_clauses(pack))
        answers[answered.clause] = how_answered(answered);
    Table table;
    table.head = std::vector<Cell>{{"Clause"}, {"Where it stands"}, {"What it says"}, {"How it is answered"}};
    for (const auto& [id, clause] : pack.clauses)
        if (clause.pack == about.id)
            table.rows.push_back({{html("<span id=\"clause-{}\">{}</span>", id, id)}, {clause.section}, {clause.says}, {answers[id]}});
    table.caption = plural(table.rows.size(), "clause", "clauses") + " of " + about.name;
    table.caption_classes = "govuk-table__caption--m";
    return html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Clauses of {}\">{}</div>", about.name, web::table(table));
}

Response show_pack(const House& house, const Call& call) {
    const auto& pack = house.pack();
    const auto& about = chosen_pack(pack, call);
    auto frame = plain_frame(house, call, "The policy in force");
    auto print = html("<p class=\"govuk-body\">{}. Its text can be told by these letters: {}.</p>", house.installation.policy_line, first(pack.digest, 12));
    auto documents = html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Every kind of record, and what the policy says of it</a></p>", url("/pack/documents"));
    return shown(frame, print + documents + packs_of(house, pack) + html("<h2 class=\"govuk-heading-m\">{}, version {}</h2>", about.name, about.version) + sources_of(house, about) + guidance_of_pack(house, about) + systems_of(about) +
                            clauses_of(pack, about));
}

} // namespace

std::vector<http::Route> plain_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/help", http::Reach::Everyone, to(show_help)},
            {http::Method::Get, "/accessibility", http::Reach::Everyone, to(show_accessibility)},
            {http::Method::Get, "/pack", http::Reach::Worker, to(show_pack)}};
}

} // namespace lifestory::web::pages
