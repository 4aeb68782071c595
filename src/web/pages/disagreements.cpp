#include "web/pages/disagreements.h"

#include "base/text.h"
#include "casework/endorse.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

Result<OpenEntry> entry_to_answer(const House& house, const Call& call) {
    auto entry = TRY(entry_opened(house, call));
    if (!entry.may(house, access::Act::Write))
        return refuse("not-found", "Page not found");
    return entry;
}

// The child, and everybody of the family who lives: whose words these can be.
Choosable who_says_it(const OpenEntry& entry) {
    const auto& child = *entry.open.child;
    Choosable who{{"child", child.first_name()}};
    if (entry.open.family)
        for (const auto& person : entry.open.family->people) {
            bool the_child = child.person && person.now().person == *child.person;
            if (!the_child && !person.now().full_name.empty())
                who.push_back({person.now().full_name, person.now().full_name});
        }
    who.push_back({"other", "Somebody else"});
    return who;
}

Response disagreement_page(const House& house, const Call& call, const OpenEntry& entry, const Refusals& refusals) {
    auto fields = typed_in(call);
    Asked asked{fields, refusals};
    ActPage page;
    page.title = "What somebody says about the " + entry.name();
    page.content = choose(asked, "whose", "Whose words are these?", who_says_it(entry)) +
                   choose_sentence(asked, "sentence", "Which sentence?", *entry.story, "All of it") +
                   choose(asked, "kind", "What do they say about it?",
                          {{"right", "That is right"}, {"does-not-agree", "I do not agree"}, {"remembers-differently", "I remember it differently"},
                           {"adds", "I want to add something"}, {"does-not-understand", "I do not understand this"}}) +
                   box(asked, "words", "Their words", "As they said them. The words will stand next to that sentence, and nobody can change them.");
    page.button = "Keep their words";
    page.action = entry.path_to("disagreements");
    return act_page(house, call, entry, page, refusals);
}

Response show_disagreement(const House& house, const Call& call) {
    auto entry = entry_to_answer(house, call);
    return entry ? disagreement_page(house, call, *entry, {}) : not_found(house);
}

Response disagree(const House& house, const Call& call) {
    auto entry = entry_to_answer(house, call);
    if (!entry)
        return not_found(house);
    auto fields = typed_in(call);
    auto which = field(fields, "sentence");
    auto sentence = sentence_of(*entry->story, which);
    Refusals refusals;
    if (!sentence && which != "whole")
        refusals.push_back(refuse("no-sentence", "Choose the sentence, or all of it", "sentence"));
    record::Disagreement disagreement{sentence, entry->id(), chosen(fields, "whose"), field(fields, "kind"), field(fields, "words")};
    auto writing = casework::disagree(act_of_form(house, call), *entry->open.child, disagreement);
    if (!writing)
        refusals.insert(refusals.end(), writing.refusals().begin(), writing.refusals().end());
    return keep(house, call, *entry, access::Act::Write, refusals.empty() ? writing : refusals, "disagreed",
                [&](const Refusals& why) { return disagreement_page(house, call, *entry, why); });
}

} // namespace

std::vector<http::Route> disagreements_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/entries/{entry}/disagreements", http::Reach::Worker, to(show_disagreement)},
            {http::Method::Post, "/children/{child}/entries/{entry}/disagreements", http::Reach::Worker, to(disagree)}};
}

} // namespace lifestory::web::pages
