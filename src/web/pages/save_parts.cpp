#include "web/pages/save_parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "web/pages/posted_words.h"
#include "web/pages/pulled_through.h"
#include "web/pages/record_page.h"
#include "web/pages/writing.h"

namespace lifestory::web::pages {

namespace {

using http::Call;

// One draft as a page shows it: which of the words posted are its own, and which of its fields the page has.
struct OnPage {
    const desk::Draft& draft;
    std::string version_field, prefix;
    const policy::RecordType* type = nullptr; // of a visit to several children; else all words are the draft's
    std::vector<std::string> shows;           // items, of what is the same for all
};

bool is_of_all(const OnPage& page) { return page.draft.is_of_all(); }

desk::Fields words_for(const OnPage& page, const desk::Fields& words) {
    if (!page.prefix.empty())
        return taken_from_beside(words, page.prefix);
    if (!page.type)
        return without_those_beside(words);
    auto both = parted(*page.type, without_those_beside(words));
    return is_of_all(page) ? both.for_all : both.own;
}

// What is asked elsewhere stays as it is: at signing, or of another child alone; and where words were pulled from.
bool is_on_page(const OnPage& page, const std::string& name) {
    if (is_of_pulled(name))
        return false;
    if (!page.prefix.empty())
        return name.starts_with("item.");
    if (!is_of_all(page) || !name.starts_with("item."))
        return true;
    return std::ranges::find(page.shows, name.substr(5, name.find('.', 5) - 5)) != page.shows.end();
}

desk::Fields those_on_page(const OnPage& page, desk::Fields fields) {
    std::erase_if(fields, [&](const auto& one) { return !is_on_page(page, one.first); });
    return fields;
}

// What this page sent before without hearing an answer comes along as it was sent. Where it had arrived, these words were
// written over the version that it became: nobody differs with himself.
std::uint64_t began_from(const House& house, const Call& call, const OnPage& page) {
    auto version = version_of(call, page.version_field);
    std::vector<http::Fields> sent_before;
    for (const auto& body : call.form.all("unanswered"))
        if (auto posted = http::read_urlencoded(body))
            sent_before.push_back(std::move(*posted));
    if (call.form.has("use")) // pressed twice, the same words come again
        sent_before.push_back(call.form.fields);
    if (sent_before.empty())
        return version;
    auto versions = house.desk.earlier_versions(page.draft.draft);
    versions.push_back({page.draft.version, page.draft.saved_by, page.draft.updated, page.draft.fields, false});
    for (const auto& posted : sent_before) {
        auto words = desk::clean_fields(words_of(posted));
        for (const auto& one : versions)
            if (words && those_on_page(page, one.fields) == those_on_page(page, words_for(page, *words)) && !one.set_aside &&
                one.by.worker == call.caller<Caller>().worker())
                version = std::max(version, one.version);
    }
    return version;
}

// Whatever the page does not have stands as it stood in the version that it was written over.
desk::Fields with_the_rest(const House& house, const OnPage& page, std::uint64_t version, desk::Fields words) {
    auto before = fields_at(house, page.draft, version).value_or(page.draft.fields);
    for (const auto& [name, value] : before)
        if (!is_on_page(page, name))
            words.emplace(name, value);
    return words;
}

PostedPart posted_part(const House& house, const Call& call, const OnPage& page) {
    auto version = began_from(house, call, page);
    auto words = words_for(page, words_of(call.form.fields));
    if (page.version_field == "version" || call.form.has(page.version_field))
        words = with_the_rest(house, page, version, std::move(words));
    auto cursor = first(call.form.get("cursor"), 200);
    return {{page.draft.draft, version, std::move(words), std::string(cursor), call.caller<Caller>().writer(), house.now()}, page.version_field, page.prefix, false};
}

void add_part_beside(std::vector<PostedPart>& parts, const House& house, const Call& call, const OnPage& first, const desk::Part& beside) {
    const auto& caller = call.caller<Caller>();
    auto prefix = prefix_of(beside.child);
    auto version = fmt::format("version.{}", prefix);
    auto other = house.desk.draft(beside.draft);
    if (beside.draft == first.draft.draft || !other || !call.form.has(version) || !writes_in(house, caller, *other))
        return;
    auto part = posted_part(house, call, {*other, version, prefix, first.type, {}});
    part.save.stopped_at = other->stopped_at;
    if (other->signed_as && part.save.fields == other->fields)
        return;
    part.is_closed = house.door.look_over(caller.visitor, std::span(&beside.child, 1), house.now()).empty();
    parts.push_back(std::move(part));
}

// Kept beside the draft; nothing that stands in it is answered.
Result<desk::Saved> set_aside(const House& house, const PostedPart& part) {
    TRY(house.desk.set_aside(part.save));
    return desk::Saved{part.save.version, part.save.at, part.save.fields, {}, {}};
}

} // namespace

std::vector<PostedPart> posted_parts(const House& house, const Call& call, const desk::Draft& draft) {
    OnPage page{draft, "version", "", draft.same_for_all ? house.pack().record_type(draft.record_type) : nullptr, {}};
    std::vector<PostedPart> parts{posted_part(house, call, page)};
    if (!page.type)
        return parts;
    auto for_all = house.desk.draft(*draft.same_for_all);
    if (!for_all)
        return parts;
    parts.push_back(posted_part(house, call, {*for_all, "version.all", "", page.type, split(call.form.get("shows"), ' ')}));
    for (const auto& part : for_all->parts)
        add_part_beside(parts, house, call, page, part);
    return parts;
}

Result<SavedParts> save_parts(const House& house, const std::vector<PostedPart>& parts) {
    SavedParts all;
    Refusals refused;
    for (const auto& part : parts) {
        auto saved = part.is_closed ? set_aside(house, part) : house.desk.save(part.save);
        if (!saved)
            refused.push_back(saved.refusal());
        else if (!part.is_closed || part.is_of_page())
            all.push_back({part, std::move(*saved)});
    }
    return refused.empty() ? Result<SavedParts>(std::move(all)) : Result<SavedParts>(refused);
}

JsonObject saved_json(const House& house, const Caller& caller, const SavedParts& parts, const desk::Draft& draft) {
    auto number = draft.draft.hex();
    const auto& saved = parts.front().saved;
    JsonObject body{{"draft", number}, {"version", saved.version}, {"saved_at", calendar::utc(saved.at)},
                    {"saved_line", "Saved " + calendar::clock_time(saved.at)}, {"save", "/drafts/" + number},
                    {"offline_key", offline_key(house, caller, draft)}};
    JsonObject merged, versions;
    JsonArray others;
    for (const auto& part : parts) {
        auto is_of_both = [&](const std::string& name) { return std::ranges::find(part.saved.differences, name, &desk::Difference::field) != part.saved.differences.end(); };
        for (const auto& [name, value] : part.saved.fields)
            if (auto mine = part.posted.save.fields.find(name); !is_of_both(name) && (mine == part.posted.save.fields.end() ? std::string() : mine->second) != value)
                merged[part.posted.prefix + name] = value;
        versions[part.posted.version_field] = part.saved.version;
        if (part.saved.other && std::ranges::find(others, Json(part.saved.other->full_name)) == others.end())
            others.push_back(Json(part.saved.other->full_name));
    }
    body["merged"] = merged;
    body["versions"] = versions;
    if (!others.empty())
        body["others"] = others;
    if (auto differ = where_they_differ(parts, draft))
        body["differences"] = std::string(differ->text());
    auto locks = desk::ends_at(caller.session);
    body["locks_at"] = calendar::utc(locks);
    body["locks_line"] = calendar::clock_time(locks);
    body["locks_in"] = std::chrono::duration_cast<std::chrono::seconds>(locks - caller.session.last_seen).count();
    return body;
}

std::optional<Url> where_they_differ(const SavedParts& parts, const desk::Draft& draft) {
    for (const auto& part : parts)
        if (!part.saved.differences.empty())
            return path("/drafts/{}/differences", (part.posted.prefix.empty() ? draft.draft : part.posted.save.draft).hex());
    return std::nullopt;
}

} // namespace lifestory::web::pages
