#include "casework/read_email.h"

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

#include <fmt/format.h>
#include <gmime/gmime.h>
#include <libxml/HTMLparser.h>

#include "base/text.h"

namespace lifestory::casework {

namespace {

constexpr int deepest = 12; // parts within parts
constexpr std::size_t most_parts = 500, longest_head_word = 500, longest_name = 200;
constexpr std::size_t most_announced = 60, most_addresses = 2000; // before the library reads anything

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <class Object>
using Held = std::unique_ptr<Object, Unref>;

struct Freed {
    void operator()(char* letters) const { g_free(letters); }
};

Refusal too_much() {
    return refuse("email-too-much", "That e-mail holds more, or deeper within each other, than can be taken apart here. Save what is with it, and put the files here one by one.");
}

// What cannot be read as UTF-8 loses those letters alone.
std::string readable(const char* words) {
    if (!words)
        return {};
    const std::unique_ptr<char, Freed> valid(g_utf8_make_valid(words, -1));
    auto clean = clean_text(valid.get());
    return clean ? *clean : std::string();
}

std::string on_one_line(const char* words, std::size_t most) {
    auto line = trim(readable(words));
    std::replace(line.begin(), line.end(), '\n', ' ');
    return first(line, most);
}

std::string addresses(InternetAddressList* list) {
    const std::unique_ptr<char, Freed> words(list ? internet_address_list_to_string(list, nullptr, FALSE) : nullptr);
    return on_one_line(words.get(), longest_head_word);
}

Held<GMimeStream> stream_of(std::string_view bytes) { return Held<GMimeStream>(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size())); }

Bytes bytes_in(GMimeStream* stream) {
    const auto* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    return array ? Bytes(reinterpret_cast<const char*>(array->data), array->len) : Bytes();
}

Bytes content_of(GMimePart* part) {
    auto* content = g_mime_part_get_content(part);
    const Held<GMimeStream> into(g_mime_stream_mem_new());
    if (content)
        g_mime_data_wrapper_write_to_stream(content, into.get());
    return bytes_in(into.get());
}

// ---- a page's words, without its markup

bool begins_a_line(const xmlChar* name) {
    const std::string_view word(reinterpret_cast<const char*>(name));
    static constexpr std::array lines{"p", "div", "br", "tr", "li", "h1", "h2", "h3", "table", "blockquote"};
    return std::find(lines.begin(), lines.end(), word) != lines.end();
}

bool is_no_words(const xmlChar* name) {
    const std::string_view word(reinterpret_cast<const char*>(name));
    return word == "script" || word == "style" || word == "head" || word == "title";
}

// Node by node and back, never by calls within calls: a page may be nested as deep as it likes.
std::string words_of_page(const std::string& page) {
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_RECOVER), xmlFreeDoc);
    std::string words;
    const auto* top = document ? xmlDocGetRootElement(document.get()) : nullptr;
    for (const xmlNode* node = top; node;) {
        if (node->type == XML_TEXT_NODE && node->content)
            words += reinterpret_cast<const char*>(node->content);
        if (node->type == XML_ELEMENT_NODE && begins_a_line(node->name))
            words += '\n';
        if (node->children && !(node->type == XML_ELEMENT_NODE && is_no_words(node->name))) {
            node = node->children;
            continue;
        }
        while (node && node != top && !node->next)
            node = node->parent;
        node = node && node != top ? node->next : nullptr;
    }
    return words;
}

// ---- walking through its parts

struct Walk {
    Email email;
    std::string plain, page;
    std::size_t parts = 0;
};

void take_attachment(Walk& walk, std::string name, Bytes bytes) {
    if (name.empty())
        name = fmt::format("attachment {}", walk.email.attachments.size() + 1);
    walk.email.attachments.push_back({std::move(name), std::move(bytes)});
}

bool is_shown_as_words(GMimePart* part) {
    const auto* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
    const auto* disposition = g_mime_object_get_disposition(GMIME_OBJECT(part));
    const bool is_attached = disposition && g_ascii_strcasecmp(disposition, "attachment") == 0;
    return !is_attached && !g_mime_part_get_filename(part) && GMIME_IS_TEXT_PART(part) &&
           (g_mime_content_type_is_type(const_cast<GMimeContentType*>(type), "text", "plain") ||
            g_mime_content_type_is_type(const_cast<GMimeContentType*>(type), "text", "html"));
}

void take_words(Walk& walk, GMimePart* part) {
    const std::unique_ptr<char, Freed> text(g_mime_text_part_get_text(GMIME_TEXT_PART(part)));
    auto* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
    auto& into = g_mime_content_type_is_type(type, "text", "html") ? walk.page : walk.plain;
    into += (into.empty() ? "" : "\n\n") + readable(text.get());
}

Outcome walk_part(Walk& walk, GMimeObject* object, int depth) {
    if (depth > deepest || ++walk.parts > most_parts || walk.email.attachments.size() >= most_attachments)
        return too_much();
    if (GMIME_IS_MULTIPART(object)) {
        auto* several = GMIME_MULTIPART(object);
        for (int index = 0; index < g_mime_multipart_get_count(several); ++index)
            TRY(walk_part(walk, g_mime_multipart_get_part(several, index), depth + 1));
        return Nothing{};
    }
    if (GMIME_IS_MESSAGE_PART(object)) { // an e-mail within: a file like any
        auto* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
        const Held<GMimeStream> whole(g_mime_stream_mem_new());
        if (inner)
            g_mime_object_write_to_stream(GMIME_OBJECT(inner), nullptr, whole.get());
        const auto subject = inner ? on_one_line(g_mime_message_get_subject(inner), longest_name) : std::string();
        take_attachment(walk, (subject.empty() ? "e-mail" : subject) + ".eml", bytes_in(whole.get()));
        return Nothing{};
    }
    if (!GMIME_IS_PART(object))
        return Nothing{};
    auto* part = GMIME_PART(object);
    if (is_shown_as_words(part))
        take_words(walk, part);
    else
        take_attachment(walk, on_one_line(g_mime_part_get_filename(part), longest_name), content_of(part));
    return Nothing{};
}

// Over its blanks and line ends.
char next_sign(std::string_view bytes, std::size_t at) {
    while (at < bytes.size() && (g_ascii_isspace(bytes[at]) || bytes[at] == '\0'))
        ++at;
    return at < bytes.size() ? bytes[at] : ' ';
}

bool stands_at(std::string_view bytes, std::size_t at, std::string_view word) {
    return bytes.size() - at >= word.size() && g_ascii_strncasecmp(&bytes[at], word.data(), word.size()) == 0;
}

// "boundary=", "boundary*0=", "boundary (of parts) ="; "message/rfc822", "message / rfc822", but no address of a page that has "/message/" in it.
bool announces_at(std::string_view bytes, std::size_t at) {
    if (stands_at(bytes, at, "boundary"))
        return std::string_view("=*(").find(next_sign(bytes, at + 8)) != std::string_view::npos;
    const auto before = at ? bytes[at - 1] : ' ';
    const bool is_within_a_word = g_ascii_isalnum(before) || std::string_view("/.-_=?&").find(before) != std::string_view::npos;
    return !is_within_a_word && stands_at(bytes, at, "message") && std::string_view("/(").find(next_sign(bytes, at + 7)) != std::string_view::npos;
}

// The library goes into what is nested by calls within calls: how often a boundary or an e-mail within is announced bounds how deep that can be.
bool announces_too_much(std::string_view bytes) {
    std::size_t count = 0;
    for (std::size_t at = bytes.find_first_of("bBmM"); at != std::string_view::npos && count <= most_announced; at = bytes.find_first_of("bBmM", at + 1))
        count += announces_at(bytes, at);
    return count > most_announced;
}

// So it does into groups of addresses ("team: a@x, b@x;"), one call for each colon of a line of the head with those that go on from it; and of
// tens of thousands of addresses with commas between them it makes seconds of work.
bool addresses_too_much(std::string_view bytes) {
    std::size_t count = 0;
    for (std::size_t at = bytes.find_first_of(":,\n"); at != std::string_view::npos && count <= most_addresses; at = bytes.find_first_of(":,\n", at + 1))
        if (bytes[at] != '\n')
            ++count;
        else if (at + 1 < bytes.size() && bytes[at + 1] != ' ' && bytes[at + 1] != '\t')
            count = 0;
    return count > most_addresses;
}

// What a person can read in a note: at most so many bytes, cut between letters.
std::string shortened(std::string words) {
    if (words.size() <= longest_words)
        return words;
    auto end = longest_words;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xc0) == 0x80)
        --end;
    return trim(std::string_view(words).substr(0, end)) + "\n\n(It goes on in the e-mail itself.)";
}

void take_head(Walk& walk, GMimeMessage* message) {
    walk.email.from = addresses(g_mime_message_get_from(message));
    walk.email.to = addresses(g_mime_message_get_to(message));
    walk.email.subject = on_one_line(g_mime_message_get_subject(message), longest_head_word);
    if (auto* date = g_mime_message_get_date(message))
        walk.email.sent = calendar::Instant(std::chrono::seconds(g_date_time_to_unix(date)));
}

} // namespace

bool is_named_as_email(std::string_view file_name) {
    const auto ending = file_name.size() < 4 ? std::string_view() : file_name.substr(file_name.size() - 4);
    return ending.size() == 4 && g_ascii_strncasecmp(ending.data(), ".eml", 4) == 0;
}

Result<Email> read_email(std::string_view bytes) {
    static std::once_flag is_ready;
    std::call_once(is_ready, g_mime_init);
    if (bytes.size() > longest_email || announces_too_much(bytes) || addresses_too_much(bytes))
        return too_much();
    const auto stream = stream_of(bytes);
    const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Held<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    Walk walk;
    if (message)
        take_head(walk, message.get());
    if (!message || (walk.email.from.empty() && !walk.email.sent))
        return refuse("email-broken", "That is no e-mail that can be read: it does not say who sent it, nor when. Save it again where it came from, or print it to a PDF.");
    if (auto* top = g_mime_message_get_mime_part(message.get()))
        TRY(walk_part(walk, top, 0));
    walk.email.words = shortened(trim(is_blank(walk.plain) ? words_of_page(walk.page) : walk.plain));
    return std::move(walk.email);
}

} // namespace lifestory::casework
