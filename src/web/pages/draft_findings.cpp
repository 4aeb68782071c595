#include "web/pages/draft_findings.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "casework/sign.h"
#include "policy/wording.h"
#include "record/plan.h"
#include "record/sentences.h"
#include "web/html/components.h"
#include "prose/pasted_email.h"
#include "web/pages/about_child.h"
#include "web/pages/draft_fit.h"
#include "web/pages/draft_length.h"
#include "web/pages/goals_served.h"
#include "web/pages/letter_draft.h"
#include "web/pages/moved_sentence.h"
#include "web/pages/pulled_through.h"
#include "web/pages/same_words.h"
#include "web/pages/one_visit.h"
#include "web/pages/owed.h"
#include "web/pages/written_letter_draft.h"
#include "web/pages/statuses_named.h"
#include "web/pages/wrong_status.h"

namespace lifestory::web::pages {

namespace {

using policy::ItemType;

constexpr std::string_view go_to_the_box = "Go to the box";
constexpr std::string_view word_for_word = "word-for-word"; // the one choice of a pasted e-mail

prose::About about_of(const House& house, const DraftView& view) {
    prose::About about;
    if (!view.open)
        return about;
    about.child = view.open->child->first_name();
    about.full_name = view.open->child->full_name();
    about.names.push_back(about.full_name);
    for (const auto& known : view.known) {
        about.names.push_back(known.present.full_name);
        about.people.push_back({known.present.full_name, known.present.who_they_are});
    }
    for (const auto& child : view.with) // who is visited too is not among those who can be ticked
        if (const auto* person = view.open->family->person_of(child)) {
            auto who = view.open->child->person ? view.open->family->who_to(person->person, *view.open->child->person, house.today()) : std::string();
            about.names.push_back(person->full_name);
            about.people.push_back({person->full_name, who});
        }
    if (auto born = view.open->child->born())
        about.key_dates.push_back({"born", *born});
    for (const auto& detail : view.open->child->words_to_use(house.today()))
        about.preferred.push_back({detail.instead_of, detail.value});
    return about;
}

// Only what the writer's own words are: the child's and others' are theirs (labelling guide).
bool is_looked_at(const policy::Item& item) { return item.type == ItemType::Prose && item.part != "for-professionals"; }

bool has_words(const record::Form& form, ItemType type, std::string_view whose) {
    for (const auto& answer : form.answers)
        if (const auto* views = std::get_if<record::Views>(&answer.value); views && type == ItemType::Views)
            for (const auto& view : views->views)
                if (whose.empty() || view.whose == whose)
                    return true;
    return false;
}

prose::Holds holds_of(const record::Form& form) {
    prose::Holds holds;
    holds.child_voice = has_words(form, ItemType::Views, "child") || casework::shows_views(form);
    holds.how_views_obtained = casework::shows_views(form);
    for (const auto& answer : form.answers) {
        if (const auto* views = std::get_if<record::Views>(&answer.value))
            for (const auto& view : views->views)
                holds.how_views_obtained |= view.whose == "child" && (!view.how.empty() || !view.through.empty());
        holds.who_was_present |= std::holds_alternative<record::People>(answer.value);
        holds.next_step |= std::holds_alternative<record::Actions>(answer.value);
        holds.decision |= answer.part == "decision";
        holds.reason_for_decision |= answer.item == "reason";
        holds.child_voice |= answer.item == "child-seen-doing" || answer.item == "seen-doing";
    }
    holds.decision_maker = holds.decision;
    return holds;
}

// A letter has one box, so its words are asked, not its boxes; only what was wanted in it has boxes of its own.
std::vector<prose::Missing> missing_of_letter(const DraftView& view, const prose::Reader& reader, const prose::About& about) {
    auto found = prose::missing_from(view.read.form.text("letter"), reader, about, view.type->expects, view.type->id);
    prose::Holds asked;
    asked.what_was_wanted = view.read.form.find("child-wanted") || view.read.form.find("family-wanted");
    if (!asked.what_was_wanted && std::ranges::find(view.type->expects, prose::word(prose::Missing::WhatWasWanted)) != view.type->expects.end())
        found.insert(found.begin(), prose::Missing::WhatWasWanted);
    return found;
}

// First words that hurt, then another child's privacy, wrong names and dates, her own words, what is unclear.
int importance(prose::Category category, policy::Children children) {
    if (children == policy::Children::Several && category == prose::Category::OtherChild)
        return -1; // where several are written about at once, before anything else
    switch (category) {
    case prose::Category::Stigma:
    case prose::Category::Blame:
    case prose::Category::Derogatory: return 0;
    case prose::Category::OtherChild:
    case prose::Category::AnotherRecord: return 1;
    case prose::Category::MisspeltName: return 2;
    case prose::Category::PreferredWord: return 3;
    case prose::Category::PastedEmail:
    case prose::Category::ThirdPerson:
    case prose::Category::Acronym: return 4;
    case prose::Category::Jargon:
    case prose::Category::HardSentence:
    case prose::Category::OpinionAsFact:
    case prose::Category::NameOrRole:
    case prose::Category::RepeatedText: return 5;
    }
    return 6;
}

// Of one child: what was kept in a draft is asked anew when it is said to be about another.
std::string id_of(const DraftView& draft, const std::string& item, prose::Category category, const std::string& words) {
    auto child = draft.open ? draft.open->record.hex() : std::string();
    return to_hex(view(sha256(child + "\n" + item + "\n" + std::string(prose::word(category)) + "\n" + words))).substr(0, 12);
}

// What can be kept, and the words of the choice.
using Choosable = std::vector<std::pair<std::string, std::string>>;

Choosable keep_choices(const DraftFinding& found, const std::string& possessive) {
    if (found.leave_in == "still-true")
        return {{found.leave_in, "Still true, leave in"}};
    if (found.leave_in == "both-places")
        return {{found.leave_in, "Leave in both places"}};
    if (found.leave_in == "belongs")
        return {{found.leave_in, "It belongs here, leave in"}};
    if (found.leave_in == word_for_word)
        return {{found.leave_in, "It has to stand word for word, leave in"}};
    return {{"own-word", "It is " + possessive + " own word"}, {"plainly", "It must be said plainly"}, {"other", "Another reason"}};
}

bool is_choice(const DraftFinding& found, const std::string& code) {
    auto choices = keep_choices(found, "");
    return std::ranges::find(choices, code, &Choosable::value_type::first) != choices.end();
}

// Where words alone would not be told from others: the beginning of them, as the card shows it.
std::string shown_words(const DraftFinding& found) {
    return found.leave_in.empty() || found.leave_in == word_for_word ? "" : quoted(found);
}

std::optional<Press> press_of(const DraftFinding& found, const std::string& box, const prose::Reader& reader) {
    if (found.finding.category != prose::Category::PastedEmail)
        return found.leave_in.empty() ? std::nullopt : std::optional(Press{"Take out", ""});
    auto message = prose::message_in(box, {found.finding.begin, found.finding.end}, reader);
    return message ? std::optional(Press{"Show only the message", box.substr(message->begin, message->end - message->begin)}) : std::nullopt;
}

// A finding as the draft knows it: `whole` are the box's words.
void add_found(const House& house, DraftView& view, DraftFinding found, const std::string& whole) {
    found.item = found.row.empty() ? found.box.substr(5) : found.row.substr(5, found.row.find('.', 5) - 5); // a row moves
    found.words = whole.substr(found.finding.begin, found.finding.end - found.finding.begin);
    found.id = id_of(view, found.item, found.finding.category, found.words);
    if (found.finding.category == prose::Category::PastedEmail) {
        found.leave_in = word_for_word;
        if (view.open) { // the e-mail itself, with what hangs on it, is a document beside the note (ROC-039, LIQ-043)
            found.link = "Put the e-mail itself under Documents";
            found.at = path("/children/{}/documents/adding", view.open->record.hex());
        }
    }
    found.must_say_why = found.must_say_why || policy::asks_reason(house.pack(), found.finding.category);
    found.press = press_of(found, whole, policy::wording_of(*house.books.in_force));
    auto kept = field(view.draft.fields, "keep-" + found.id);
    found.kept = is_choice(found, kept) ? kept : "";
    view.findings.push_back(std::move(found));
}

void find_pulled(const House& house, DraftView& view) {
    for (auto& found : still_pulled(view)) {
        const auto whole = field(view.draft.fields, found.box);
        add_found(house, view, std::move(found), whole);
    }
}

// What came from the record, and says so itself.
bool is_pulled(const DraftView& view, const WordsElsewhere& words) {
    return std::ranges::any_of(view.findings, [&](const auto& found) {
        return !found.from.empty() && found.box == words.box && words.leave_in == "still-true" && found.finding.begin < words.finding.end && words.finding.begin < found.finding.end;
    });
}

void find_elsewhere(const House& house, const Caller& caller, DraftView& view) {
    for (auto& one : words_elsewhere(house, caller, view)) {
        if (is_pulled(view, one))
            continue;
        DraftFinding found;
        found.box = one.box;
        found.finding = std::move(one.finding);
        found.leave_in = std::move(one.leave_in);
        found.link = std::move(one.link);
        found.at = std::move(one.at);
        add_found(house, view, std::move(found), field(view.draft.fields, one.box));
    }
}

std::string possessive_of(const DraftView& view) {
    return view.open ? pronouns_of(*view.open->child, *view.open->family).possessive : std::string("their");
}

FindingCard card_of(const DraftFinding& found, const DraftView& view) {
    FindingCard card{found.id, found.box, found.words, found.finding.begin, found.finding.end, Phrase(found.finding.message), found.finding.suggestion, found.kept};
    card.quote = shown_words(found);
    card.row = found.row;
    card.keep = keep_choices(found, possessive_of(view));
    if (found.press) {
        card.press = found.press->name;
        card.instead = found.press->instead;
    }
    card.link = found.link;
    card.at = found.at;
    for (const auto& move : found.moves)
        card.moves.emplace_back(press_of_move(found.id, move), move.name);
    return card;
}

std::vector<ThingFound> beside_the_words(const DraftView& view) {
    auto all = lengths_to_look_at(view);
    for (const auto& more : {misfits_to_look_at(view), goals_that_hang(view)})
        all.insert(all.begin(), more.begin(), more.end());
    return all;
}

ThingsToLookAt things_of(const DraftView& view) {
    ThingsToLookAt things;
    things.keep = KeepChoice::Shown;
    things.possessive = possessive_of(view);
    for (const auto& found : view.findings)
        things.findings.push_back(card_of(found, view));
    for (auto missing : view.missing)
        things.findings.push_back({std::string(prose::word(missing)), "", "", 0, 0, Phrase(prose::question(missing, view.first_name())), "", ""});
    for (const auto& length : beside_the_words(view)) {
        FindingCard card{length.id, "", "", 0, 0, Phrase(length.message), "", ""};
        card.link = go_to_the_box;
        card.at = length.box;
        things.findings.push_back(std::move(card));
    }
    return things;
}

void add_finding(const House& house, DraftView& view, const std::string& box, const std::string& words, prose::Finding finding) {
    DraftFinding found;
    found.box = box;
    found.finding = std::move(finding);
    add_found(house, view, std::move(found), words);
}

bool stands_in(const desk::Fields& fields, const std::string& sentence) {
    return std::ranges::any_of(fields, [&](const auto& one) { return one.first.starts_with("item.") && one.second.find(sentence) != std::string::npos; });
}

bool is_found_already(const DraftView& view, const std::string& box, const record::Span& span) {
    return std::ranges::any_of(view.findings, [&](const auto& found) {
        return found.box == box && found.finding.category == prose::Category::OtherChild && found.finding.begin < span.end && span.begin < found.finding.end;
    });
}

// A sentence that stands in another child's part too, and names that child (CAM-028).
void find_copied(const House& house, DraftView& view, const std::vector<OtherPart>& others) {
    for (const auto& [box, words] : others.empty() ? std::vector<std::pair<std::string, std::string>>{} : boxes_of(view))
        for (const auto& span : record::sentences(words)) {
            auto sentence = words.substr(span.begin, span.end - span.begin);
            auto names = names_in(sentence, others);
            bool is_copied = std::ranges::any_of(others, [&](const auto& other) { return stands_in(other.draft.fields, sentence); });
            if (names.empty() || !is_copied || is_for_all(*view.type, box) || is_found_already(view, box, span))
                continue;
            auto message = fmt::format("This stands in another child's part too, and names {}. Is it {} to read? If not, take it out.", in_a_row(names), possessive(view.first_name()));
            add_finding(house, view, box, words, {span.begin, span.end, prose::Category::OtherChild, message, ""});
        }
}

} // namespace

prose::WrittenTo written_to(const DraftView& view, const std::string& item) {
    if (is_written_letter(view)) // to who it goes to
        return prose::WrittenTo::Others;
    const auto& items = view.written.items;
    const auto* asked = view.type ? view.type->item(item) : nullptr;
    if (view.for_all && asked && !asked->each_child) // plain facts, for several children
        return prose::WrittenTo::Others;
    bool to_child = !view.type || view.written.written == policy::Written::InFull ||
                    (view.written.written == policy::Written::InPart && std::find(items.begin(), items.end(), item) != items.end());
    return to_child ? prose::WrittenTo::Child : prose::WrittenTo::Others;
}

std::vector<std::pair<std::string, std::string>> boxes_of(const DraftView& view) {
    std::vector<std::pair<std::string, std::string>> boxes;
    if (!view.type)
        return {{"item.happened", field(view.draft.fields, "item.happened")}};
    for (const auto* item : view.asked)
        if (is_looked_at(*item))
            boxes.emplace_back("item." + item->id, field(view.draft.fields, "item." + item->id));
    return boxes;
}

// What the child asked us not to say is told with the word that they say, and not as a worker's word beside it.
std::vector<prose::Finding> told_once(std::vector<prose::Finding> findings) {
    std::vector<std::pair<std::size_t, std::size_t>> own;
    for (const auto& finding : findings)
        if (finding.category == prose::Category::PreferredWord)
            own.emplace_back(finding.begin, finding.end);
    std::erase_if(findings, [&](const prose::Finding& finding) { // both in the order of the text
        auto after = std::upper_bound(own.begin(), own.end(), std::pair{finding.begin, finding.end});
        return finding.category == prose::Category::Jargon && after != own.begin() && std::prev(after)->second >= finding.end;
    });
    return findings;
}

// What the next version of a plan carries on is confirmed, changed or taken out before it is signed: nothing that was pulled through counts as
// written today.
void ask_of_what_was_carried_on(DraftView& view) {
    const bool is_next_version = view.draft.record_type == record::plan_type && !field(view.draft.fields, "belongs-to").empty();
    for (auto& found : view.findings)
        if (is_next_version && found.leave_in == "still-true")
            found.must_say_why = true;
}

// The e-mail itself is with the draft: nobody has to be told to put it there.
void leave_out_of_emails_put_in(DraftView& view) {
    const bool has_email = std::ranges::any_of(view.draft.fields, [](const auto& one) {
        return one.first.ends_with(".files") && (one.second.find(".eml") != std::string::npos || one.second.find(".msg") != std::string::npos);
    });
    if (has_email)
        std::erase_if(view.findings, [](const auto& found) { return found.finding.category == prose::Category::PastedEmail; });
}

// The policy's own words in a letter were pasted by nobody, and stand in other letters too.
void leave_out_the_templates_words(DraftView& view) {
    if (!is_written_letter(view))
        return;
    std::erase_if(view.findings, [&](const auto& found) {
        const auto category = found.finding.category;
        return category == prose::Category::PastedEmail || ((category == prose::Category::RepeatedText || category == prose::Category::AnotherRecord) && is_of_the_template(*view.type, found.words));
    });
}

void find_in(const House& house, const Caller& caller, DraftView& view) {
    const auto& reader = policy::wording_of(*house.books.in_force);
    auto about = about_of(house, view);
    const auto statuses = statuses_of_child(house, view);
    for (const auto& [box, words] : boxes_of(view)) {
        for (auto& finding : wrong_statuses(words, statuses))
            add_finding(house, view, box, words, std::move(finding));
        about.written_to = written_to(view, box.substr(5));
        for (auto& finding : told_once(prose::check(words, reader, about)))
            add_finding(house, view, box, words, std::move(finding));
    }
    find_pulled(house, view);
    find_elsewhere(house, caller, view);
    ask_of_what_was_carried_on(view);
    leave_out_the_templates_words(view);
    leave_out_of_emails_put_in(view);
    auto others = view.for_all ? other_parts(house, caller, view.draft) : std::vector<OtherPart>{};
    find_copied(house, view, others);
    offer_moves(view, others);
    auto children = view.for_all ? policy::Children::Several : policy::Children::One;
    std::stable_sort(view.findings.begin(), view.findings.end(), [&](const auto& left, const auto& right) {
        return importance(left.finding.category, children) < importance(right.finding.category, children);
    });
    if (view.type && view.open)
        view.missing = is_letter(view) ? missing_of_letter(view, reader, about) : prose::missing(view.type->expects, holds_of(view.read.form));
}

std::string kept_words(std::string_view code) {
    if (code == "own-word")
        return "It is the child's own word";
    if (code == "plainly")
        return "It must be said plainly";
    if (code == "still-true")
        return "It is still true";
    if (code == "both-places")
        return "It is needed in both places";
    if (code == word_for_word)
        return "It has to stand word for word";
    if (code == "belongs")
        return "It belongs in this record and is true today";
    return "Another reason";
}

std::string quoted(const DraftFinding& found) {
    constexpr std::size_t enough = 80; // letters: the words themselves stand in the entry
    auto beginning = first(found.words, enough);
    return found.leave_in.empty() || beginning.size() == found.words.size() ? found.words : beginning + " ...";
}

std::string after_press(const std::string& box, const DraftFinding& found) {
    auto end = found.finding.end;
    while (found.press->instead.empty() && end < box.size() && box[end] == ' ')
        ++end;
    return box.substr(0, found.finding.begin) + found.press->instead + box.substr(end);
}

JsonArray findings_json(const DraftView& view) {
    JsonArray list;
    for (const auto& found : view.findings) {
        if (!found.kept.empty())
            continue;
        JsonObject one{{"id", found.id}, {"item", found.box}, {"start", found.finding.begin}, {"end", found.finding.end},
                       {"words", found.words}, {"message", found.finding.message}, {"suggestion", found.finding.suggestion},
                       {"asks_reason", found.must_say_why}, {"category", prose::word(found.finding.category)}};
        if (auto quote = shown_words(found); !quote.empty())
            one["quote"] = quote;
        if (!found.row.empty())
            one["row"] = found.row;
        if (found.press) {
            one["press"] = found.press->name;
            one["instead"] = found.press->instead;
        }
        if (!found.leave_in.empty()) {
            one["keep"] = found.leave_in;
            one["keep_words"] = keep_choices(found, "").front().second;
        }
        if (!found.moves.empty()) {
            auto& moves = one["moves"].emplace_array();
            for (const auto& move : found.moves)
                moves.push_back(JsonObject{{"value", press_of_move(found.id, move)}, {"words", move.name}});
        }
        if (found.at) {
            one["link"] = found.link;
            one["at"] = found.at->text();
        }
        list.push_back(std::move(one));
    }
    for (auto missing : view.missing)
        list.push_back(JsonObject{{"id", prose::word(missing)}, {"item", ""}, {"start", 0}, {"end", 0}, {"words", ""},
                                  {"message", prose::question(missing, view.first_name())}, {"suggestion", ""},
                                  {"asks_reason", false}, {"category", prose::word(missing)}});
    for (const auto& length : beside_the_words(view)) {
        JsonObject one{{"id", length.id}, {"item", ""}, {"start", 0}, {"end", 0}, {"words", ""}, {"message", length.message}, {"suggestion", ""}, {"asks_reason", false}, {"category", length.category}};
        if (length.box) {
            one["link"] = go_to_the_box;
            one["at"] = length.box->text();
        }
        list.push_back(std::move(one));
    }
    return list;
}

std::size_t things_open(const DraftView& view) {
    const auto words = std::ranges::count_if(view.findings, [](const auto& found) { return found.kept.empty(); });
    return static_cast<std::size_t>(words) + view.missing.size() + beside_the_words(view).size();
}

Html findings_side(const DraftView& view) {
    auto things = things_of(view);
    auto chosen = view.draft.fields.find("show-things");
    bool waits = chosen != view.draft.fields.end() && chosen->second == "when-i-check";
    things.when = waits ? WhenShown::WhenICheck : WhenShown::AsIWrite;
    return things_to_look_at(things);
}

Html findings_to_check(const DraftView& view, const Refusals& refusals) {
    auto things = things_of(view);
    things.presses = Presses::Shown;
    things.page = path("/drafts/{}", view.draft.draft.hex());
    for (auto& card : things.findings)
        card.error = error_at(refusals, "keep-" + card.id);
    return things_to_look_at(things);
}

} // namespace lifestory::web::pages
