#include "web/pages/api_words.h"

#include "base/text.h"
#include "casework/change_fact.h"
#include "record/words.h"
#include "web/pages/talk_terms.h"
#include "web/pages/words.h"

namespace lifestory::web::pages {

namespace {

JsonObject word_json(const record::ChosenWord& word) {
    JsonObject all{{"instead_of", word.instead_of}, {"say", word.say}, {"since", calendar::iso(word.since)}, {"agreed_by", author_json(word.agreed_by)},
                   {"agreed_at", calendar::utc(word.agreed_at)}};
    if (word.until)
        all["until"] = calendar::iso(*word.until);
    return all;
}

JsonArray words_json(const std::vector<record::ChosenWord>& words) {
    JsonArray list;
    for (const auto& word : words)
        list.push_back(word_json(word));
    return list;
}

JsonArray terms_json(const std::vector<Term>& terms) {
    JsonArray list;
    for (const auto& term : terms) {
        auto choices = term.choices; // what fits this child comes first
        choices.insert(choices.end(), term.more.begin(), term.more.end());
        list.push_back(JsonObject{{"word", term.word}, {"means", term.means}, {"choices", texts_json(choices)}, {"asked", term.said != nullptr}});
    }
    return list;
}

} // namespace

http::Response api_words(const ApiCall& api) {
    auto open = open_child(api.house, api.call);
    if (!open)
        return api_not_found();
    auto chosen = record::chosen_words(*open->child, api.house.today());
    JsonObject all{{"words", words_json(chosen.now)}, {"before", words_json(chosen.before)}, {"terms", terms_json(terms_of(api.house, *open))}};
    if (auto owed = talk_that_is_due(api.house, *open)) {
        all["talk_again"] = calendar::iso(owed->due->day);
        all["due_item"] = owed->id.hex();
    }
    return api_answer(all);
}

http::Response api_say_word(const ApiCall& api) {
    auto open = open_child(api.house, api.call);
    if (!open || !open->may(access::Act::Change))
        return api_not_found();
    auto writing = casework::set_word(act_of(api.house, api.caller()), *open->child, trim(text_in(api.body, "instead_of")), trim(text_in(api.body, "say")));
    return api_append(api, *open, access::Act::Change, "", form_number(api.call), writing);
}

} // namespace lifestory::web::pages
