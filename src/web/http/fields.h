// Named values in the order they came: a query, a form, cookies. A name may repeat; nothing is dropped or joined.
// The values are the sender's octets: whoever uses one as text passes it through clean_text (base/text.h) first.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace lifestory::web::http {

struct Field {
    std::string name;
    std::string value;
    bool operator==(const Field&) const = default;
};

class Fields {
public:
    Fields() = default;
    Fields(std::initializer_list<Field> fields) : m_fields(fields) {} // Fields{{"name", "value"}, ...}

    std::string_view get(std::string_view name) const; // the first of that name; empty when there is none
    std::vector<std::string> all(std::string_view name) const;
    bool has(std::string_view name) const;
    void add(std::string name, std::string value) { m_fields.push_back({std::move(name), std::move(value)}); }

    std::size_t size() const { return m_fields.size(); }
    bool empty() const { return m_fields.empty(); }
    auto begin() const { return m_fields.begin(); }
    auto end() const { return m_fields.end(); }
    bool operator==(const Fields&) const = default;

private:
    std::vector<Field> m_fields;
};

} // namespace lifestory::web::http
