#include "web/pages/api_acts.h"

#include <algorithm>

#include "base/text.h"
#include "casework/correct.h"
#include "casework/endorse.h"
#include "casework/release.h"
#include "web/pages/agreement.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

namespace {

using access::Act;
using casework::Writing;
using record::Sentence;

std::string said_in(const ApiCall& api, std::string_view key) { return trim(text_in(api.body, key)); }

std::optional<calendar::Day> day_told(const JsonObject& body, std::string_view key) {
    auto day = calendar::parse_day(text_in(body, key));
    return day ? std::optional(*day) : std::nullopt;
}

Result<OpenEntry> entry_for(const ApiCall& api, Act act) {
    auto entry = TRY(entry_opened(api.house, api.call));
    if (!entry.may(api.house, act))
        return refuse("not-found", "There is nothing here");
    return entry;
}

// The sentence that the body names; one that the entry does not hold, which the act refuses, when it names none.
Sentence sentence_in(const ApiCall& api, const OpenEntry& entry) {
    return sentence_of(*entry.story, text_in(api.body, "sentence")).value_or(Sentence{entry.id(), {}, 0, 0, {}});
}

template <class Write>
http::Response act_on(const ApiCall& api, Act act, const Write& write) {
    auto entry = entry_for(api, act);
    if (!entry)
        return api_not_found();
    auto doing = act_of(api.house, api.caller());
    return api_append(api, entry->open, act, entry->record_type(), form_number(api.call), write(doing, *entry));
}

// Those whom the body names; all who had the old words when it says nothing of it.
Result<std::vector<std::string>> to_tell(const ApiCall& api, const OpenEntry& entry) {
    auto had = entry.story->given_to();
    const auto* named = array_in(api.body, "tell");
    if (!named)
        return had;
    std::vector<std::string> tell;
    for (const auto& one : *named) {
        tell.emplace_back(one.get_string().c_str(), one.get_string().size());
        if (std::find(had.begin(), had.end(), tell.back()) == had.end())
            return refuse("not-given", "This person was not given a copy of it", "tell");
    }
    return tell;
}

Result<Writing> correction_of(const ApiCall& api, const casework::Act& act, const OpenEntry& entry) {
    record::Correction correction;
    correction.sentence = sentence_in(api, entry);
    correction.right_words = said_in(api, "right_words");
    correction.why = said_in(api, "why");
    if (auto asked = EntryId::parse(text_in(api.body, "asked")))
        correction.asked = *asked;
    correction.tell = TRY(to_tell(api, entry));
    correction.closes_old_words = correction.why == casework::about_another_child;
    return casework::correct(act, *entry.open.child, correction);
}

Result<Writing> disagreement_of(const ApiCall& api, const casework::Act& act, const OpenEntry& entry) {
    auto sentence = sentence_of(*entry.story, text_in(api.body, "sentence"));
    if (api.body.contains("sentence") && !sentence)
        return refuse("no-sentence", "Choose the sentence, or leave it out to say it of all of it", "sentence");
    record::Disagreement said{sentence, entry.id(), said_in(api, "whose"), text_in(api.body, "kind"), said_in(api, "words")};
    return casework::disagree(act, *entry.open.child, said);
}

} // namespace

casework::Releasing releasing_of(const JsonObject& said) {
    return {text_in(said, "how"), text_in(said, "not_yet_reason"), std::nullopt, day_told(said, "look_again"), trim(text_in(said, "warning"))};
}

http::Response api_add(const ApiCall& api) {
    return act_on(api, Act::Add, [&](const auto& act, const auto& entry) {
        return casework::add_to(act, *entry.open.child, {entry.id(), said_in(api, "words")});
    });
}

http::Response api_comment(const ApiCall& api) {
    return act_on(api, Act::Comment, [&](const auto& act, const auto& entry) {
        return casework::comment(act, *entry.open.child, entry.id(), said_in(api, "words"), waits_after_comment(api.house, entry.open, *entry.story));
    });
}

http::Response api_endorse(const ApiCall& api) {
    return act_on(api, Act::Endorse, [&](const auto& act, const auto& entry) {
        return casework::endorse(act, *entry.open.child, {entry.id(), said_in(api, "comment"), waits_after_agreement(api.house, entry.open, *entry.story, api.caller().worker())});
    });
}

http::Response api_ask_correction(const ApiCall& api) {
    return act_on(api, Act::AskCorrection, [&](const auto& act, const auto& entry) {
        record::CorrectionAsked asked{sentence_in(api, entry), said_in(api, "right_words"), said_in(api, "why")};
        return casework::ask_for_correction(act, *entry.open.child, asked);
    });
}

http::Response api_correct(const ApiCall& api) {
    return act_on(api, Act::Correct, [&](const auto& act, const auto& entry) { return correction_of(api, act, entry); });
}

http::Response api_put_day_right(const ApiCall& api) {
    return act_on(api, Act::Correct, [&](const auto& act, const auto& entry) -> Result<Writing> {
        auto day = day_told(api.body, "day");
        if (!day)
            return refuse("not-a-day", "Write the day as 2026-12-09", "day");
        return casework::put_day_right(act, *entry.open.child, entry.id(), *day, said_in(api, "why"), TRY(to_tell(api, entry)));
    });
}

http::Response api_withdraw(const ApiCall& api) {
    return act_on(api, Act::Correct, [&](const auto& act, const auto& entry) -> Result<Writing> {
        return casework::withdraw(act, *entry.open.child, entry.id(), said_in(api, "why"), TRY(to_tell(api, entry)));
    });
}

http::Response api_close(const ApiCall& api) {
    return act_on(api, Act::Close, [&](const auto& act, const auto& entry) {
        auto sentence = sentence_in(api, entry);
        return casework::close_words(act, *entry.open.child, std::span(&sentence, 1), said_in(api, "why"));
    });
}

http::Response api_release(const ApiCall& api) {
    return act_on(api, Act::Release, [&](const auto& act, const auto& entry) {
        return casework::release(act, *entry.open.child, entry.id(), releasing_of(api.body));
    });
}

http::Response api_disagree(const ApiCall& api) {
    return act_on(api, Act::Write, [&](const auto& act, const auto& entry) { return disagreement_of(api, act, entry); });
}

http::Response api_share(const ApiCall& api) {
    return act_on(api, Act::Share, [&](const auto& act, const auto& entry) {
        record::SharingGiven given{entry.id(), said_in(api, "to"), said_in(api, "how"), said_in(api, "why"), said_in(api, "agreement"),
                                   day_told(api.body, "on").value_or(api.house.today())};
        return casework::give_a_copy(act, *entry.open.child, given);
    });
}

} // namespace lifestory::web::pages
