#include "app/commands/check.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <ostream>

#include "base/json.h"
#include "base/text.h"
#include "calendar/day.h"
#include "policy/wording.h"
#include "prose/check.h"

namespace lifestory::app {

namespace {

namespace fs = std::filesystem;

std::optional<std::string> contents(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return std::nullopt;
    return std::string{std::istreambuf_iterator<char>(stream), {}};
}

Result<std::vector<fs::path>> texts_of(const std::vector<fs::path>& named) {
    std::vector<fs::path> texts;
    for (const auto& path : named) {
        if (!fs::exists(path))
            return refuse("no-file", "There is no " + path.string() + ".");
        if (!fs::is_directory(path)) {
            texts.push_back(path);
            continue;
        }
        std::vector<fs::path> inside;
        for (const auto& entry : fs::directory_iterator(path))
            if (entry.path().extension() == ".txt")
                inside.push_back(entry.path());
        std::sort(inside.begin(), inside.end());
        texts.insert(texts.end(), inside.begin(), inside.end());
    }
    return texts;
}

void add_date(prose::About& about, const std::string& event, const std::string& date) {
    if (auto day = calendar::parse_day(date))
        about.key_dates.push_back({event, *day});
}

// FILE.json beside FILE.txt: who the child is and who else is known. Without it what needs a child is not judged.
struct Beside {
    prose::About about;
    std::string type; // of the record; empty: not known
};

Result<Beside> beside_of(fs::path text) {
    Beside known;
    auto& about = known.about;
    auto beside = contents(text.replace_extension(".json"));
    if (!beside)
        return known;
    auto json = TRY(parse_json(*beside));
    const auto* object = json.if_object();
    if (!object)
        return refuse("not-json", text.string() + " must hold a JSON object.");
    known.type = text_in(*object, "type");
    if (const auto* child = object_in(*object, "child")) {
        about.child = text_in(*child, "preferred_name");
        about.full_name = text_in(*child, "name");
        about.names.push_back(about.full_name);
        if (about.child.empty())
            about.child = about.full_name;
        add_date(about, "born", text_in(*child, "date_of_birth"));
    }
    if (const auto* people = array_in(*object, "people"))
        for (const auto& person : *people)
            if (const auto* one = person.if_object()) {
                about.names.push_back(text_in(*one, "name"));
                about.people.push_back({text_in(*one, "name"), text_in(*one, "role")});
            }
    if (const auto* words = array_in(*object, "preferred_words"))
        for (const auto& word : *words)
            if (const auto* one = word.if_object())
                about.preferred.push_back({text_in(*one, "avoid"), text_in(*one, "use")});
    if (const auto* dates = array_in(*object, "key_dates"))
        for (const auto& date : *dates)
            if (const auto* one = date.if_object())
                add_date(about, text_in(*one, "event"), text_in(*one, "date"));
    return known;
}

void print(const std::string& id, const prose::Finding& finding, std::ostream& out) {
    out << to_text(JsonObject{{"id", id}, {"start", finding.begin}, {"end", finding.end},
                              {"category", prose::word(finding.category)},
                              {"severity", prose::word(prose::severity(finding.category))},
                              {"message", finding.message}, {"suggestion", finding.suggestion}})
        << "\n";
}

} // namespace

int run_check(const fs::path& pack, const std::vector<fs::path>& files, std::ostream& out, std::ostream& err) {
    auto loaded = policy::load(pack);
    if (!loaded) {
        for (const auto& refusal : loaded.refusals())
            err << refusal.message << "\n";
        return 1;
    }
    prose::Reader reader(policy::wording_of(*loaded));
    auto texts = texts_of(files);
    if (!texts) {
        err << texts.refusal().message << "\n";
        return 1;
    }
    for (const auto& file : *texts) {
        auto text = contents(file);
        auto known = beside_of(file);
        if (!text || !known) {
            err << (text ? known.refusal().message : "The file " + file.string() + " cannot be read.") << "\n";
            return 1;
        }
        auto id = file.stem().string();
        for (const auto& finding : prose::check(*text, reader, known->about))
            print(id, finding, out);
        if (const auto* type = loaded->record_type(known->type))
            for (auto missing : prose::missing_from(*text, reader, known->about, type->expects, known->type))
                out << to_text(JsonObject{{"id", id}, {"missing", prose::word(missing)}}) << "\n";
    }
    return 0;
}

} // namespace lifestory::app
