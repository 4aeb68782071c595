#include "web/pages/correction.h"

#include "base/text.h"
#include "calendar/london.h"
#include "casework/correct.h"
#include "web/html/components.h"
#include "web/pages/beside_entry.h"
#include "web/pages/put_right.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

enum class Page { Corrects, Asks };

Result<OpenEntry> entry_to_correct(const House& house, const Call& call) {
    auto entry = TRY(entry_opened(house, call));
    bool may = entry.may(house, access::Act::Correct) || entry.may(house, access::Act::AskCorrection) || entry.may(house, access::Act::Close);
    if (!may)
        return refuse("not-found", "Page not found");
    return entry;
}

// The asking that ?asked= or the form's field names, while it is not answered.
const record::AskedCorrection* asking_of(const Call& call, const OpenEntry& entry) {
    auto named = call.form.has("asked") ? call.form.get("asked") : call.request.query.get("asked");
    for (const auto& asking : entry.story->asked)
        if (!asking.answered_by && asking.asked.entry.hex() == named)
            return &asking;
    return nullptr;
}

std::string head_of_service(const House& house) {
    auto authority = house.door.authority();
    for (const auto& worker : authority->workers)
        if (worker.now().working && house.pack().acts_as(worker.now().role) == "head-of-service")
            return worker.now().full_name;
    return "The Head of Service";
}

// Askings that wait, each with the press that fills the page from it.
Html waiting(const OpenEntry& entry, const record::AskedCorrection* chosen) {
    Html rows;
    for (const auto& asking : entry.story->asked)
        if (!asking.answered_by && &asking != chosen && !record::are_closed(*entry.story, asking.asked.what.sentence))
            rows += html("<li>{}, {}: \"{}\" <a class=\"govuk-link\" href=\"{}\">Fill in what {} asked on {}</a></li>", asking.asked.by.full_name,
                         calendar::in_words(calendar::london_day(asking.asked.at)), asking.asked.what.right_words,
                         url(entry.path_to("correction").text() + "?asked=" + asking.asked.entry.hex()), asking.asked.by.full_name,
                         calendar::in_words(calendar::london_day(asking.asked.at)));
    return rows.empty() ? Html() : html("<h2 class=\"govuk-heading-s\">Asked</h2><ul class=\"govuk-list\">{}</ul>", rows);
}

// A correction whose old words a Head of Service is asked to close: ?close= fills the form below from it.
desk::Fields fields_to_close(const Call& call, const OpenEntry& entry) {
    for (const auto& correction : entry.story->corrections)
        if (correction.entry.hex() == call.request.query.get("close") && !record::are_closed(*entry.story, correction.what.sentence))
            return {{"closing.sentence", correction.what.withdraws.is_zero() ? code_of(correction.what.sentence) : "whole"}, {"closing.why", "they are about someone else"}};
    return {};
}

desk::Fields fields_to_show(const Call& call, const OpenEntry& entry, const record::AskedCorrection* asking) {
    auto fields = typed_in(call);
    if (fields.empty() && call.request.query.has("close"))
        return fields_to_close(call, entry);
    if (!fields.empty() || !asking || record::are_closed(*entry.story, asking->asked.what.sentence))
        return fields;
    const auto& asked = asking->asked.what;
    return {{"sentence", code_of(asked.sentence)}, {"right-words", asked.right_words}};
}

Html correcting_fields(const House& house, const Asked& asked, const OpenEntry& entry, const record::AskedCorrection* asking) {
    auto said = asking ? inset_text({html("<p>{} asked, {}. Why: {}</p>", asking->asked.by.full_name,
                                          calendar::in_words(calendar::london_day(asking->asked.at)), asking->asked.what.why), {}, {}, {}}) +
                             hidden_input("asked", asking->asked.entry.hex())
                       : Html();
    SideBySide sides;
    sides.left_title = "It says";
    sides.right_title = "It should say";
    sides.left = choose_sentence(asked, "sentence", "Choose the sentence", *entry.story);
    sides.right = box(asked, "right-words", "The right words", "Both can be read from now on; the right words stand first.");
    auto why = choose(asked, "why", "Why?", {{"a name or date was wrong", "a name or date was wrong"}, {"it did not happen like that", "it did not happen like that"},
                                             {"someone else said it", "someone else said it"}, {std::string(casework::about_another_child), std::string(casework::about_another_child)},
                                             {"other", "something else"}});
    auto hint = html("<p class=\"govuk-hint\">When it is about another child, or a hidden address: The old words will be closed to readers, not destroyed. {} decides.</p>",
                     head_of_service(house));
    return said + side_by_side(sides) + why + hint + who_is_told(asked.fields, entry);
}

Html asking_fields(const Asked& asked, const OpenEntry& entry) {
    return choose_sentence(asked, "sentence", "Choose the sentence", *entry.story) + box(asked, "right-words", "The right words") +
           box(asked, "why", "Why", "It goes to the Team Manager.");
}

// A form of its own, below: only of a Head of Service.
Html closing_form(const House& house, const Call& call, const OpenEntry& entry, const desk::Fields& fields, const Refusals& refusals) {
    if (!entry.may(house, access::Act::Close))
        return Html();
    Asked asked{fields, refusals};
    auto questions = choose_sentence(asked, "closing.sentence", "Which words?", *entry.story, "All of them") +
                     choose(asked, "closing.why", "Why?", {{"they are about someone else", "they are about someone else"},
                                                           {"they show where someone lives", "they show where someone lives"}, {"other", "something else"}});
    Button close{"Close these words"};
    close.classes = "govuk-button--secondary";
    auto form = post_form({entry.path_to("closing"), call.caller<Caller>().session.csrf, FormNumber::random().hex(), questions + button(close)});
    return html("<h2 class=\"govuk-heading-m\">Close words to readers</h2><p class=\"govuk-body\">The words will be closed to readers, not destroyed.</p>{}", form);
}

Response correction_page(const House& house, const Call& call, const OpenEntry& entry, const Refusals& refusals) {
    auto corrects = entry.may(house, access::Act::Correct) ? Page::Corrects : Page::Asks;
    const auto* asking = corrects == Page::Corrects ? asking_of(call, entry) : nullptr;
    auto fields = fields_to_show(call, entry, asking);
    Asked asked{fields, refusals};
    ActPage page;
    page.action = entry.path_to("correction");
    page.title = (corrects == Page::Corrects ? "Correct: " : "Ask for a correction: ") + entry.name();
    page.content = corrects == Page::Corrects ? correcting_fields(house, asked, entry, asking) : asking_fields(asked, entry);
    page.button = corrects == Page::Corrects ? "Correct the record" : "Ask for a correction";
    page.before = corrects == Page::Corrects ? waiting(entry, asking) : Html();
    page.after = ways_to_put_right(house, entry) + closing_form(house, call, entry, fields, refusals);
    return act_page(house, call, entry, page, refusals);
}

Response show_correction(const House& house, const Call& call) {
    auto entry = entry_to_correct(house, call);
    return entry ? correction_page(house, call, *entry, {}) : not_found(house);
}

Result<casework::Writing> correction_of(const House& house, const Call& call, const OpenEntry& entry, const desk::Fields& fields) {
    record::Correction correction;
    correction.sentence = sentence_of(*entry.story, field(fields, "sentence")).value_or(record::Sentence{entry.id(), {}, 0, 0, {}});
    correction.right_words = field(fields, "right-words");
    correction.why = chosen(fields, "why");
    if (const auto* asking = asking_of(call, entry))
        correction.asked = asking->asked.entry;
    correction.tell = told_in(fields, entry);
    correction.closes_old_words = correction.why == casework::about_another_child;
    return casework::correct(act_of_form(house, call), *entry.open.child, correction);
}

Result<casework::Writing> asking_for(const House& house, const Call& call, const OpenEntry& entry, const desk::Fields& fields) {
    record::CorrectionAsked asked;
    asked.sentence = sentence_of(*entry.story, field(fields, "sentence")).value_or(record::Sentence{entry.id(), {}, 0, 0, {}});
    asked.right_words = field(fields, "right-words");
    asked.why = field(fields, "why");
    return casework::ask_for_correction(act_of_form(house, call), *entry.open.child, asked);
}

Response correct(const House& house, const Call& call) {
    auto entry = entry_to_correct(house, call);
    if (!entry)
        return not_found(house);
    auto fields = typed_in(call);
    bool corrects = entry->may(house, access::Act::Correct);
    auto writing = corrects ? correction_of(house, call, *entry, fields) : asking_for(house, call, *entry, fields);
    return keep(house, call, *entry, corrects ? access::Act::Correct : access::Act::AskCorrection, writing, corrects ? "corrected" : "asked",
                [&](const Refusals& refusals) { return correction_page(house, call, *entry, refusals); });
}

Response close_words(const House& house, const Call& call) {
    auto entry = entry_to_correct(house, call);
    if (!entry || !entry->may(house, access::Act::Close))
        return not_found(house);
    auto fields = typed_in(call);
    auto code = field(fields, "closing.sentence");
    auto sentences = code == "whole" ? sentences_in(*entry->story) : std::vector<record::Sentence>();
    if (auto one = sentence_of(*entry->story, code))
        sentences.push_back(*one);
    auto writing = casework::close_words(act_of_form(house, call), *entry->open.child, sentences, chosen(fields, "closing.why"));
    return keep(house, call, *entry, access::Act::Close, writing, "closed", [&](const Refusals& refusals) {
        return correction_page(house, call, *entry, moved(moved(refusals, "sentence", "closing.sentence"), "why", "closing.why"));
    });
}

} // namespace

std::vector<http::Route> correction_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/entries/{entry}/correction", http::Reach::Worker, to(show_correction)},
            {http::Method::Post, "/children/{child}/entries/{entry}/correction", http::Reach::Worker, to(correct)},
            {http::Method::Post, "/children/{child}/entries/{entry}/closing", http::Reach::Worker, to(close_words)}};
}

} // namespace lifestory::web::pages
