#include "record/packed.h"

#include "base/text.h"
#include "record/member_types.h"

namespace lifestory::record {

namespace {

// ---- the shape: names and types of all that is written, in order

template <class T>
std::string shape_of();

template <class Variant, std::size_t... at>
std::string shape_of_each(std::index_sequence<at...>) {
    return (("|" + shape_of<std::variant_alternative_t<at, Variant>>()) + ...);
}

template <class Variant>
std::string shape_of_any() {
    return shape_of_each<Variant>(std::make_index_sequence<std::variant_size_v<Variant>>());
}

template <class T>
std::string shape_of() {
    if constexpr (std::is_same_v<T, std::string>)
        return "s";
    else if constexpr (std::is_same_v<T, Value>)
        return "<" + shape_of_any<Values>() + ">";
    else if constexpr (IsNumber<T>::value)
        return "n";
    else if constexpr (IsOptional<T>::value)
        return "?" + shape_of<typename T::value_type>();
    else if constexpr (IsVector<T>::value)
        return "*" + shape_of<typename T::value_type>();
    else if constexpr (HasFields<T>) {
        std::string shape = "{";
        if constexpr (requires { T::kind_word; })
            shape += std::string(T::kind_word) + ";";
        std::apply([&](const auto&... one) { ((shape += std::string(one.key) + ":" + shape_of<std::remove_cvref_t<decltype(std::declval<T&>().*one.member)>>() + ","), ...); },
                   T::fields());
        return shape + "}";
    } else
        return std::is_same_v<T, bool> ? "b" : std::is_same_v<T, Seen> ? "e" : std::is_same_v<T, Day> ? "d" : std::is_same_v<T, Instant> ? "i"
             : std::is_same_v<T, std::chrono::minutes> ? "m" : "u";
}

// Another number wherever the bytes of the same members are written in another way.
const std::string& beginning() {
    static const std::string all = "1" + std::string(view(sha256(shape_of<Said>() + shape_of_any<Kinds>())).substr(0, 15));
    return all;
}

// ---- writing: counts as base-128 numbers; a string once, and afterwards its place among those before

class Packer {
public:
    template <class T>
    void write(const T& value) {
        if constexpr (std::is_same_v<T, std::string>)
            write_string(value);
        else if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, Seen>)
            m_bytes += static_cast<char>(value);
        else if constexpr (std::is_unsigned_v<T>)
            write_count(value);
        else if constexpr (std::is_same_v<T, Day> || std::is_same_v<T, Instant>)
            write_signed(value.time_since_epoch().count());
        else if constexpr (std::is_same_v<T, std::chrono::minutes>)
            write_signed(value.count());
        else if constexpr (IsNumber<T>::value)
            m_bytes += value.view();
        else if constexpr (std::is_same_v<T, Value> || std::is_same_v<T, Content>)
            write_any(value);
        else if constexpr (IsOptional<T>::value) {
            m_bytes += static_cast<char>(value.has_value());
            if (value)
                write(*value);
        } else if constexpr (IsVector<T>::value) {
            write_count(value.size());
            for (const auto& one : value)
                write(one);
        } else
            each_field(value, [&](std::string_view, const auto& member) { write(member); });
    }

    std::string bytes() && { return std::move(m_bytes); }

private:
    void write_count(std::uint64_t count) {
        for (; count >= 0x80; count >>= 7)
            m_bytes += static_cast<char>(count | 0x80);
        m_bytes += static_cast<char>(count);
    }
    void write_signed(std::int64_t number) { write_count(static_cast<std::uint64_t>(number) << 1 ^ static_cast<std::uint64_t>(number >> 63)); }
    void write_string(const std::string& text) {
        const auto [known, is_new] = m_known.try_emplace(text, m_known.size() + 1);
        write_count(is_new ? 0 : known->second);
        if (is_new) {
            write_count(text.size());
            m_bytes += text;
        }
    }
    template <class Variant>
    void write_any(const Variant& value) {
        m_bytes += static_cast<char>(value.index());
        std::visit([this](const auto& one) { this->write(one); }, value);
    }

    std::string m_bytes = beginning();
    std::unordered_map<std::string, std::size_t> m_known;
};

// ---- reading: false where the bytes end too early or say what cannot be

class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : m_bytes(bytes) {}

    bool is_at_end() const { return m_bytes.empty(); }

    template <class T>
    bool read(T& value) {
        if constexpr (std::is_same_v<T, std::string>)
            return read_string(value);
        else if constexpr (std::is_same_v<T, bool>)
            return read_small(value, 1);
        else if constexpr (std::is_same_v<T, Seen>)
            return read_small(value, static_cast<unsigned char>(Seen::BabyAwake));
        else if constexpr (std::is_unsigned_v<T>)
            return read_count(value);
        else if constexpr (std::is_same_v<T, Day> || std::is_same_v<T, Instant>)
            return read_since_epoch(value);
        else if constexpr (std::is_same_v<T, std::chrono::minutes>)
            return read_signed(value);
        else if constexpr (IsNumber<T>::value)
            return read_number(value);
        else if constexpr (std::is_same_v<T, Value>)
            return read_any<Values>(value);
        else if constexpr (std::is_same_v<T, Content>)
            return read_any<Kinds>(value);
        else if constexpr (IsOptional<T>::value) {
            bool is_there = false;
            return read(is_there) && (!is_there || read(value.emplace()));
        } else if constexpr (IsVector<T>::value)
            return read_vector(value);
        else {
            bool good = true;
            each_field(value, [&](std::string_view, auto& member) { good = good && read(member); });
            return good;
        }
    }

private:
    bool take(std::size_t count, std::string_view& taken) {
        if (count > m_bytes.size())
            return false;
        taken = m_bytes.substr(0, count);
        m_bytes.remove_prefix(count);
        return true;
    }
    template <class Small>
    bool read_small(Small& value, unsigned char largest) {
        std::string_view taken;
        if (!take(1, taken) || static_cast<unsigned char>(taken.front()) > largest)
            return false;
        value = static_cast<Small>(taken.front());
        return true;
    }
    template <class Count>
    bool read_count(Count& count) {
        std::uint64_t all = 0;
        for (unsigned shift = 0; shift < 64 && !m_bytes.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(m_bytes.front());
            m_bytes.remove_prefix(1);
            all |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if (byte < 0x80) {
                count = static_cast<Count>(all);
                return count == all;
            }
        }
        return false;
    }
    template <class Duration>
    bool read_signed(Duration& duration) {
        std::uint64_t folded = 0;
        if (!read_count(folded))
            return false;
        duration = Duration(static_cast<typename Duration::rep>(folded >> 1 ^ (~(folded & 1) + 1)));
        return true;
    }
    template <class Point>
    bool read_since_epoch(Point& point) {
        typename Point::duration since{};
        const bool good = read_signed(since);
        point = Point(since);
        return good;
    }
    template <class Number>
    bool read_number(Number& number) {
        std::string_view taken;
        if (!take(number.bytes.size(), taken))
            return false;
        number = Number::from_bytes(taken);
        return true;
    }
    bool read_string(std::string& text) {
        std::size_t place = 0, length = 0;
        std::string_view words;
        if (!read_count(place) || place > m_known.size())
            return false;
        if (place == 0) {
            if (!read_count(length) || !take(length, words))
                return false;
            m_known.push_back(words);
        } else
            words = m_known[place - 1];
        text = words;
        return true;
    }
    template <class T>
    bool read_vector(std::vector<T>& values) {
        std::size_t count = 0;
        if (!read_count(count) || count > m_bytes.size()) // each takes a byte at least
            return false;
        values.resize(count);
        return std::all_of(values.begin(), values.end(), [this](auto& one) { return this->read(one); });
    }
    template <class Variant, class Any>
    bool read_any(Any& value) {
        unsigned char which = 0;
        return read_small(which, std::variant_size_v<Variant> - 1) && read_alternative<Variant>(which, value);
    }
    template <class Variant, std::size_t at = 0, class Any>
    bool read_alternative(std::size_t which, Any& value) {
        if constexpr (at == std::variant_size_v<Variant>)
            return false;
        else
            return which == at ? read(value.template emplace<std::variant_alternative_t<at, Variant>>()) : read_alternative<Variant, at + 1>(which, value);
    }

    std::string_view m_bytes;
    std::vector<std::string_view> m_known;
};

} // namespace

std::string pack(std::span<const Entry> entries) {
    Packer packer;
    packer.write(entries.size());
    for (const auto& entry : entries) {
        packer.write(entry.number);
        packer.write(entry.id);
        packer.write(entry.recorded_at);
        packer.write(entry.said);
        packer.write(entry.content);
    }
    return std::move(packer).bytes();
}

Result<std::vector<Entry>> unpack(RecordNumber record, std::string_view bytes) {
    if (!bytes.starts_with(beginning()))
        return refuse("not-packed", "Another program packed these entries.");
    Unpacker from(bytes.substr(beginning().size()));
    std::vector<Entry> entries;
    std::size_t count = 0;
    bool good = from.read(count) && count <= bytes.size();
    entries.reserve(good ? count : 0);
    for (std::size_t place = 0; good && place < count; ++place) {
        auto& entry = entries.emplace_back();
        entry.record = record;
        entry.place = place;
        good = from.read(entry.number) && from.read(entry.id) && from.read(entry.recorded_at) && from.read(entry.said) && from.read(entry.content);
    }
    if (!good || !from.is_at_end())
        return refuse("not-packed", "These entries are cut off or were changed.");
    return entries;
}

} // namespace lifestory::record
