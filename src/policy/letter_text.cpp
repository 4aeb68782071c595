#include "policy/letter_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace lifestory::policy {

namespace {

const std::vector<std::string>& plain_places() {
    static const std::vector<std::string> places{"child-name", "child-full-name", "recipient-name", "recipient-role", "worker-name", "worker-role", "worker-team",
                                                 "worker-telephone", "office-telephone", "office-hours", "work-ended", "meeting-kind", "meeting-day", "meeting-time",
                                                 "meeting-place", "meeting-children"};
    return places;
}

Refusal no_place(std::string_view written) {
    return refuse("no-place", fmt::format("there is no place '{{{}}}' in a letter; expected one of: {}", written, join(letter_places(), ", ")));
}

// "last.core-group.day"
Result<LetterPart> of_the_record(const std::string& written) {
    const auto parts = split(written, '.');
    if (parts.size() != 3 || parts[1].empty() || (parts[2] != "day" && parts[2] != "name") || (parts[0] == "next" && parts[2] == "name"))
        return no_place(written);
    return LetterPart{"", parts[0], parts[1], parts[2]};
}

Result<LetterPart> letter_place(const std::string& written) {
    for (const std::string name : {"write", "must say"})
        if (written.starts_with(name + ":")) {
            const auto what = trim(written.substr(name.size() + 1));
            if (what.empty())
                return refuse("no-place", fmt::format("'{{{}:}}' does not say what; expected {{{}: ...}}", name, name));
            return LetterPart{"", name, "", what};
        }
    if (written.starts_with("last.") || written.starts_with("next."))
        return of_the_record(written);
    if (std::find(plain_places().begin(), plain_places().end(), written) == plain_places().end())
        return no_place(written);
    return LetterPart{"", written, "", ""};
}

} // namespace

const std::vector<std::string>& letter_places() {
    static const std::vector<std::string> places = [] {
        auto all = plain_places();
        for (const char* more : {"last.RECORD TYPE.day", "last.RECORD TYPE.name", "next.RECORD TYPE.day", "write: WHAT", "must say: WORDS"})
            all.emplace_back(more);
        return all;
    }();
    return places;
}

Result<std::vector<LetterPart>> letter_parts(std::string_view text) {
    std::vector<LetterPart> parts;
    Refusals refusals;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '{') {
            const auto end = std::min(text.find('{', at), text.size());
            const auto words = text.substr(at, end - at);
            if (words.find('}') != std::string_view::npos)
                refusals.push_back(refuse("no-place", "a brace is closed that none opens; expected {place}"));
            parts.push_back({std::string(words), "", "", ""});
            at = end;
            continue;
        }
        const auto end = text.find('}', at);
        if (end == std::string_view::npos) {
            refusals.push_back(refuse("no-place", "a brace is not closed; expected {place}"));
            break;
        }
        if (auto place = letter_place(trim(text.substr(at + 1, end - at - 1))))
            parts.push_back(std::move(*place));
        else
            refusals.push_back(place.refusal());
        at = end + 1;
    }
    if (!refusals.empty())
        return refusals;
    return parts;
}

std::vector<std::string> statements_of(std::string_view text) {
    std::vector<std::string> all;
    const auto parts = letter_parts(text);
    for (const auto& part : parts ? *parts : std::vector<LetterPart>())
        if (part.place == "must say")
            all.push_back(part.what);
    return all;
}

} // namespace lifestory::policy
