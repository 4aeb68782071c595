#include "web/pages/posted_words.h"

#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>

#include "base/text.h"

namespace lifestory::web::pages {

namespace {

// What only the form carries, and is no word of the draft.
const std::set<std::string, std::less<>> carried{"csrf", "form_number", "draft", "version", "cursor", "then", "save-after", "more", "child", "type", "unanswered", "use"};

const std::string is_asked = "1"; // one more row of this item

} // namespace

desk::Fields words_of(const http::Fields& posted) {
    desk::Fields fields;
    for (const auto& one : posted) {
        if (carried.contains(one.name) || one.name.size() > 100)
            continue;
        auto clean = clean_text(one.value);
        const auto& value = clean ? *clean : one.value;
        auto [at, is_new] = fields.try_emplace(one.name, value);
        if (!is_new)
            at->second = fmt::format("{}\n{}", at->second, value);
    }
    for (const auto& item : posted.all("more"))
        fields.insert_or_assign(fmt::format("item.{}.more", item), std::string(1, '1'));
    return fields;
}

desk::Fields to_be_shown(desk::Fields fields) {
    std::erase_if(fields, [](const auto& one) { return !clean_text(one.first); });
    for (auto& [name, words] : fields)
        if (!clean_text(words))
            std::replace_if(words.begin(), words.end(), [](unsigned char letter) { return letter >= 0x80; }, '?');
    return fields;
}

std::uint64_t version_of(const http::Call& call) {
    auto text = call.form.get("version");
    std::uint64_t version = 0;
    auto read = std::from_chars(text.data(), text.data() + text.size(), version);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? version : 0;
}

std::optional<desk::Fields> fields_at(const House& house, const desk::Draft& draft, std::uint64_t version) {
    if (version == draft.version)
        return draft.fields;
    for (const auto& earlier : house.desk.earlier_versions(draft.draft))
        if (earlier.version == version && !earlier.set_aside)
            return earlier.fields;
    return std::nullopt;
}

} // namespace lifestory::web::pages
