#include "web/pages/draft_length.h"

#include <fmt/format.h>

#include "base/text.h"
#include "web/pages/form_reading.h"
#include "web/pages/pulled_through.h"

namespace lifestory::web::pages {

namespace {

bool is_blank_character(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_of_a_word(std::string_view text, std::size_t at) {
    const auto c = text[at];
    if (text.substr(at).starts_with("\xE2\x80")) // dashes, quotation marks, dots
        return false;
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0xC0;
}

struct Measured {
    const policy::Item* item;
    std::string box;
    std::size_t words, anew; // anew: without what was pulled through from the record
};

// The boxes of this draft for which the policy gives a length.
std::vector<Measured> measured(const DraftView& view) {
    std::vector<Measured> all;
    for (const auto* item : view.asked)
        if (const auto box = "item." + item->id; item->words)
            all.push_back({item, box, words_in(field(view.draft.fields, box)), words_in(written_anew(view, box))});
    return all;
}

// Empty: within the guide, or nothing is written yet.
std::string said_of(const Measured& one) {
    const auto& guide = *one.item->words;
    if (one.words == 0)
        return "";
    if (guide.least && one.anew < static_cast<std::size_t>(*guide.least))
        return fmt::format("“{}” has {}, and the guide is {}. Is there enough to follow what happened?", one.item->label,
                           plural(one.anew, "word", "words"), guide_words(guide));
    if (guide.most && one.words > static_cast<std::size_t>(*guide.most))
        return fmt::format("“{}” has {} words, and the guide is {}. Can it be said in fewer?", one.item->label, one.words, guide_words(guide));
    return "";
}

} // namespace

std::size_t words_in(std::string_view text) {
    std::size_t words = 0;
    bool counted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_blank_character(text[at]))
            counted = false;
        else if (!counted && is_of_a_word(text, at)) {
            counted = true;
            ++words;
        }
    }
    return words;
}

std::string guide_words(const policy::Words& guide) {
    if (guide.least && guide.most)
        return fmt::format("{} to {} words", *guide.least, *guide.most);
    return guide.most ? fmt::format("at most {} words", *guide.most) : fmt::format("at least {} words", guide.least.value_or(0));
}

std::string length_line(const policy::Words& guide, std::size_t words) {
    return words == 0 ? "The guide is " + guide_words(guide) + "." : plural(words, "word", "words") + ". The guide is " + guide_words(guide) + ".";
}

Html length_place(const policy::Item& item, const std::string& box, const std::string& value) {
    return item.words ? html("<p class=\"govuk-hint\" id=\"{}\">{}</p>", box + "-length", length_line(*item.words, words_in(value))) : Html();
}

std::vector<ThingFound> lengths_to_look_at(const DraftView& view) {
    std::vector<ThingFound> found;
    const auto page = view.draft.version > 0 ? path("/drafts/{}", view.draft.draft.hex()).text() : std::string();
    for (const auto& one : measured(view))
        if (auto said = said_of(one); !said.empty())
            found.push_back({"length-" + one.item->id, std::move(said), view.for_all ? std::nullopt : std::optional(url(page + "#" + one.box))});
    return found;
}

JsonObject lengths_json(const DraftView& view) {
    JsonObject lines;
    for (const auto& one : view.for_all ? std::vector<Measured>{} : measured(view))
        lines[one.box] = length_line(*one.item->words, one.words);
    return lines;
}

} // namespace lifestory::web::pages
