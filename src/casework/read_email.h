// An e-mail as a file (RFC 5322, MIME), taken apart: who sent it, when, about what, its words as text, and what was with it. Pure: bytes in, parts
// out. Nothing in it is opened, fetched or run; an e-mail within it is one more attachment, and stays whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "calendar/day.h"

namespace lifestory::casework {

struct Attachment {
    std::string name; // as it was sent, clean; "attachment 2" where it had none
    Bytes bytes;
    bool operator==(const Attachment&) const = default;
};

struct Email {
    std::string from, to, subject;         // clean text; empty where it says none
    std::optional<calendar::Instant> sent; // as its sender's machine said
    std::string words;                     // of its plain text, or of its page without its markup; the first of them, and that it goes on, where they are longer
    std::vector<Attachment> attachments;   // in their order
};

constexpr std::size_t longest_email = 50u << 20; // bytes
constexpr std::size_t longest_words = 200u << 10; // bytes
constexpr std::size_t most_attachments = 50;

bool is_named_as_email(std::string_view file_name); // ends in .eml

// Refuses ("email-broken", "email-too-much") what has no head of an e-mail, is longer, or holds more or deeper than a person sends.
Result<Email> read_email(std::string_view bytes);

} // namespace lifestory::casework
