#include "web/pages/entry_files.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/fault.h"
#include "casework/file_kind.h"
#include "casework/read_email.h"
#include "web/pages/about_child.h"
#include "web/pages/child.h"
#include "web/pages/file_lines.h"

namespace lifestory::web::pages {

namespace {

using casework::Shown;
using http::Call;
using http::Response;

constexpr std::size_t most_words = 200'000; // bytes of a text that are shown in the page

// Up to the last letter that is whole.
std::size_t whole_letters(std::string_view bytes) {
    auto end = bytes.size();
    while (end > 0 && bytes.size() - end < 3 && (static_cast<unsigned char>(bytes[end - 1]) & 0xc0) == 0x80)
        --end;
    return end > 0 && static_cast<unsigned char>(bytes[end - 1]) >= 0xc0 && bytes.size() - end < 3 ? end - 1 : bytes.size();
}

Url file_path(const access::OpenRecord& open, const record::StoryEntry& story, const record::File& file) {
    return path("/children/{}/entries/{}/files/{}", open.record.hex(), story.entry.id.hex(), file.number.hex());
}

Html link_to(const access::OpenRecord& open, const record::StoryEntry& story, const record::File& file) {
    return html("<a class=\"govuk-link\" href=\"{}\" download>{}</a> ({})", file_path(open, story, file), file.name, in_words(file));
}

// By the words that were signed; what is sent is told anew from the bytes.
Shown shown_as(const record::File& file) {
    if (file.kind.starts_with("sound"))
        return Shown::Sound;
    if (file.kind.starts_with("film"))
        return Shown::Film;
    if (file.kind == "plain text" || file.kind == "e-mail")
        return Shown::Words;
    const bool is_picture = file.kind.ends_with("picture") || file.kind == "photograph (JPEG)";
    return is_picture ? Shown::Picture : Shown::Kept;
}

Url shown_path(const access::OpenRecord& open, const record::StoryEntry& story, const record::File& file) {
    return path("/children/{}/entries/{}/files/{}/shown", open.record.hex(), story.entry.id.hex(), file.number.hex());
}

Html shown_in_page(const OpenEntry& entry, const record::File& file) {
    const auto at = shown_path(entry.open, *entry.story, file);
    switch (shown_as(file)) {
    case Shown::Picture: return picture_of_file(entry.open, *entry.story, file, file.name);
    case Shown::Sound: return html("<audio class=\"app-picture\" controls preload=\"none\" src=\"{}\"></audio>", at);
    case Shown::Film: return html("<video class=\"app-picture\" controls preload=\"none\" src=\"{}\"></video>", at);
    case Shown::Words:
        return html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Read it here<span class=\"govuk-visually-hidden\">: {}</span></a></p>",
                    path("/children/{}/entries/{}/files/{}/words", entry.open.record.hex(), entry.id().hex(), file.number.hex()), file.name);
    case Shown::Kept: return Html();
    }
    return Html();
}

struct FileOfEntry {
    record::File file;
    LongBytes bytes;
    casework::FileKind kind;
};

// Some of what was kept long ago is none of those that may be put in now: it is given out as bytes, and never shown.
casework::FileKind kind_of(const LongBytes& bytes, const std::string& name) {
    auto kind = casework::kind_of_file(bytes, casework::is_named_as_email(name) ? name : "");
    return kind ? *kind : casework::FileKind{"file", "application/octet-stream", ""};
}

// Only a file that this entry names, as it was signed. Each piece of it opens under this record's key, for this file and its place, or not at all.
Result<FileOfEntry> file_of_entry(const House& house, const access::OpenRecord& open, const record::StoryEntry& story, std::string_view number) {
    const auto* form = story.form();
    const auto files = form ? form->files() : std::vector<record::File>();
    const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.number.hex() == number; });
    if (found == files.end())
        return refuse("not-found", "Page not found");
    auto kept = TRY(house.ledger.open_file(open.record, found->number));
    if (to_hex(view(kept.named.sha256)) != found->sha256)
        throw Fault(fmt::format("File {} is not the one that its entry was signed with. Run 'lifestory verify'.", found->number.hex()));
    const auto kind = kind_of(kept.bytes, found->name);
    return FileOfEntry{*found, std::move(kept.bytes), kind};
}

std::string plain_name(const std::string& name) {
    std::string plain = name;
    std::replace_if(plain.begin(), plain.end(), [](char one) { return one < 0x20 || one > 0x7e || one == '"' || one == '\\' || one == '%'; }, '_');
    return plain;
}

// Whatever is in it, nothing of it runs and nothing of it reaches this site.
Response answer_of(const Call& call, FileOfEntry file, std::string_view how) {
    auto answer = http::long_answer(call.request, std::move(file.bytes), std::string(file.kind.content_type));
    answer.headers.add("Content-Disposition", fmt::format("{}; filename=\"{}\"; filename*=UTF-8''{}", how, plain_name(file.file.name), percent_encoded(file.file.name)));
    answer.headers.add("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
    return answer;
}

Response give_file(const House& house, const Call& call) {
    auto entry = entry_opened(house, call);
    return entry ? file_answer(house, call, entry->open, *entry->story, call.parameter("file")) : not_found(house);
}

Response show_file(const House& house, const Call& call) {
    auto entry = entry_opened(house, call);
    auto file = entry ? file_of_entry(house, entry->open, *entry->story, call.parameter("file")) : Result<FileOfEntry>(entry.refusals());
    if (!file || file->kind.shown == Shown::Kept || file->kind.shown == Shown::Words)
        return not_found(house);
    return answer_of(call, std::move(*file), "inline");
}

// Of an e-mail its words alone: who sent it and when stand above them.
Html words_in(const FileOfEntry& file) {
    const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(file.bytes.length, file.kind.name == "e-mail" ? casework::longest_email : most_words));
    const auto bytes = file.bytes.read(0, length);
    if (file.kind.name != "e-mail") {
        auto rest = file.bytes.length > length ? html("<p class=\"govuk-body\">It goes on: take it away to read the rest.</p>") : Html();
        return html("<div class=\"app-email\">{}</div>{}", bytes.substr(0, whole_letters(bytes)), rest);
    }
    auto email = casework::read_email(bytes);
    if (!email)
        return html("<p class=\"govuk-body\">{}</p>", email.refusal().message);
    const auto sent = email->sent ? calendar::in_words(*email->sent) : std::string("a day that it does not say");
    return html("<p class=\"govuk-body\">From {}, sent {}, about {}.</p><div class=\"app-email\">{}</div>", email->from, sent, email->subject.empty() ? "nothing that it names" : email->subject, email->words);
}

Response read_words(const House& house, const Call& call) {
    auto entry = entry_opened(house, call);
    auto file = entry ? file_of_entry(house, entry->open, *entry->story, call.parameter("file")) : Result<FileOfEntry>(entry.refusals());
    if (!file || file->kind.shown != Shown::Words)
        return not_found(house);
    auto frame = child_frame(house, call.caller<Caller>(), entry->open, file->file.name);
    frame.back = BackLink{entry->path(), capital(entry->name())};
    return shown(frame, html("<p class=\"govuk-body\">{}</p>", link_to(entry->open, *entry->story, file->file)) + words_in(*file));
}

} // namespace

Html files_of(const OpenEntry& entry, const record::Files& files) {
    Html all = files.kept_at.empty() ? Html() : html("<p class=\"govuk-body\">{}</p>", files.kept_at);
    for (const auto& file : files.files)
        all += html("<p class=\"govuk-body\">{}</p>{}", link_to(entry.open, *entry.story, file), shown_in_page(entry, file));
    return all;
}

Html file_links(const access::OpenRecord& open, const record::StoryEntry& story) {
    Html all;
    const auto* form = story.form();
    if (form)
        for (const auto& file : form->files())
            all += html("<li>{}</li>", link_to(open, story, file));
    return all.empty() ? Html() : html("<ul class=\"govuk-list\">{}</ul>", all);
}

namespace {

// A drawing, sound or film that stands for the child's words is marked as theirs, as words are.
Html as_told_by_the_child(const OpenEntry& entry, const Html& files) {
    return voice_block({Voice::Child, possessive(entry.open.child->first_name()) + " own, not in words", files, {}, {}, {}});
}

} // namespace

void show_files(WordsOfItems& words, const OpenEntry& entry) {
    if (const auto* form = entry.story->form())
        for (const auto& answer : form->answers)
            if (const auto* files = std::get_if<record::Files>(&answer.value))
                words[answer.item] = answer.part == "what-you-told-me" ? as_told_by_the_child(entry, files_of(entry, *files)) : files_of(entry, *files);
}

Html picture_of_file(const access::OpenRecord& open, const record::StoryEntry& story, const record::File& file, const std::string& in_words) {
    return shown_as(file) == Shown::Picture ? html("<img class=\"app-picture\" src=\"{}\" alt=\"{}\">", shown_path(open, story, file), in_words) : Html();
}

bool is_picture(const record::File& file) { return shown_as(file) == Shown::Picture; }

Result<Bytes> bytes_of_file(const House& house, const access::OpenRecord& open, const record::StoryEntry& story, std::string_view number) {
    constexpr std::uint64_t longest_of_picture = 25u << 20; // what a page of paper holds at once; a longer one is read beside its entry
    auto file = TRY(file_of_entry(house, open, story, number));
    if (file.bytes.length > longest_of_picture)
        return refuse("too-long", "This file is too long to be put on paper. Read it beside its entry.");
    return whole(file.bytes);
}

bool names_file(const record::StoryEntry& story, std::string_view number) {
    const auto* form = story.form();
    const auto files = form ? form->files() : std::vector<record::File>();
    return std::any_of(files.begin(), files.end(), [&](const auto& file) { return file.number.hex() == number; });
}

Response file_answer(const House& house, const Call& call, const access::OpenRecord& open, const record::StoryEntry& story, std::string_view number) {
    auto file = file_of_entry(house, open, story, number);
    return file ? answer_of(call, std::move(*file), "attachment") : not_found(house);
}

std::vector<http::Route> entry_files_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/entries/{entry}/files/{file}", http::Reach::Worker, to(give_file)},
            {http::Method::Get, "/children/{child}/entries/{entry}/files/{file}/shown", http::Reach::Worker, to(show_file)},
            {http::Method::Get, "/children/{child}/entries/{entry}/files/{file}/words", http::Reach::Worker, to(read_words)}};
}

} // namespace lifestory::web::pages
