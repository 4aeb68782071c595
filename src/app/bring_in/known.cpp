#include "app/bring_in/known.h"

#include <cctype>
#include <set>

#include <fmt/format.h>

#include "access/names.h"
#include "base/text.h"
#include "record/identifiers.h"

namespace lifestory::app::bring_in {

namespace {

using Given = std::pair<std::string, std::string>; // "nhs-number" and the number, as it is kept

std::vector<Given> numbers_of(const PersonIn& person) {
    std::vector<Given> all;
    for (const auto& fact : person.facts)
        if (fact.id == "nhs-number")
            all.emplace_back(fact.id, record::read_nhs_number(fact.value).written);
        else if (fact.id == "unique-pupil-number")
            all.emplace_back(fact.id, record::read_pupil_number(fact.value).written);
    return all;
}

class Known {
public:
    Known(const Source& source, const Numbers& numbers, const ledger::Ledger& ledger, const index::Index& index)
        : m_source(source), m_ledger(ledger), m_index(index) {
        for (const auto& one : source.persons)
            if (one.is_child)
                m_own[one.id] = numbers.number<RecordNumber>("child", one.id);
        for (const auto& [id, record] : m_own)
            m_of_tables.insert(record);
        learn_names();
        learn_numbers();
    }

    std::map<std::string, std::string> held() {
        std::map<std::string, std::string> all;
        for (const auto& one : m_source.persons) // those of an earlier run come before those that it held back
            if (one.is_child && m_ledger.length(m_own.at(one.id)) > 0)
                is_first(one);
        for (const auto& one : m_source.persons)
            if (one.is_child && one.not_the_same.empty() && m_ledger.length(m_own.at(one.id)) == 0)
                if (auto why = why_held(one); !why.empty())
                    all.emplace(one.id, std::move(why));
        return all;
    }

private:
    static constexpr std::string_view way_out = "If it is another child, say why under pers_not_the_same_because; if not, bring the notes in by hand";

    void learn_names() {
        for (const auto& row : m_index.naming_entries(0))
            if (auto opened = m_ledger.read_entry(row.number))
                if (auto entry = record::read_entry(*opened))
                    m_names.learn(*entry);
    }

    // Only when the tables give such a number to anybody: each child's facts are read for it.
    void learn_numbers() {
        std::set<Given> asked;
        for (const auto& one : m_source.persons)
            if (one.is_child)
                for (auto& given : numbers_of(one))
                    asked.insert(given);
        if (asked.empty())
            return;
        for (const auto& child : m_index.children())
            if (!m_of_tables.contains(child))
                for (const auto& row : m_index.entries_of_kind(child, record::BasicDetail::kind_word))
                    if (auto opened = m_ledger.read_entry(row.number))
                        if (auto entry = record::read_entry(*opened))
                            if (const auto* detail = std::get_if<record::BasicDetail>(&entry->content); detail && asked.contains({detail->fact, detail->value}))
                                m_given.emplace(Given{detail->fact, detail->value}, child);
    }

    // "Zoe O'Brien" is "zoe obrien".
    static std::string letters_alone(const std::string& name) {
        auto letters = fold(name);
        std::erase_if(letters, [](unsigned char one) { return one < 0x80 && !std::isalnum(one); });
        return letters;
    }

    using NameAndDay = std::pair<std::string, std::string>;
    static std::optional<NameAndDay> name_and_day(const PersonIn& one) {
        const auto day = one.said.born ? one.said.born : one.said.expected;
        return day ? std::optional(NameAndDay{letters_alone(one.said.full_name), calendar::iso(*day)}) : std::nullopt;
    }

    void is_first(const PersonIn& one) {
        for (const auto& given : numbers_of(one))
            m_given_in_tables.try_emplace(given, one.id);
        if (auto named = name_and_day(one))
            m_named_in_tables.try_emplace(*named, one.id);
    }

    std::string why_held(const PersonIn& one) {
        for (const auto& given : numbers_of(one)) {
            const auto called = given.first == "nhs-number" ? "NHS number" : "unique pupil number";
            if (auto found = m_given.find(given); found != m_given.end())
                return fmt::format("A child with this {} is here already, record {}. {}", called, found->second.hex(), way_out);
            if (auto [first, is_new] = m_given_in_tables.try_emplace(given, one.id); !is_new)
                return fmt::format("Child {} of these tables has the same {}. {}", first->second, called, way_out);
        }
        auto day = one.said.born ? one.said.born : one.said.expected;
        if (!day)
            return {};
        for (const auto& name : {one.said.full_name, one.said.known_as}) {
            if (name.empty())
                continue;
            auto wanted = access::wanted(name);
            wanted.born = *day;
            for (const auto& match : m_names.search(wanted))
                if (match.who.child && !m_of_tables.contains(*match.who.child))
                    return fmt::format("A child of nearly this name, born on this day, is here already, record {}. {}", match.who.child->hex(), way_out);
        }
        if (auto [first, is_new] = m_named_in_tables.try_emplace(*name_and_day(one), one.id); !is_new)
            return fmt::format("Child {} of these tables has the same name and was born on the same day. {}", first->second, way_out);
        return {};
    }

    const Source& m_source;
    const ledger::Ledger& m_ledger;
    const index::Index& m_index;
    std::map<std::string, RecordNumber> m_own;
    std::set<RecordNumber> m_of_tables;
    access::Names m_names;
    std::map<Given, RecordNumber> m_given;
    std::map<Given, std::string> m_given_in_tables;
    std::map<NameAndDay, std::string> m_named_in_tables;
};

} // namespace

std::map<std::string, std::string> known_already(const Source& source, const Numbers& numbers, const ledger::Ledger& ledger, const index::Index& index) {
    return Known(source, numbers, ledger, index).held();
}

} // namespace lifestory::app::bring_in
