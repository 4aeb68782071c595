#include "web/pages/api_letter.h"

#include "web/pages/letters.h"

namespace lifestory::web::pages {

namespace {

std::string_view word_of(record::Promised state) {
    switch (state) {
    case record::Promised::NotSaid: return "not-said";
    case record::Promised::NotKept: return "not-done";
    case record::Promised::Kept: return "done";
    }
    return {};
}

JsonObject promise_json(const record::Promise& promise) {
    JsonObject all{{"entry", promise.entry.hex()}, {"place", promise.place}, {"day", calendar::iso(promise.day)}, {"what", promise.what}, {"state", word_of(promise.state)}};
    if (!promise.who.empty())
        all["who"] = promise.who;
    if (promise.by)
        all["by"] = calendar::iso(*promise.by);
    return all;
}

JsonArray lines_json(const std::vector<record::GatheredLine>& lines) {
    JsonArray list;
    for (const auto& line : lines)
        list.push_back(JsonObject{{"entry", line.entry.hex()}, {"day", calendar::iso(line.day)}, {"words", line.words}});
    return list;
}

JsonObject seen_json(const record::SeenPerson& seen) {
    return {{"entry", seen.entry.hex()}, {"day", calendar::iso(seen.day)}, {"full_name", seen.who.full_name}, {"who_they_are", seen.who.who_they_are}, {"times", seen.times}};
}

JsonArray entries_json(const record::StoryEntry& letter) {
    JsonArray list;
    if (const auto* document = std::get_if<record::Document>(&letter.entry.content))
        for (const auto& entry : document->speaks_of)
            list.push_back(Json(entry.hex()));
    return list;
}

} // namespace

http::Response api_letter(const ApiCall& api) {
    auto open = open_child(api.house, api.call);
    if (!open || !open->may(access::Act::Write, on_type(api.house, record::letter_type)))
        return api_not_found();
    const auto given = given_entries(api.house, *open, judge(api.house, *open));
    const auto gathered = record::gather_for_letter(*open->child, *open->family, given, api.house.today());
    JsonArray promises, saw;
    for (const auto& promise : gathered.promises)
        promises.push_back(promise_json(promise));
    for (const auto& seen : gathered.saw)
        saw.push_back(seen_json(seen));
    return api_answer({{"since", calendar::iso(gathered.since)}, {"since_a_letter", gathered.since_a_letter}, {"promises", promises}, {"told", lines_json(gathered.told)},
                       {"decided", lines_json(gathered.decided)}, {"important", lines_json(gathered.important)}, {"did", lines_json(gathered.did)}, {"saw", saw}});
}

http::Response api_letters(const ApiCall& api) {
    auto open = open_child(api.house, api.call);
    if (!open)
        return api_not_found();
    JsonArray letters;
    for (const auto& letter : letters_given(api.house, *open, judge(api.house, *open)))
        letters.push_back(JsonObject{{"entry", letter.story->entry.id.hex()}, {"day", calendar::iso(letter.story->day())}, {"from", calendar::iso(letter.from)},
                                     {"words", record::words_now(*letter.story, "letter")}, {"recorded_by", author_json(letter.story->entry.said.recorded_by)},
                                     {"speaks_of", entries_json(*letter.story)},
                                     {"is_withdrawn", letter.story->withdrawn() != nullptr}, {"warning", letter.reading.warning}});
    return api_answer({{"letters", letters}});
}

} // namespace lifestory::web::pages
