#include "ledger/envelope.h"

#include <charconv>

#include <fmt/format.h>

namespace lifestory::ledger {

namespace {

Result<Nothing> skip(std::string_view& text, std::string_view words) {
    if (!text.starts_with(words))
        return refuse("envelope-misspelt", fmt::format("An entry's envelope lacks {}.", words));
    text.remove_prefix(words.size());
    return Nothing{};
}

Result<std::string_view> take(std::string_view& text, std::size_t length) {
    if (text.size() < length)
        return refuse("envelope-misspelt", "An entry's envelope ends too soon.");
    auto taken = text.substr(0, length);
    text.remove_prefix(length);
    return taken;
}

Result<std::uint64_t> take_number(std::string_view& text) {
    std::uint64_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    auto length = static_cast<std::size_t>(end - text.data());
    if (error != std::errc{} || (length > 1 && text[0] == '0'))
        return refuse("envelope-misspelt", "An entry's place is not a number.");
    text.remove_prefix(length);
    return number;
}

template <class Number>
Result<Number> take_hex(std::string_view& text) {
    auto hex = TRY(take(text, 32));
    return Number::parse(hex);
}

Result<Digest> take_digest(std::string_view& text) {
    auto hex = TRY(take(text, 64));
    auto bytes = TRY(from_hex(hex));
    return digest_of(bytes);
}

std::string in_words(const std::vector<NamedFile>& files) {
    std::string all;
    for (const auto& file : files)
        all += fmt::format("{}{{\"file\":\"{}\",\"length\":{},\"sha256\":\"{}\"}}", all.empty() ? "" : ",", file.file.hex(), file.length,
                           to_hex(view(file.sha256)));
    return files.empty() ? all : fmt::format("\"files\":[{}],", all);
}

Result<std::vector<NamedFile>> take_files(std::string_view& text) {
    std::vector<NamedFile> files;
    if (!text.starts_with("\"files\":["))
        return files;
    TRY(skip(text, "\"files\":["));
    do {
        NamedFile file;
        TRY(skip(text, files.empty() ? "{\"file\":\"" : ",{\"file\":\""));
        file.file = TRY(take_hex<FileNumber>(text));
        TRY(skip(text, "\",\"length\":"));
        file.length = TRY(take_number(text));
        TRY(skip(text, ",\"sha256\":\""));
        file.sha256 = TRY(take_digest(text));
        TRY(skip(text, "\"}"));
        files.push_back(file);
    } while (text.starts_with(","));
    TRY(skip(text, "],"));
    return files;
}

} // namespace

std::string write(const Envelope& envelope) {
    std::string fingerprint;
    if (envelope.key_fingerprint)
        fingerprint = fmt::format("\"key-fingerprint\":\"{}\",", to_hex(view(*envelope.key_fingerprint)));
    return fmt::format("{{\"format\":1,\"id\":\"{}\",\"form\":\"{}\",\"place\":{},{}{}\"content\":{}}}", envelope.id.hex(),
                       envelope.form.hex(), envelope.place, fingerprint, in_words(envelope.files), envelope.content);
}

Result<Envelope> read_envelope(std::string whole) {
    Envelope envelope;
    std::string_view text = whole;
    TRY(skip(text, "{\"format\":1,\"id\":\""));
    envelope.id = TRY(take_hex<EntryId>(text));
    TRY(skip(text, "\",\"form\":\""));
    envelope.form = TRY(take_hex<FormNumber>(text));
    TRY(skip(text, "\",\"place\":"));
    envelope.place = TRY(take_number(text));
    TRY(skip(text, ","));
    if (text.starts_with("\"key-fingerprint\":\"")) {
        TRY(skip(text, "\"key-fingerprint\":\""));
        envelope.key_fingerprint = TRY(take_digest(text));
        TRY(skip(text, "\","));
    }
    envelope.files = TRY(take_files(text));
    TRY(skip(text, "\"content\":"));
    if (text.size() < 3 || text.front() != '{' || !text.ends_with("}}"))
        return refuse("envelope-misspelt", "An entry's content is not an object.");
    whole.pop_back(); // what is left is the content: the text itself, without what stood around it
    whole.erase(0, whole.size() + 1 - text.size());
    envelope.content = std::move(whole);
    return envelope;
}

} // namespace lifestory::ledger
