#include "web/pages/draft_findings.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "policy/wording.h"
#include "record/sentences.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/one_visit.h"

namespace lifestory::web::pages {

namespace {

using policy::ItemType;

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

// The matrix: "you" is asked for in the parts that are written to the child alone.
prose::WrittenTo written_to(const DraftView& view, const std::string& item) {
    const auto& items = view.written.items;
    const auto* asked = view.type ? view.type->item(item) : nullptr;
    if (view.for_all && asked && !asked->each_child) // plain facts, for several children
        return prose::WrittenTo::Others;
    bool to_child = !view.type || view.written.written == policy::Written::InFull ||
                    (view.written.written == policy::Written::InPart && std::find(items.begin(), items.end(), item) != items.end());
    return to_child ? prose::WrittenTo::Child : prose::WrittenTo::Others;
}

// Only what the writer's own words are: the child's and others' are theirs (labelling guide).
bool is_looked_at(const policy::Item& item) { return item.type == ItemType::Prose && item.part != "for-professionals"; }

bool must_say_why(const policy::Pack& pack, prose::Category category) {
    bool hurtful_or_others = category == prose::Category::Stigma || category == prose::Category::Blame ||
                             category == prose::Category::Derogatory || category == prose::Category::OtherChild;
    return hurtful_or_others && std::any_of(pack.findings.begin(), pack.findings.end(), [&](const auto& rule) {
               return rule.rule.id == prose::word(category) && rule.rule.force == policy::Force::Must;
           });
}

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
    holds.child_voice = has_words(form, ItemType::Views, "child");
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

// First words that hurt, then another child's privacy, wrong names and dates, her own words, what is unclear.
int importance(prose::Category category, policy::Children children) {
    if (children == policy::Children::Several && category == prose::Category::OtherChild)
        return -1; // where several are written about at once, before anything else
    switch (category) {
    case prose::Category::Stigma:
    case prose::Category::Blame:
    case prose::Category::Derogatory: return 0;
    case prose::Category::OtherChild: return 1;
    case prose::Category::MisspeltName: return 2;
    case prose::Category::PreferredWord: return 3;
    case prose::Category::PastedEmail:
    case prose::Category::ThirdPerson:
    case prose::Category::Acronym: return 4;
    case prose::Category::Jargon:
    case prose::Category::HardSentence:
    case prose::Category::OpinionAsFact:
    case prose::Category::NameOrRole: return 5;
    }
    return 6;
}

std::string id_of(const std::string& item, prose::Category category, const std::string& words) {
    return to_hex(view(sha256(item + "\n" + std::string(prose::word(category)) + "\n" + words))).substr(0, 12);
}

void add_finding(const House& house, DraftView& view, const std::string& box, const std::string& words, const prose::Finding& finding) {
    auto found = words.substr(finding.begin, finding.end - finding.begin);
    auto item = box.substr(5);
    auto id = id_of(item, finding.category, found);
    view.findings.push_back({id, item, box, finding, found, must_say_why(house.pack(), finding.category), field(view.draft.fields, "keep-" + id)});
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
void find_copied(const House& house, const Caller& caller, DraftView& view) {
    auto others = view.for_all ? other_parts(house, caller, view.draft) : std::vector<OtherPart>{};
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

std::vector<std::pair<std::string, std::string>> boxes_of(const DraftView& view) {
    std::vector<std::pair<std::string, std::string>> boxes;
    if (!view.type)
        return {{"item.happened", field(view.draft.fields, "item.happened")}};
    for (const auto* item : view.asked)
        if (is_looked_at(*item))
            boxes.emplace_back("item." + item->id, field(view.draft.fields, "item." + item->id));
    return boxes;
}

void find_in(const House& house, const Caller& caller, DraftView& view) {
    const auto& reader = policy::wording_of(*house.books.in_force);
    auto about = about_of(house, view);
    for (const auto& [box, words] : boxes_of(view)) {
        about.written_to = written_to(view, box.substr(5));
        for (const auto& finding : prose::check(words, reader, about))
            add_finding(house, view, box, words, finding);
    }
    find_copied(house, caller, view);
    auto children = view.for_all ? policy::Children::Several : policy::Children::One;
    std::stable_sort(view.findings.begin(), view.findings.end(), [&](const auto& left, const auto& right) {
        return importance(left.finding.category, children) < importance(right.finding.category, children);
    });
    if (view.type && view.open)
        view.missing = prose::missing(view.type->expects, holds_of(view.read.form));
}

std::string kept_words(std::string_view code) {
    if (code == "own-word")
        return "It is the child's own word";
    if (code == "plainly")
        return "It must be said plainly";
    return "Another reason";
}

JsonArray findings_json(const DraftView& view) {
    JsonArray list;
    for (const auto& found : view.findings)
        if (found.kept.empty())
            list.push_back(JsonObject{{"id", found.id}, {"item", found.box}, {"start", found.finding.begin}, {"end", found.finding.end},
                                      {"words", found.words}, {"message", found.finding.message}, {"suggestion", found.finding.suggestion},
                                      {"asks_reason", found.must_say_why}, {"category", prose::word(found.finding.category)}});
    for (auto missing : view.missing)
        list.push_back(JsonObject{{"id", prose::word(missing)}, {"item", ""}, {"start", 0}, {"end", 0}, {"words", ""},
                                  {"message", prose::question(missing, view.first_name())}, {"suggestion", ""},
                                  {"asks_reason", false}, {"category", prose::word(missing)}});
    return list;
}

Html findings_side(const DraftView& view) {
    ThingsToLookAt things;
    things.keep = KeepChoice::Shown;
    auto chosen = view.draft.fields.find("show-things");
    bool waits = chosen != view.draft.fields.end() && chosen->second == "when-i-check";
    things.when = waits ? WhenShown::WhenICheck : WhenShown::AsIWrite;
    if (view.open)
        things.possessive = pronouns_of(*view.open->child, *view.open->family).possessive;
    for (const auto& found : view.findings)
        things.findings.push_back({found.id, found.box, found.words, found.finding.begin, found.finding.end,
                                   Phrase(found.finding.message), found.finding.suggestion, found.kept});
    for (auto missing : view.missing)
        things.findings.push_back({std::string(prose::word(missing)), "", "", 0, 0, Phrase(prose::question(missing, view.first_name())), "", ""});
    return things_to_look_at(things);
}

} // namespace lifestory::web::pages
