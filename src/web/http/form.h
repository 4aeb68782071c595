// What a person filled in: application/x-www-form-urlencoded (WHATWG URL, section 5) and multipart/form-data
// (RFC 7578), as values. Size is limited before (a route's body limit); here the number of fields is.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/long_bytes.h"
#include "base/result.h"
#include "web/http/fields.h"

namespace lifestory::web::http {

class SetAside; // web/http/set_aside.h

struct Upload {
    std::string field;        // the name of the input
    std::string file_name;    // as the sender says, without any folder; never a path on our disk
    std::string content_type; // as the sender says; to be checked against the bytes
    std::string bytes;        // held in memory; empty where they were set aside
    std::shared_ptr<const SetAside> aside{};
    bool operator==(const Upload&) const = default;

    LongBytes content() const; // wherever it lies; lives as long as this
};

struct Form {
    Fields fields;
    std::vector<Upload> uploads;

    std::string_view get(std::string_view name) const { return fields.get(name); } // empty when there is none
    std::vector<std::string> all(std::string_view name) const { return fields.all(name); }
    bool has(std::string_view name) const { return fields.has(name); }
    bool operator==(const Form&) const = default;
};

constexpr std::size_t most_fields = 2000;

// Refuses ("bad-form") a broken percent sign, a NUL and more than most_fields.
Result<Fields> read_urlencoded(std::string_view body);

// Refuses ("bad-form") parts that do not follow RFC 7578 and RFC 2046 section 5.1 to the letter.
Result<Form> read_multipart(std::string_view body, std::string_view boundary);

// By its content type; a body of any other type, or an empty one, gives an empty form.
Result<Form> read_form(std::string_view content_type, std::string_view body);

std::string write_urlencoded(const Fields& fields);

} // namespace lifestory::web::http
