// From a folder, or from texts kept in an entry, to a pack: the files gathered, the layers laid, every kind read, and
// all that is wrong told at once.
#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <fmt/format.h>

#include "base/text.h"
#include "policy/pack.h"
#include "policy/read/reading.h"

namespace lifestory::policy {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_file = 4 * 1024 * 1024;

Result<std::string> text_of(const fs::path& path) {
    std::error_code error;
    if (fs::file_size(path, error) > largest_file || error)
        return refuse("broken-pack", fmt::format("{}:1: the file cannot be read or is larger than 4 MB; expected a pack's text", path.string()));
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file)
        return refuse("broken-pack", fmt::format("{}:1: the file cannot be read; expected a pack's text", path.string()));
    return text.str();
}

Result<PackText> texts_in_folder(const fs::path& folder) {
    PackText text{folder.filename().string(), folder.string(), {}};
    std::vector<fs::path> paths;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == ".toml")
            paths.push_back(entry.path());
    std::ranges::sort(paths);
    if (error || paths.empty())
        return refuse("broken-pack", fmt::format("{}: there is no pack in this folder; expected *.toml files", folder.string()));
    for (const auto& path : paths)
        text.files.push_back({text.id + "/" + path.filename().string(), TRY(text_of(path))});
    return text;
}

// The names in `extends`, whatever else is wrong: enough to know which folders to open.
std::vector<std::string> extended_by(const PackText& text) {
    Problems unheard;
    for (const auto& file : text.files)
        if (auto node = parse_toml(file.text, file.path, unheard))
            if (const Node* pack = node->find("pack"))
                if (const Node* extends = pack->find("extends"))
                    return texts_in(*extends);
    return {};
}

bool is_folder_name(const std::string& id) {
    return !id.empty() && id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

Outcome gather(const fs::path& parent, const PackText& text, std::map<std::string, PackText>& texts) {
    texts.emplace(text.id, text);
    for (const auto& id : extended_by(text)) {
        if (texts.contains(id) || !is_folder_name(id) || !fs::is_directory(parent / id))
            continue; // a folder that is not there is refused by the layers, with path and line
        auto other = TRY(texts_in_folder(parent / id));
        TRY(gather(parent, other, texts));
    }
    return Nothing{};
}

std::string digest_of_all(const std::vector<PackFile>& files) {
    std::string all;
    for (const auto& file : files)
        all += fmt::format("{}\n{}\n", file.path, file.text.size()) + file.text;
    return to_hex(view(sha256(all)));
}

void check_about(const Pack& pack, const Reading& reading, const std::string& folder) {
    Node place;
    place.file = folder + "/pack.toml";
    place.line = 1;
    for (const auto& about : pack.extended)
        if (!about.escalation.empty() && !pack.escalations.contains(about.escalation))
            reading.problems.add(place, "pack", fmt::format("escalation = '{}': {} names no such escalation", about.escalation, about.id));
    auto clauses = pack.about.clauses;
    for (const auto& source : pack.about.sources)
        clauses.insert(clauses.end(), source.clauses.begin(), source.clauses.end());
    for (const auto& id : clauses)
        if (!pack.clauses.contains(id))
            reading.problems.add(place, "pack", fmt::format("there is no clause '{}'{}; expected [clause.{}]", id,
                                                            did_you_mean(id, reading.ids("clause")), id));
}

Result<Pack> read_pack(const std::map<std::string, PackText>& texts, const std::string& id) {
    Problems problems;
    auto layers = layered(texts, id, problems);
    Pack pack;
    pack.about = layers.abouts.back();
    pack.extended.assign(layers.abouts.begin(), layers.abouts.end() - 1);
    for (const auto& about : layers.abouts)
        for (const auto& file : texts.at(about.id).files)
            pack.files.push_back(file);
    pack.digest = digest_of_all(pack.files);
    pack.gone = std::move(layers.gone);
    Reading reading{pack, layers.entities, problems};
    read_vocabulary(reading);
    read_record_shells(reading);
    read_record_conditions(reading);
    read_statuses(reading);
    read_times(reading);
    read_other_rules(reading);
    read_guidance(reading);
    check_about(pack, reading, texts.at(id).folder);
    if (!problems.empty())
        return problems.refusals();
    return pack;
}

} // namespace

Result<Pack> load(const std::filesystem::path& folder) {
    auto path = folder;
    if (!path.has_filename())
        path = path.parent_path();
    auto text = TRY(texts_in_folder(path));
    std::map<std::string, PackText> texts;
    TRY(gather(path.has_parent_path() ? path.parent_path() : fs::path("."), text, texts));
    return read_pack(texts, text.id);
}

Result<Pack> load_texts(const std::vector<PackFile>& files, std::string_view id) {
    std::map<std::string, PackText> texts;
    for (const auto& file : files) {
        auto pack = file.path.substr(0, file.path.find('/'));
        auto& text = texts[pack];
        text.id = text.folder = pack;
        text.files.push_back(file);
    }
    if (!texts.contains(std::string(id)))
        return refuse("broken-pack", fmt::format("There is no text of the pack '{}'; expected files named {}/....toml.", id, id));
    return read_pack(texts, std::string(id));
}

} // namespace lifestory::policy
