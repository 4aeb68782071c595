#include "web/pages/talk.h"

#include <algorithm>

#include "base/text.h"
#include "casework/change_fact.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child.h"
#include "web/pages/done.h"
#include "web/pages/posted_words.h"
#include "web/pages/record_items.h"
#include "web/pages/signing.h"
#include "web/pages/talk_terms.h"
#include "web/pages/words.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

const std::string of_the_list = "say:"; // before a choice of the list; "own" and "mind" are the others

Url end_path(RecordNumber child) { return path("/children/{}/words/talk?at=end", child.hex()); }
bool is_at_end(const Call& call) { return call.request.query.get("at") == "end"; }

Result<access::OpenRecord> child_to_talk_with(const House& house, const Call& call) {
    auto open = TRY(open_child(house, call));
    if (!open.may(access::Act::Change))
        return refuse("not-found", "Page not found");
    return open;
}

PageFrame talk_frame(const House& house, const Call& call, const access::OpenRecord& open, const Phrase& heading) {
    auto frame = child_frame(house, call.caller<Caller>(), open, "Talk about words");
    frame.heading = heading;
    frame.back = BackLink{words_path(open.record), possessive(open.child->first_name()) + " words"};
    return frame;
}

std::string said_of(const access::OpenRecord& open, const Term& term) {
    const auto name = open.child->first_name();
    if (!term.said)
        return "";
    return term.says().empty() ? name + " does not mind." : name + " says: " + term.says() + ".";
}

// ---- the list, which is the toolkit on paper too

Html row_of(const access::OpenRecord& open, const Term& term) {
    auto choices = term.choices.empty() ? Html() : html("<p class=\"govuk-body\">We could say: {}.</p>", join(term.choices, ", or "));
    if (!term.more.empty())
        choices += html("<p class=\"govuk-body app-term__more\">Or: {}.</p>", join(term.more, ", or "));
    auto said = term.said ? html("<p class=\"govuk-body\"><strong>{}</strong></p>", said_of(open, term)) : Html();
    return html("<div class=\"app-term\"><h2 class=\"govuk-heading-s\"><a class=\"govuk-link\" href=\"{}\">{}</a></h2><p class=\"govuk-body\">{}</p>{}{}</div>",
                term.address(open.record), term.word, term.means, choices, said);
}

// "Tilly is 11. Child protection plan since 2 November 2026. ...": what the words that come first were chosen for.
std::string what_they_fit(const House& house, const access::OpenRecord& open, const std::vector<Term>& terms) {
    auto age = open.child->age_on(house.today());
    if (!age)
        return "";
    const auto name = open.child->first_name();
    std::vector<std::string> facts{name + " is " + std::to_string(*age)};
    for (auto& line : status_lines(house.pack(), statuses_of(house, open), house.today()))
        facts.push_back(std::move(line));
    bool is_chosen = std::ranges::any_of(terms, [](const Term& term) { return !term.more.empty(); });
    return join(facts, ". ") + (is_chosen ? ". The words that come first are chosen for that; leave out what does not fit." : ". Leave out what does not fit.");
}

Response list_page(const House& house, const Call& call, const access::OpenRecord& open) {
    const auto name = open.child->first_name();
    const auto terms = terms_of(house, open);
    auto frame = talk_frame(house, call, open, Phrase("Words to talk through with " + name));
    frame.print = print_frame(house, call.caller<Caller>(), open, "Words to talk through");
    if (terms.empty())
        return shown(frame, html("<p class=\"govuk-body\">The policy has no list of words to talk about. Write down what {} tells you with "
                                 "<a class=\"govuk-link\" href=\"{}\">one word at a time</a>.</p>", name, url(words_path(open.record).text() + "#one-word")));
    auto first = std::ranges::find_if(terms, [](const Term& term) { return !term.said; });
    Button begin{first == terms.end() || first == terms.begin() ? "Begin" : "Go on"};
    begin.href = (first == terms.end() ? terms.front() : *first).address(open.record);
    Html rows;
    for (const auto& term : terms)
        rows += row_of(open, term);
    rows = html("<div class=\"app-terms\">{}</div>", rows);
    auto top = html("<p class=\"govuk-body\">One word at a time, as many as {} likes. Stop whenever it is enough. Nobody asks why. {}</p>", name, what_they_fit(house, open, terms));
    return shown(frame, top + button(begin) + html("<p class=\"govuk-body app-off-paper\"><a class=\"govuk-link\" href=\"{}\">We have talked</a></p>", end_path(open.record)) + rows);
}

// ---- one word

Choice choice_of(const std::string& words, std::string value) {
    Choice choice;
    choice.words = words;
    choice.value = std::move(value);
    return choice;
}

std::string value_now(const Call& call, const Term& term) {
    if (call.form.has("word"))
        return std::string(call.form.get("word"));
    if (!term.said)
        return "";
    return term.says().empty() ? "mind" : of_the_list + term.says();
}

// One press away, and open when one of them was chosen.
Html more_to_say(const Call& call, const Term& term) {
    if (term.more.empty())
        return Html();
    Radios group;
    group.name = "word";
    group.id_prefix = "word-more";
    group.value = value_now(call, term);
    group.classes = "govuk-radios--small";
    group.fieldset = Fieldset{{"Other words for it", "govuk-visually-hidden", false}, {}, {}, {}, {}, {}};
    for (const auto& words : term.more)
        group.choices.push_back(choice_of(words, of_the_list + words));
    Details more;
    more.summary = Phrase("Other words for it");
    more.content = radios(group);
    more.is_open = std::ranges::any_of(term.more, [&](const auto& words) { return group.value == of_the_list + words; });
    return details(more);
}

Html what_we_say(const Call& call, const Term& term, const Refusals& refusals) {
    TextInput own;
    own.id = own.name = "own";
    own.value = said(call, "own");
    own.label.words = "My own word";
    own.error = error_at(refusals, "own");
    Radios group;
    group.name = group.id_prefix = "word";
    group.value = value_now(call, term);
    group.fieldset = Fieldset{{"What shall we say?", "govuk-fieldset__legend--m", false}, {}, {}, {}, {}, {}};
    for (const auto& words : term.choices)
        group.choices.push_back(choice_of(words, of_the_list + words));
    group.choices.push_back(choice_of("something else", "own"));
    group.choices.back()->revealed = text_input(own);
    group.choices.push_back(choice_of("I do not mind", "mind"));
    return radios(group) + more_to_say(call, term);
}

Response term_page(const House& house, const Call& call, const access::OpenRecord& open, const std::vector<Term>& terms, std::size_t at, const Refusals& refusals) {
    const auto& term = terms[at];
    auto frame = talk_frame(house, call, open, html("<span class=\"app-large-word\">{}</span>", term.word));
    frame.back = BackLink{talk_path(open.record), "All the words"};
    frame.refusals = refusals;
    auto said = term.said ? html("<p class=\"govuk-body\">{}, {}. It can be another word now.</p>",
                                 term.says().empty() ? "You did not mind" : "You said “" + term.says() + "”", day_of(term.said->at)) : Html();
    auto top = html("<p class=\"govuk-body-l\">{}</p>", term.means) + said;
    Button next{"Next"}, stop{"Stop here"};
    next.name = stop.name = "then";
    next.value = "next";
    stop.value = "stop";
    stop.classes = "govuk-button--secondary";
    auto form = post_form({term.address(open.record), call.caller<Caller>().session.csrf, form_number(call).hex(),
                           what_we_say(call, term, refusals) + button_group({button(next), button(stop)})});
    return shown(frame, top + form + html("<p class=\"govuk-body\">Word {} of {}. Go on without an answer if this one does not matter.</p>", at + 1, terms.size()));
}

// None: nothing was answered, which is no answer to keep.
std::optional<std::string> answer_in(const Call& call, Refusals& refusals) {
    auto word = said(call, "word"), own = said(call, "own");
    if (word == "mind")
        return "";
    if (word.starts_with(of_the_list))
        return trim(word.substr(of_the_list.size()));
    if (word == "own" && own.empty())
        refusals.push_back(refuse("own", "Write the word, or choose another answer", "own"));
    return own.empty() ? std::nullopt : std::optional(own);
}

Outcome keep_answer(const House& house, const Call& call, const access::OpenRecord& open, const Term& term) {
    Refusals refusals;
    auto answer = answer_in(call, refusals);
    if (!refusals.empty())
        return refusals;
    if (!answer)
        return Nothing{};
    auto writing = casework::set_word(act_of(house, call.caller<Caller>()), *open.child, term.word, *answer);
    if (!writing)
        return moved(moved(writing.refusals(), "say", "own"), "instead-of", "own");
    return keep_word(house, call.caller<Caller>(), open, form_number(call), *writing);
}

Response say_term(const House& house, const Call& call, const access::OpenRecord& open) {
    const auto terms = terms_of(house, open);
    auto at = term_at(terms, call);
    if (!at)
        return not_found(house);
    auto kept = keep_answer(house, call, open, terms[*at]);
    if (!kept)
        return is_not_found(kept.refusals()) ? not_found(house) : term_page(house, call, open, terms, *at, kept.refusals());
    bool is_last = *at + 1 == terms.size();
    return redirect(is_last || call.form.get("then") == "stop" ? end_path(open.record) : terms[*at + 1].address(open.record));
}

// ---- the end: a draft like any other, so that what the pack asks of such a note, and why it is late, are asked

bool may_write_it_down(const House& house, const access::OpenRecord& open) {
    return house.pack().record_type(words_conversation) && open.may(access::Act::Write, on_type(house, words_conversation));
}

desk::Fields fields_of_talk(const policy::RecordType& type, const TalkSoFar& talk) {
    record::Rows rows;
    for (const auto& said : talk.said)
        rows.rows.push_back({said.instead_of, said.value.empty() ? "I do not mind" : said.value});
    record::Form form{type.id, type.name, {}};
    if (!rows.rows.empty())
        form.answers.push_back({"words-chosen", "", "", "rows", rows});
    if (type.item("happened"))
        form.answers.push_back({"happened", "", "", "prose", record::Text{"We talked about the words that we use with you."}});
    auto fields = fields_of(form);
    put_day(fields, "when", talk.day);
    return fields;
}

// Before it is kept: nothing is stored by opening the page.
desk::Draft unkept_draft(const House& house, const Call& call, const access::OpenRecord& open) {
    const auto& caller = call.caller<Caller>();
    desk::Draft draft;
    draft.form = form_number(call);
    draft.owner = draft.saved_by = caller.writer();
    draft.record = open.record;
    draft.record_type = words_conversation;
    draft.fields = fields_of_talk(*house.pack().record_type(words_conversation), talk_so_far(*open.child, caller.worker(), house.today()));
    return draft;
}

// On the note's own page the part has this heading, and the box no label that is seen.
Html title_unseen_in(const policy::Item& item) {
    return item.type == policy::ItemType::Prose ? html("<h2 class=\"govuk-heading-s\">{}</h2>", item.label) : Html();
}

// What the pack needs to know of any such note and the talk has not told; what it only likes to know is asked on the note's own page.
Html what_must_be_said(const House& house, const DraftView& view, const Refusals& refusals) {
    Html fields;
    for (const auto* item : view.asked)
        if (item->force == policy::Force::Must && item->id != "words-chosen" && !proposed_for(view, *item))
            fields += html("<section aria-label=\"{}\">{}{}</section>", item->label, title_unseen_in(*item), item_fields({house, view, *item, refusals}));
    return fields;
}

Html what_was_said(const TalkSoFar& talk) {
    Html rows;
    for (const auto& said : talk.said)
        rows += said.value.empty() ? html("<li>{}: does not mind</li>", said.instead_of) : html("<li>Say <strong>{}</strong>, not {}</li>", said.value, said.instead_of);
    return rows.empty() ? html("<p class=\"govuk-body\">No word was chosen this time.</p>") : html("<ul class=\"govuk-list govuk-list--bullet\">{}</ul>", rows);
}

Html keeping_form(const House& house, const Call& call, const access::OpenRecord& open, const DraftView& view, const Refusals& refusals) {
    auto fields = what_must_be_said(house, view, refusals);
    Button keep{"Keep that we talked"}, more{"Write more"};
    keep.name = more.name = "then";
    keep.value = "keep";
    more.value = "more";
    more.classes = "govuk-button--secondary";
    return html("<p class=\"govuk-body\">Each word is kept already. Keep that you talked on {}, so that the next talk is counted from then.</p>",
                calendar::with_weekday(view.happened_on.value_or(house.today()))) +
           post_form({end_path(open.record), call.caller<Caller>().session.csrf, view.draft.form.hex(), fields + button_group({button(keep), button(more)})});
}

Response end_page(const House& house, const Call& call, const access::OpenRecord& open, const desk::Draft& draft, const Refusals& refusals) {
    auto frame = talk_frame(house, call, open, Phrase("What " + open.child->first_name() + " said"));
    frame.back = BackLink{talk_path(open.record), "All the words"};
    frame.refusals = refusals;
    auto words = what_was_said(talk_so_far(*open.child, call.caller<Caller>().worker(), house.today()));
    auto view = view_of(house, call.caller<Caller>(), draft);
    return view ? shown(frame, words + keeping_form(house, call, open, *view, refusals)) : not_found(house);
}

Response show_end(const House& house, const Call& call, const access::OpenRecord& open) {
    if (may_write_it_down(house, open))
        return end_page(house, call, open, unkept_draft(house, call, open), {});
    auto frame = talk_frame(house, call, open, Phrase("What " + open.child->first_name() + " said"));
    return shown(frame, what_was_said(talk_so_far(*open.child, call.caller<Caller>().worker(), house.today())));
}

// With what was posted over it; pressed again, the same draft.
Result<desk::Draft> draft_of_talk(const House& house, const Call& call, const access::OpenRecord& open) {
    const auto& caller = call.caller<Caller>();
    auto unkept = unkept_draft(house, call, open);
    auto draft = TRY(house.desk.begin_draft({unkept.form, caller.writer(), open.record, unkept.record_type}, house.now()));
    if (draft.signed_as)
        return draft;
    auto fields = draft.version == 0 ? unkept.fields : draft.fields;
    for (auto& [name, value] : words_of(call.form.fields))
        fields[name] = value;
    TRY(house.desk.save({draft.draft, draft.version, fields, "", caller.writer(), house.now()}));
    return house.desk.draft(draft.draft);
}

// The page at the end shows some fields of the note; the rest stand on the note's own pages.
bool is_asked_at_end(const DraftView& view, const Refusal& refusal) {
    return std::ranges::any_of(view.asked, [&](const auto* item) {
        auto name = name_of(*item);
        return item->force == policy::Force::Must && (refusal.field == name || refusal.field.starts_with(name + "."));
    });
}

Response keep_talk(const House& house, const Call& call, const access::OpenRecord& open) {
    const auto& caller = call.caller<Caller>();
    if (!may_write_it_down(house, open))
        return not_found(house);
    auto draft = draft_of_talk(house, call, open);
    auto view = draft ? view_of(house, caller, *draft) : Result<DraftView>(draft.refusals());
    if (!view)
        return not_found(house);
    auto talked = redirect(done(words_path(open.record), "talked"));
    if (view->draft.signed_as)
        return talked;
    if (call.form.get("then") != "keep") // [Save] after a long box, or more to write
        return redirect(path("/drafts/{}", view->draft.draft.hex()));
    auto refusals = view->when_refusals;
    refusals.insert(refusals.end(), view->read.refusals.begin(), view->read.refusals.end());
    auto signed_as = sign_as_read(house, caller, *view, filled_of(*view, caller, house), std::move(refusals));
    if (signed_as)
        return talked;
    if (is_not_found(signed_as.refusals()))
        return not_found(house);
    auto here = signed_as.refusals();
    std::erase_if(here, [&](const auto& refusal) { return !is_asked_at_end(*view, refusal); });
    return here.empty() ? redirect(path("/drafts/{}/check", view->draft.draft.hex())) : end_page(house, call, open, *draft, here);
}

// ---- which of them

Response show_talk(const House& house, const Call& call) {
    auto open = child_to_talk_with(house, call);
    if (!open)
        return not_found(house);
    if (is_at_end(call))
        return show_end(house, call, *open);
    if (!call.request.query.has("term") && !call.request.query.has("own"))
        return list_page(house, call, *open);
    const auto terms = terms_of(house, *open);
    auto at = term_at(terms, call);
    return at ? term_page(house, call, *open, terms, *at, {}) : not_found(house);
}

Response talk(const House& house, const Call& call) {
    auto open = child_to_talk_with(house, call);
    if (!open)
        return not_found(house);
    return is_at_end(call) ? keep_talk(house, call, *open) : say_term(house, call, *open);
}

} // namespace

std::vector<http::Route> talk_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/words/talk", http::Reach::Worker, to(show_talk)},
            {http::Method::Post, "/children/{child}/words/talk", http::Reach::Worker, to(talk)}};
}

} // namespace lifestory::web::pages
