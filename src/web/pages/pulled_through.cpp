#include "web/pages/pulled_through.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace lifestory::web::pages {

namespace {

constexpr std::string_view sources_item = "pulled-through";

std::string field_of(int number, std::string_view of) { return fmt::format("pulled.{}.{}", number, of); }

int next_number(const desk::Fields& fields) {
    int number = 1;
    while (fields.contains(field_of(number, "item")))
        ++number;
    return number;
}

// A page posts whom it knows by number.
std::string by_name(const std::string& value, const std::vector<Known>& known) {
    const auto found = std::ranges::find(known, value, &Known::value);
    return found == known.end() ? value : found->present.full_name;
}

// All cells of a row, each with its name; the same again only where none was changed.
std::string cells_of(const desk::Fields& fields, const std::string& row, const std::vector<Known>& known) {
    std::vector<std::string> cells;
    for (auto at = fields.lower_bound(row); at != fields.end() && at->first.starts_with(row); ++at)
        if (const auto value = trim(at->second); !value.empty())
            cells.push_back(at->first.substr(row.size()) + "=" + by_name(value, known));
    return join(cells, "; ");
}

std::string row_of(const std::string& item, int number) { return fmt::format("item.{}.{}.", item, number); }

// The cell by which a row is known, and to which a link can lead.
std::string first_cell(const desk::Fields& fields, const std::string& row) { return fields.contains(row + "what") ? row + "what" : row + "1"; }

bool is_in_rows(const policy::Item& item) { return item.type == policy::ItemType::Rows || item.type == policy::ItemType::Actions; }

class Looker {
public:
    explicit Looker(const DraftView& view) : m_view(view), m_fields(view.draft.fields) {}

    std::vector<DraftFinding> found() {
        for (int number = 1; m_fields.contains(field_of(number, "item")); ++number)
            look_for(number);
        return std::move(m_found);
    }

private:
    std::string pulled(int number, std::string_view of) const { return field(m_fields, field_of(number, of)); }

    void look_for(int number) {
        const auto* item = m_view.type->item(pulled(number, "item"));
        const auto words = pulled(number, "words");
        if (!item || words.empty())
            return;
        if (is_in_rows(*item))
            return look_for_row(number, *item, words);
        const auto box = "item." + item->id;
        const auto at = field(m_fields, box).find(words);
        if (at != std::string::npos)
            add(number, box, "", at, words);
    }

    // Rows move up when one above them is taken out.
    void look_for_row(int number, const policy::Item& item, const std::string& cells) {
        for (int place = 1; place <= rows_in(m_fields, "item." + item.id); ++place)
            if (const auto row = row_of(item.id, place); cells_of(m_fields, row, m_view.known) == cells) {
                const auto box = first_cell(m_fields, row);
                return add(number, box, row, 0, field(m_fields, box));
            }
    }

    void add(int number, const std::string& box, const std::string& row, std::size_t begin, const std::string& words) {
        if (std::ranges::any_of(m_found, [&](const auto& one) { return one.box == box && one.finding.begin == begin; }))
            return;
        DraftFinding found;
        found.box = box;
        found.row = row;
        found.from = pulled(number, "from");
        found.words = words;
        found.leave_in = "still-true";
        found.must_say_why = true;
        found.finding.begin = begin;
        found.finding.end = begin + words.size();
        found.finding.category = prose::Category::RepeatedText;
        found.finding.message = "This comes from: " + found.from + ". Still true today?";
        if (auto entry = EntryId::parse(pulled(number, "entry")); entry && m_view.open && m_view.open->child->find(*entry)) {
            found.link = "Read where it comes from";
            found.at = path("/children/{}/entries/{}", m_view.open->record.hex(), entry->hex());
        }
        m_found.push_back(std::move(found));
    }

    const DraftView& m_view;
    const desk::Fields& m_fields;
    std::vector<DraftFinding> m_found;
};

} // namespace

void put_pulled(desk::Fields& fields, const Pulled& pulled, const std::string& words) {
    const auto number = next_number(fields);
    fields[field_of(number, "item")] = pulled.item;
    fields[field_of(number, "words")] = words;
    fields[field_of(number, "from")] = pulled.from;
    if (pulled.entry)
        fields[field_of(number, "entry")] = pulled.entry->hex();
}

void put_pulled_rows(desk::Fields& fields, const Pulled& pulled, int first) {
    for (int place = first; place <= rows_in(fields, "item." + pulled.item); ++place)
        if (auto cells = cells_of(fields, row_of(pulled.item, place), {}); !cells.empty())
            put_pulled(fields, pulled, cells);
}

bool is_of_pulled(std::string_view field) { return field.starts_with("pulled."); }

std::vector<DraftFinding> still_pulled(const DraftView& view) { return view.type ? Looker(view).found() : std::vector<DraftFinding>(); }

std::string written_anew(const DraftView& view, const std::string& box) {
    auto words = field(view.draft.fields, box);
    for (const auto& one : still_pulled(view))
        if (const auto at = one.box == box ? words.find(one.words) : std::string::npos; at != std::string::npos)
            words.erase(at, one.words.size());
    return words;
}

bool says_where_words_are_from(const record::Answer& answer) { return answer.item == sources_item; }

void add_what_was_pulled(const DraftView& view, record::Form& form) {
    record::Rows rows;
    for (const auto& one : view.findings)
        if (!one.from.empty() && one.row.empty())
            rows.rows.push_back({quoted(one), one.from});
    if (!rows.rows.empty())
        form.answers.push_back({std::string(sources_item), "Words that came from the record: how they begin, and where they are from", "for-professionals", "rows", rows});
}

} // namespace lifestory::web::pages
