// What was not brought in as it stood: cells written in another way, and rows left out, each with why. By the number that the other
// system gave a person; no names, so that whoever runs the program reads no more of a child than they have to.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace lifestory::app::bring_in {

struct At {
    std::string file;
    std::size_t line = 0; // 0: the whole file
};

struct Missing {
    std::string person; // empty: of nobody who could be told
    At at;
    std::string column;
    std::string why;
};

// Rows of one person, file and column that were changed for the same reason; the first of them as an example.
struct Changed {
    std::string person;
    At at;
    std::string column, was, is, why;
    std::size_t rows = 1;
};

class Notes {
public:
    void missing(Missing one) { m_missing[one.person].push_back(std::move(one)); }
    void changed(Changed one) {
        auto [found, is_new] = m_changed[one.person].try_emplace({one.at.file, one.column, one.why}, one);
        if (!is_new)
            ++found->second.rows;
    }
    std::vector<Missing> missing_of(const std::string& person) const {
        auto found = m_missing.find(person);
        return found == m_missing.end() ? std::vector<Missing>{} : found->second;
    }
    std::vector<Changed> changed_of(const std::string& person) const {
        std::vector<Changed> all;
        if (auto found = m_changed.find(person); found != m_changed.end())
            for (const auto& [key, one] : found->second)
                all.push_back(one);
        return all;
    }
    template <class Known> // rows that name nobody whom the caller knows
    std::vector<Missing> missing_beside(const Known& known) const {
        std::vector<Missing> all;
        for (const auto& [person, rows] : m_missing)
            if (!known(person))
                all.insert(all.end(), rows.begin(), rows.end());
        return all;
    }
    template <class Known>
    std::vector<Changed> changed_beside(const Known& known) const {
        std::vector<Changed> all;
        for (const auto& [person, rows] : m_changed)
            if (!known(person))
                for (const auto& [key, one] : rows)
                    all.push_back(one);
        return all;
    }

private:
    std::map<std::string, std::vector<Missing>> m_missing;
    std::map<std::string, std::map<std::tuple<std::string, std::string, std::string>, Changed>> m_changed;
};

std::string place_of(const At& at, const std::string& column); // "case_notes.csv, line 7, column note_date"
std::string said_of(const Changed& changed);                   // why, with the first as an example, and in how many rows

} // namespace lifestory::app::bring_in
