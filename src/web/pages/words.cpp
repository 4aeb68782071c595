#include "web/pages/words.h"

#include <algorithm>
#include <array>

#include "calendar/london.h"
#include "casework/change_fact.h"
#include "record/words.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child.h"
#include "web/pages/child_cards.h"
#include "web/pages/done.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::ChosenWord;

// What the children asked, each in our words, and how it is kept here. {} is the child's first name.
struct BottomLine {
    std::string_view clause, asked, kept;
};

constexpr std::array bottom_lines{
    BottomLine{"LEI-139", "No letters or short words that we may not know.", "Letters that stand for words are marked while somebody writes, until they are written out."},
    BottomLine{"LEI-140", "Agree with us which words you use.", "Each word here says who agreed it with {}, and on which day."},
    BottomLine{"LEI-141", "Check that we understand, above all in meetings.", "The notes of a meeting ask how that was done."},
    BottomLine{"LEI-142", "Write our words down, for everyone who works with us.", "They stand on top of the record and over every page on which somebody writes to {}."},
    BottomLine{"LEI-143", "We change, so ask us again.", "A day is set to talk again. Words of before stay here with their days, and nobody is offered them."},
    BottomLine{"LEI-144", "Do not make us remind you.", "A word that {} asked us not to say is marked as it is typed, with the right one beside it."},
    BottomLine{"LEI-145", "We do not have to explain.", "Nobody is asked for a reason here, and there is no box for one."}};

std::string with_name(std::string_view words, const std::string& name) {
    auto at = words.find("{}");
    return at == std::string_view::npos ? std::string(words) : std::string(words.substr(0, at)) + name + std::string(words.substr(at + 2));
}

bool may_change(const access::OpenRecord& open) { return open.may(access::Act::Change); }

// "She does not mind any more".
std::string does_not_mind(const Pronouns& who) {
    return capital(who.subject) + (who.subject == "they" ? " do not mind any more" : " does not mind any more");
}

Html no_more_press(const Caller& caller, const access::OpenRecord& open, const ChosenWord& word) {
    auto words = html("{}<span class=\"govuk-visually-hidden\">: {}</span>", does_not_mind(pronouns_of(*open.child, *open.family)), word.instead_of);
    PostButton press{words_path(open.record), caller.session.csrf, FormNumber::random().hex(), {Phrase(words)}, {{"instead-of", word.instead_of}, {"then", "no-more"}}};
    press.button.classes = "govuk-button--secondary app-quiet-button";
    return post_button(press);
}

Html scrolling(std::string_view label, const Table& table) {
    return html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">{}</div>", label, web::table(table));
}

Html words_now(const Caller& caller, const access::OpenRecord& open, const std::vector<ChosenWord>& words) {
    const auto name = open.child->first_name();
    Table table;
    table.caption = "What we say";
    table.caption_classes = "govuk-table__caption--m";
    table.head = std::vector<Cell>{{"Instead of"}, {name + " says"}, {"Since"}};
    for (const auto& word : words) {
        auto press = may_change(open) ? no_more_press(caller, open, word) : Html();
        auto agreed = html("{}. Agreed with {} by {}, {}, {}.{}", calendar::in_words(word.since), name, word.agreed_by.full_name, word.agreed_by.designation,
                           day_of(word.agreed_at), press);
        table.rows.push_back({{word.instead_of}, {html("<strong>{}</strong>", word.say)}, {agreed}});
    }
    return scrolling(table.caption, table);
}

Html words_before(const access::OpenRecord& open, const std::vector<ChosenWord>& words) {
    if (words.empty())
        return Html();
    Table table;
    table.caption = "Words of before";
    table.caption_classes = "govuk-table__caption--m";
    table.head = std::vector<Cell>{{"Instead of"}, {open.child->first_name() + " said"}, {"From"}, {"Until"}};
    for (const auto& word : words)
        table.rows.push_back({{word.instead_of}, {word.say}, {calendar::in_words(word.since)}, {word.until ? calendar::in_words(*word.until) : std::string()}});
    return scrolling(table.caption, table);
}

bool was_asked(const access::OpenRecord& open) {
    return !open.child->preferred_words.empty() ||
           std::ranges::any_of(open.child->story, [](const auto& story) { return story.record_type() == words_conversation && !story.withdrawn(); });
}

Html nothing_yet(const access::OpenRecord& open) {
    const auto name = open.child->first_name();
    const auto whose = pronouns_of(*open.child, *open.family).possessive;
    if (was_asked(open))
        return html("<p class=\"govuk-body\">{} asks for no words of {} own now.</p>", name, whose);
    return sees_all(open) ? html("<p class=\"govuk-body\">{} has not been asked yet.</p>", name)
                          : html("<p class=\"govuk-body\">No words of {} own stand here.</p>", whose);
}

Html talk_again(const House& house, const access::OpenRecord& open) {
    auto owed = talk_that_is_due(house, open);
    if (!owed)
        return html("<p class=\"govuk-body\">Talk again when something changes.</p>");
    auto late = owed->is_late() ? ", " + how_late(*owed) : std::string();
    return html("<p class=\"govuk-body\">Talk again by {}{}, or when something changes.</p>", due_link(open.record, *owed), late);
}

Html talk_press(const access::OpenRecord& open) {
    Button talk{"Talk it through now"};
    talk.href = talk_path(open.record);
    return may_change(open) ? button(talk) : Html();
}

Html who_sees_them(const access::OpenRecord& open, calendar::Day today) {
    auto names = who_works_with(open, today);
    auto object = pronouns_of(*open.child, *open.family).object;
    if (names.empty())
        return html("<p class=\"govuk-body\">Whoever works with {} sees this.</p>", open.child->first_name());
    return html("<p class=\"govuk-body\">{} {} this, and whoever works with {} after them.</p>", in_a_row(names), names.size() == 1 ? "sees" : "see", object);
}

Html say_one_word(const Call& call, const access::OpenRecord& open, const Refusals& refusals) {
    if (!may_change(open))
        return Html();
    auto typed = typed_in(call);
    if (field(typed, "then") == "no-more")
        typed.clear();
    Asked asked{typed, refusals};
    auto fields = short_box(asked, "instead-of", "Instead of") + short_box(asked, "say", "Say");
    PostForm form{words_path(open.record), call.caller<Caller>().session.csrf, form_number(call).hex(), fields + button({"Keep this word"})};
    return html("<section class=\"app-off-paper\" aria-labelledby=\"one-word\"><h2 class=\"govuk-heading-m\" id=\"one-word\">Say one word</h2>{}</section>", post_form(form));
}

Html seven_lines(const House& house, const access::OpenRecord& open) {
    Html rows;
    for (const auto& line : bottom_lines)
        if (house.pack().clauses.contains(line.clause))
            rows += html("<li><strong>{}</strong><br>{}</li>", line.asked, with_name(line.kept, open.child->first_name()));
    if (rows.empty())
        return Html();
    return html("<section class=\"app-other-side\" aria-labelledby=\"bottom-lines\"><h2 class=\"govuk-heading-m\" id=\"bottom-lines\">What children in care ask of us</h2>"
                "<ol class=\"govuk-list govuk-list--number govuk-list--spaced\">{}</ol></section>", rows);
}

std::optional<NotificationBanner> banner_of(const House& house, const access::OpenRecord& open, const std::string& code) {
    if (code != "talked")
        return banner_for(house, open, code);
    auto names = who_works_with(open, house.today());
    auto words = names.empty() ? std::string("Kept. Whoever works with you sees these from now on.")
                               : in_a_row(names) + (names.size() == 1 ? " sees" : " see") + " these from now on, and whoever works with you after them.";
    return NotificationBanner{BannerKind::Success, Phrase(words)};
}

Response words_page(const House& house, const Call& call, const access::OpenRecord& open, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto frame = child_frame(house, caller, open, possessive(open.child->first_name()) + " words");
    frame.act = "Words";
    frame.refusals = refusals;
    frame.banner = banner_of(house, open, done_code(call));
    frame.print = print_frame(house, caller, open, "Words");
    auto chosen = record::chosen_words(*open.child, house.today());
    auto now = chosen.now.empty() ? nothing_yet(open) : words_now(caller, open, chosen.now) + who_sees_them(open, house.today());
    auto again = sees_all(open) ? talk_again(house, open) : Html();
    return shown(frame, child_navigation(open, "words") + now + again + talk_press(open) + words_before(open, chosen.before) +
                            say_one_word(call, open, refusals) + seven_lines(house, open));
}

Response show_words(const House& house, const Call& call) {
    auto open = open_child(house, call);
    return open ? words_page(house, call, *open, {}) : not_found(house);
}

Response say_word(const House& house, const Call& call) {
    auto open = open_child(house, call);
    if (!open || !may_change(*open))
        return not_found(house);
    bool no_more = call.form.get("then") == "no-more";
    auto instead_of = said(call, "instead-of"), say = no_more ? std::string() : said(call, "say");
    auto writing = casework::set_word(act_of(house, call.caller<Caller>()), *open->child, instead_of, say);
    auto refusals = writing ? Refusals() : writing.refusals();
    if (!no_more && say.empty())
        refusals.push_back(refuse("say", "Write what is said instead", "say"));
    if (!refusals.empty())
        return words_page(house, call, *open, refusals);
    auto kept = keep_word(house, call.caller<Caller>(), *open, form_number(call), *writing);
    if (kept)
        return redirect(done(words_path(open->record), no_more ? "word-gone" : "word-kept"));
    return is_not_found(kept.refusals()) ? not_found(house) : words_page(house, call, *open, kept.refusals());
}

} // namespace

Url words_path(RecordNumber child) { return path("/children/{}/words", child.hex()); }
Url talk_path(RecordNumber child) { return path("/children/{}/words/talk", child.hex()); }

std::optional<policy::Obligation> talk_that_is_due(const House& house, const access::OpenRecord& open) {
    if (!sees_all(open))
        return std::nullopt;
    for (auto& owed : judge(house, open).obligations)
        if (owed.is_open() && owed.due && is_a_talk_about_words(owed))
            return owed;
    return std::nullopt;
}

Outcome keep_word(const House& house, const Caller& caller, const access::OpenRecord& open, FormNumber form, const casework::Writing& writing) {
    const auto& word = std::get<record::BasicDetail>(writing.front().content);
    const auto* before = record::last_said_of(*open.child, word.instead_of);
    bool said_today = before && before->what.value == word.value && before->by.worker == caller.worker() && calendar::london_day(before->at) == house.today();
    if (said_today)
        return Nothing{};
    auto digest = sha256("word of form " + form.hex() + "\n" + word.instead_of + "\n" + word.value); // a page gone back to says another word in the same form
    auto appended = append(house, caller, open, access::Act::Change, {}, FormNumber::from_bytes(view(digest).substr(0, 16)), writing);
    if (!appended && appended.refusal().code == "changed-meanwhile")
        return refuse("changed-meanwhile", "Somebody wrote in this record meanwhile. Nothing is lost: press the button again");
    if (!appended)
        return refuse("not-found", "Page not found");
    return Nothing{};
}

std::vector<http::Route> words_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/words", http::Reach::Worker, to(show_words)},
            {http::Method::Post, "/children/{child}/words", http::Reach::Worker, to(say_word)}};
}

} // namespace lifestory::web::pages
