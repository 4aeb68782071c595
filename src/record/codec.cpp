// One writer and one reader for every struct that tells its fields (record/fields.h).
#include "record/codec.h"

#include <fmt/format.h>

#include "base/json.h"
#include "calendar/london.h"
#include "record/member_types.h"

namespace lifestory::record {

namespace {

std::string_view string_of(const boost::json::string& text) { return {text.data(), text.size()}; }

// ---- writing: what is empty is left out

template <class T>
bool is_empty(const T& value) {
    if constexpr (std::is_same_v<T, std::string> || IsVector<T>::value)
        return value.empty();
    else if constexpr (IsOptional<T>::value)
        return !value.has_value();
    else if constexpr (std::is_same_v<T, EntryId> || std::is_same_v<T, WorkerNumber>)
        return value.is_zero();
    else
        return false;
}

template <class T>
Json written(const T& value);
template <HasFields T>
JsonObject written_value(const T& one);

template <HasFields T>
JsonObject written_object(const T& owner) {
    JsonObject object;
    each_field(owner, [&](std::string_view key, const auto& member) {
        if (!is_empty(member))
            object.emplace(key, written(member));
    });
    return object;
}

std::string written_time_of_day(std::chrono::minutes since_midnight) {
    const auto minutes = since_midnight.count();
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

template <class T>
Json written(const T& value) {
    if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, bool>)
        return Json(value);
    else if constexpr (std::is_same_v<T, std::uint32_t>)
        return Json(static_cast<std::int64_t>(value));
    else if constexpr (std::is_same_v<T, Day>)
        return Json(calendar::iso(value));
    else if constexpr (std::is_same_v<T, Instant>)
        return Json(calendar::utc(value));
    else if constexpr (std::is_same_v<T, std::chrono::minutes>)
        return Json(written_time_of_day(value));
    else if constexpr (std::is_same_v<T, Seen>)
        return Json(word_of(value));
    else if constexpr (std::is_same_v<T, Value>)
        return std::visit([](const auto& one) { return Json(written_value(one)); }, value);
    else if constexpr (IsNumber<T>::value)
        return Json(value.hex());
    else if constexpr (IsOptional<T>::value)
        return written(*value);
    else if constexpr (IsVector<T>::value) {
        JsonArray array;
        for (const auto& one : value)
            array.push_back(written(one));
        return array;
    } else
        return written_object(value);
}

// The first field's key is written even when it is empty, for it tells the kinds of value apart.
template <HasFields T>
JsonObject written_value(const T& one) {
    JsonObject object;
    each_field(one, [&](std::string_view key, const auto& member) {
        if (object.empty() || !is_empty(member))
            object.emplace(key, written(member));
    });
    return object;
}

// ---- reading: false where a value has not the shape of its field; `where` then names the key

class Reader {
public:
    template <class T>
    bool read(const Json& json, T& value) {
        if constexpr (std::is_same_v<T, std::string>)
            return read_string(json, value);
        else if constexpr (std::is_same_v<T, bool>)
            return json.is_bool() && ((value = json.get_bool()), true);
        else if constexpr (std::is_same_v<T, std::uint32_t>)
            return read_count(json, value);
        else if constexpr (std::is_same_v<T, Day>)
            return read_by(json, value, calendar::parse_day);
        else if constexpr (std::is_same_v<T, Instant>)
            return read_by(json, value, calendar::parse_utc);
        else if constexpr (std::is_same_v<T, std::chrono::minutes>)
            return read_by(json, value, calendar::parse_clock_time);
        else if constexpr (IsNumber<T>::value)
            return read_by(json, value, T::parse);
        else if constexpr (std::is_same_v<T, Seen>)
            return read_seen(json, value);
        else if constexpr (std::is_same_v<T, Value>)
            return read_value(json, value);
        else if constexpr (IsOptional<T>::value)
            return read(json, value.emplace());
        else if constexpr (IsVector<T>::value)
            return read_array(json, value);
        else
            return read_object(json, value);
    }

    const std::string& where() const { return m_where; }

private:
    bool read_string(const Json& json, std::string& value) {
        if (!json.is_string())
            return false;
        value.assign(string_of(json.get_string()));
        return true;
    }
    bool read_count(const Json& json, std::uint32_t& value) {
        if (!json.is_int64() || json.get_int64() < 0 || json.get_int64() > UINT32_MAX)
            return false;
        value = static_cast<std::uint32_t>(json.get_int64());
        return true;
    }
    bool read_seen(const Json& json, Seen& value) {
        const auto found = json.is_string() ? seen_of(string_of(json.get_string())) : std::nullopt;
        if (found)
            value = *found;
        return found.has_value();
    }
    template <class T, class Parse>
    bool read_by(const Json& json, T& value, Parse parse) {
        if (!json.is_string())
            return false;
        const auto parsed = parse(string_of(json.get_string()));
        if (parsed.has_value())
            value = *parsed;
        return parsed.has_value();
    }
    template <class T>
    bool read_array(const Json& json, std::vector<T>& values) {
        if (!json.is_array())
            return false;
        values.resize(json.get_array().size());
        for (std::size_t at = 0; at < values.size(); ++at)
            if (!read(json.get_array()[at], values[at]))
                return false;
        return true;
    }
    template <HasFields T>
    bool read_object(const Json& json, T& owner) {
        if (!json.is_object())
            return false;
        bool good = true;
        each_field(owner, [&](std::string_view key, auto& member) {
            const auto* found = json.get_object().if_contains(key);
            if (!good || !found || read(*found, member))
                return;
            good = false;
            m_where = m_where.empty() ? std::string(key) : std::string(key) + "/" + m_where;
        });
        return good;
    }
    template <std::size_t at = 0>
    bool read_value(const Json& json, Value& value) {
        if constexpr (at == std::variant_size_v<Values>)
            return false;
        else {
            using One = std::variant_alternative_t<at, Values>;
            if (json.is_object() && json.get_object().contains(std::get<0>(One::fields()).key))
                return read_object(json, value.emplace<One>());
            return read_value<at + 1>(json, value);
        }
    }

    std::string m_where;
};

Refusal wrong_shape(const std::string& where) {
    return refuse("not-an-entry", "The entry cannot be read: " + where + " is not what it should be.", where);
}

template <std::size_t at = 0>
Result<Content> read_content(std::string_view kind, const Json& json) {
    if constexpr (at == std::variant_size_v<Kinds>)
        return refuse("unknown-kind", "This kind of entry is not known here; read it with a newer Lifestory.",
                      "kind");
    else {
        using Kind = std::variant_alternative_t<at, Kinds>;
        if (kind != Kind::kind_word)
            return read_content<at + 1>(kind, json);
        Kind content;
        Reader reader;
        if (!reader.read(json, content))
            return wrong_shape("content/" + reader.where());
        return Content(std::move(content));
    }
}

constexpr std::string_view looks_before = R"({"kind":"read","content":{"looks":[)";
constexpr std::string_view looks_after = "]}}";

} // namespace

std::string write_content(const Said& said, const Content& content) {
    JsonObject object;
    object.emplace("kind", kind_of(content));
    each_field(said, [&](std::string_view key, const auto& member) {
        if (!is_empty(member))
            object.emplace(key, written(member));
    });
    object.emplace("content",
                   std::visit([](const auto& kind) { return Json(written_object(kind)); }, content));
    return to_text(object);
}

Result<Entry> read_entry(const ledger::OpenedEntry& opened) {
    std::array<unsigned char, 8192> room; // most entries fit: parsing them asks for no memory
    boost::json::monotonic_resource memory(room.data(), room.size());
    const auto parsed = parse_json(opened.content, &memory);
    if (!parsed)
        return parsed.refusals();
    const Json& json = *parsed;
    const auto* object = json.if_object();
    if (!object)
        return wrong_shape("all of it");
    Entry entry{opened.header.number, opened.id,   opened.header.record,
                opened.place,         opened.form, opened.header.time};
    Reader reader;
    if (!reader.read(json, entry.said))
        return wrong_shape(reader.where());
    const auto* content = object->if_contains("content");
    static const Json nothing = JsonObject{};
    entry.content = TRY(read_content(text_in(*object, "kind"), content ? *content : nothing));
    return entry;
}

Result<std::vector<Entry>> read_entries(const std::vector<ledger::OpenedEntry>& opened) {
    std::vector<Entry> entries;
    entries.reserve(opened.size());
    for (const auto& one : opened)
        entries.push_back(TRY(read_entry(one)));
    return entries;
}

ledger::Line line_of(const Look& look, RecordNumber looks_stream) {
    return {looks_stream, std::string(looks_before), to_text(written_object(look)), std::string(looks_after)};
}

std::string write_form(const Form& form) { return to_text(written_object(form)); }

Result<Form> read_form(std::string_view json) {
    const auto parsed = TRY(parse_json(json));
    Form form;
    Reader reader;
    if (!reader.read(parsed, form))
        return wrong_shape(reader.where());
    return form;
}

} // namespace lifestory::record
