#include "web/pages/api_entry.h"

#include <algorithm>

#include "record/codec.h"
#include "web/pages/agreement.h"
#include "web/pages/beside_entry.h"
#include "web/pages/recipients.h"
#include "web/pages/same_words.h"
#include "web/pages/same_visit.h"
#include "web/pages/story_list.h"

namespace lifestory::web::pages {

namespace {

using record::StoryEntry;

JsonObject written(const record::Said& said, const record::Content& content) {
    return parse_json(record::write_content(said, content))->as_object(); // our own writing
}

std::string item_of(const JsonObject& answer) { return text_in(answer, "item"); }

bool holds_closed_words(const StoryEntry& story, const std::string& item) {
    return std::any_of(story.closings.begin(), story.closings.end(), [&](const auto& closing) { return closing.what.sentence.item == item; });
}

// Of an answer with closed words, only what may still be read of it, as words.
void leave_out_closed_words(const StoryEntry& story, JsonObject& content) {
    content.erase("kept"); // these quote the words
    content.erase("sent_back");
    auto* form = content.if_contains("form");
    if (!form)
        return;
    for (auto& answer : form->as_object().at("answers").as_array()) {
        auto item = item_of(answer.as_object());
        if (holds_closed_words(story, item))
            answer.as_object()["value"] = JsonObject{{"words", record::words_now(story, item)}};
    }
}

JsonObject content_json(const ApiCall& api, const StoryEntry& story) {
    auto all = written(story.entry.said, story.entry.content);
    auto* content = all.if_contains("content");
    if (content)
        leave_out_others(api.house, api.caller(), content->as_object());
    if (story.closings.empty())
        return all;
    if (story.form() && content)
        leave_out_closed_words(story, content->as_object());
    else
        all["content"] = JsonObject{{"words", record::words_now(story, "words")}};
    return all;
}

// A sentence that somebody named keeps its place; its words go when they are closed, and what says them again.
void leave_out_closed_sentence(const StoryEntry& story, const record::Sentence& sentence, JsonObject& content) {
    if (!record::are_closed(story, sentence))
        return;
    content.at("sentence").as_object().erase("words");
}

template <class T>
void add_beside(const StoryEntry& story, const record::Beside<T>& beside, JsonArray& list) {
    auto whole = written({}, beside.what);
    JsonObject content = object_in(whole, "content") ? *object_in(whole, "content") : JsonObject{};
    if constexpr (requires { beside.what.sentence.item; })
        leave_out_closed_sentence(story, beside.what.sentence, content);
    if constexpr (std::is_same_v<T, record::Disagreement>)
        if (beside.what.sentence)
            leave_out_closed_sentence(story, *beside.what.sentence, content);
    if constexpr (std::is_same_v<T, record::CorrectionAsked>)
        if (record::are_closed(story, beside.what.sentence))
            content.erase("right_words");
    list.push_back(JsonObject{{"entry", beside.entry.hex()}, {"kind", T::kind_word}, {"at", calendar::utc(beside.at)}, {"by", author_json(beside.by)}, {"content", content}});
}

template <class T>
void add_all(const StoryEntry& story, const std::vector<record::Beside<T>>& all, JsonArray& list) {
    for (const auto& one : all)
        add_beside(story, one, list);
}

JsonArray beside_json(const StoryEntry& story) {
    JsonArray list;
    add_all(story, story.additions, list);
    add_all(story, story.endorsements, list);
    add_all(story, story.comments, list);
    add_all(story, story.disagreements, list);
    for (const auto& asking : story.asked)
        add_beside(story, asking.asked, list);
    add_all(story, story.corrections, list);
    add_all(story, story.closings, list);
    add_all(story, story.releases, list);
    add_all(story, story.sharings, list);
    return list;
}

// The sentences that words can stand beside, by the code that names one to a correction or a disagreement.
JsonArray sentences_json(const StoryEntry& story) {
    JsonArray list;
    for (const auto& sentence : sentences_in(story))
        list.push_back(JsonObject{{"sentence", code_of(sentence)}, {"words", reads_now(story, sentence)}});
    return list;
}

} // namespace

http::Response api_entry(const ApiCall& api) {
    auto entry = entry_opened(api.house, api.call);
    if (!entry)
        return api_not_found();
    const auto& story = *entry->story;
    note_shown(api.house, api.caller(), entry->open.record, story);
    return api_answer({{"child", entry->open.record.hex()}, {"entry", story.entry.id.hex()}, {"number", story.entry.number},
                       {"recorded_at", calendar::utc(story.entry.recorded_at)}, {"title", title_of(story)}, {"day", calendar::iso(story.day())},
                       {"content", content_json(api, story)}, {"has_closed_words", !story.closings.empty()},
                       {"sentences", sentences_json(story)}, {"beside", beside_json(story)},
                       {"agreement", agreement_json(api.house, entry->open, story)}, {"recipients", recipients_json(api.house, entry->open, story)}});
}

} // namespace lifestory::web::pages
