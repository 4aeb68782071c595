#include "web/pages/posted_words.h"

#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "web/pages/one_visit.h"

namespace lifestory::web::pages {

namespace {

// What only the form carries, and is no word of the draft.
const std::set<std::string, std::less<>> carried{"csrf", "form_number", "draft", "version", "cursor", "then", "save-after", "more", "remove", "child", "type", "unanswered", "shows", "use"};

const std::string is_asked = "1"; // one more row of this item

// A row of an item taken away: those after it move up. `row`: the field of the item, and the number of the row.
desk::Fields without_row(const desk::Fields& fields, const std::string& row) {
    const auto dot = row.rfind('.');
    const auto base = row.substr(0, dot + 1);
    int gone = 0;
    const auto read = std::from_chars(row.data() + dot + 1, row.data() + row.size(), gone);
    if (dot == std::string::npos || read.ec != std::errc() || read.ptr != row.data() + row.size())
        return fields;
    desk::Fields left;
    for (const auto& [name, value] : fields) {
        int number = 0;
        const auto rest = name.starts_with(base) ? std::from_chars(name.data() + base.size(), name.data() + name.size(), number) : std::from_chars_result{};
        const bool is_row = name.starts_with(base) && rest.ec == std::errc() && rest.ptr != name.data() + name.size() && *rest.ptr == '.';
        if (!is_row || number < gone)
            left[name] = value;
        else if (number > gone)
            left[fmt::format("{}{}{}", base, number - 1, rest.ptr)] = value;
    }
    return left;
}

} // namespace

desk::Fields words_of(const http::Fields& posted) {
    desk::Fields fields;
    for (const auto& one : posted) {
        if (carried.contains(one.name) || one.name.starts_with("version.") || one.name.size() > 150)
            continue;
        auto clean = clean_text(one.value);
        const auto& value = clean ? *clean : one.value;
        auto [at, is_new] = fields.try_emplace(one.name, value);
        if (!is_new)
            at->second = fmt::format("{}\n{}", at->second, value);
    }
    for (const auto& item : posted.all("more"))
        fields.insert_or_assign(fmt::format("{}.more", row_asked(item)), std::string(1, '1'));
    for (const auto& row : posted.all("remove"))
        fields = without_row(fields, row_asked(row));
    return fields;
}

desk::Fields to_be_shown(desk::Fields fields) {
    std::erase_if(fields, [](const auto& one) { return !clean_text(one.first); });
    for (auto& [name, words] : fields)
        if (!clean_text(words))
            std::replace_if(words.begin(), words.end(), [](unsigned char letter) { return letter >= 0x80; }, '?');
    return fields;
}

std::uint64_t version_of(const http::Call& call, std::string_view name) {
    auto text = call.form.get(name);
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
