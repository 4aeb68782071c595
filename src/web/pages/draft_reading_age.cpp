#include "web/pages/draft_reading_age.h"

#include <algorithm>

#include "policy/wording.h"
#include "web/html/components.h"
#include "web/pages/draft_findings.h"

namespace lifestory::web::pages {

namespace {

constexpr std::size_t most_told = 10; // of each kind

struct Place {
    std::string box, words;
    std::size_t begin = 0, end = 0;
};

// The longest words first, then the sentences as they come: a word is the quicker to change.
std::vector<Place> places_of(const ReadingAgeOfDraft& read) {
    std::vector<Place> places;
    for (const auto* hard : {&read.age.long_words, &read.age.long_sentences})
        for (std::size_t at = 0; at < hard->size() && at < most_told; ++at) {
            const auto& [text, where] = (*hard)[at];
            places.push_back({read.boxes[text], read.texts[text].substr(where.begin, where.end - where.begin), where.begin, where.end});
        }
    return places;
}

Html place_line(const Place& place, const Url& page) {
    auto rest = Attributes().add("data-item", place.box).add("data-start", std::to_string(place.begin)).add("data-words", place.words);
    return html("<li{}><q>{}</q> <a class=\"govuk-link app-reading-age__go\" href=\"{}\">Go to the words<span class=\"govuk-visually-hidden\">: {}</span></a></li>",
                rest, place.words, url(page.text() + "#" + place.box), place.words);
}

void count(const House& house, ReadingAgeOfDraft& read) {
    std::vector<std::string_view> texts(read.texts.begin(), read.texts.end());
    const auto& reader = policy::wording_of(*house.books.in_force);
    read.age = prose::reading_age(texts, reader);
    read.line = prose::in_words(read.age);
    if (const auto above = prose::above(read.age, reader.rules().reader_age); !above.empty())
        read.line += " " + above;
}

Html told(const ReadingAgeOfDraft& read, const Html& places) {
    if (read.age.years == 0)
        return Html();
    auto line = html("<p class=\"govuk-body app-reading-age__line\">{}</p>", read.line);
    auto why = prose::what_makes_it_hard(read.age);
    if (why.empty())
        return line;
    Details what;
    what.summary = "What makes it hard: " + why;
    what.content = html("<ul class=\"govuk-list app-reading-age__places\">{}</ul>", places);
    return line + details(what);
}

Html told(const ReadingAgeOfDraft& read, const Url& page) {
    Html places;
    for (const auto& place : places_of(read))
        places += place_line(place, page);
    return told(read, places);
}

} // namespace

ReadingAgeOfDraft reading_age_of(const House& house, const DraftView& view) {
    ReadingAgeOfDraft read;
    for (auto& [box, words] : boxes_of(view))
        if (written_to(view, box.substr(5)) == prose::WrittenTo::Child) {
            read.boxes.push_back(box);
            read.texts.push_back(words);
        }
    count(house, read);
    return read;
}

Html reading_age_beside(const House& house, const DraftView& view) {
    return html("<div class=\"app-reading-age\" id=\"reading-age\">{}</div>", told(reading_age_of(house, view), Url()));
}

Html reading_age_line(const House& house, const DraftView& view) {
    return told(reading_age_of(house, view), path("/drafts/{}", view.draft.draft.hex()));
}

Html reading_age_of_words(const House& house, std::vector<std::string> texts) {
    ReadingAgeOfDraft read;
    read.texts = std::move(texts);
    read.boxes.resize(read.texts.size());
    count(house, read);
    Html places;
    for (const auto& place : places_of(read))
        places += html("<li><q>{}</q></li>", place.words);
    return told(read, places);
}

Html reading_age_of_entry(const House& house, const record::StoryEntry& story) {
    std::vector<std::string> texts;
    if (const auto* form = story.form())
        for (const auto& answer : form->answers)
            if (answer.type == "prose" && answer.part != "for-professionals")
                texts.push_back(record::words_now(story, answer.item));
    return reading_age_of_words(house, std::move(texts));
}

JsonObject reading_age_json(const House& house, const DraftView& view) {
    auto read = reading_age_of(house, view);
    JsonArray places;
    for (const auto& place : places_of(read))
        places.push_back(JsonObject{{"item", place.box}, {"start", place.begin}, {"words", place.words}});
    return {{"line", read.line}, {"hard", prose::what_makes_it_hard(read.age)}, {"places", places}};
}

JsonObject reading_age_of_draft(const House& house, const DraftView& view) {
    auto read = reading_age_of(house, view);
    JsonObject told{{"years", read.age.years}, {"benchmark", policy::wording_of(*house.books.in_force).rules().reader_age}};
    auto words_of = [&](const std::vector<prose::HardPlace>& places) {
        JsonArray words;
        for (const auto& [text, where] : places)
            words.push_back(JsonObject{{"field", read.boxes[text]}, {"words", read.texts[text].substr(where.begin, where.end - where.begin)}});
        return words;
    };
    told["long_sentences"] = words_of(read.age.long_sentences);
    told["long_words"] = words_of(read.age.long_words);
    return told;
}

} // namespace lifestory::web::pages
