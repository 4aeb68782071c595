#include "app/commands/clauses.h"

#include <algorithm>
#include <map>
#include <ostream>
#include <vector>

#include "app/commands/check_pack.h"
#include "base/json.h"
#include "policy/answers.h"

namespace lifestory::app {

namespace {

namespace fs = std::filesystem;

bool is_of_clause(const std::string& stem, const std::string& clause) {
    if (!stem.starts_with(clause))
        return false;
    return stem.size() == clause.size() || stem[clause.size()] == '_' || stem[clause.size()] == '-' || stem[clause.size()] == '.';
}

// The files of cases, from the folder that holds packs/.
std::vector<fs::path> case_files(const fs::path& pack) {
    std::error_code error;
    auto house = fs::absolute(pack, error).lexically_normal();
    if (!house.has_filename())
        house = house.parent_path();
    house = house.parent_path().parent_path();
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator at(house / "tests" / "acceptance", error), end; !error && at != end; at.increment(error))
        if (at->is_regular_file())
            files.push_back(at->path().lexically_relative(house));
    std::ranges::sort(files);
    return files;
}

JsonArray cases_of(const std::string& clause, const std::vector<fs::path>& files) {
    JsonArray cases;
    for (const auto& file : files)
        if (is_of_clause(file.stem().string(), clause))
            cases.emplace_back(file.generic_string());
    return cases;
}

JsonObject line_of(const policy::AnsweredClause& answered, const std::vector<fs::path>& files) {
    JsonArray how;
    for (const auto& rule : answered.how)
        how.emplace_back(rule);
    JsonObject line{{"clause", answered.clause}, {"answer", policy::name_of(answered.answer)}, {"how", std::move(how)},
                    {"cases", cases_of(answered.clause, files)}};
    if (answered.answer == policy::Answer::Outside)
        line.emplace("why", answered.why);
    return line;
}

} // namespace

int run_clauses(const fs::path& pack, std::ostream& out, std::ostream& err) {
    auto opened = opened_pack(pack, err);
    if (!opened)
        return 1;
    auto files = case_files(pack);
    for (const auto& answered : policy::answered_clauses(*opened))
        out << to_text(line_of(answered, files)) << "\n";
    return 0;
}

} // namespace lifestory::app
