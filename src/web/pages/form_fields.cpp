#include "web/pages/form_fields.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "calendar/london.h"
#include "web/pages/file_lines.h"

namespace lifestory::web::pages {

namespace {

using policy::ItemType;

constexpr int most_rows = 40;

std::string number(int n) { return std::to_string(n); }

bool any_field(const desk::Fields& fields, const std::string& prefix) {
    for (auto at = fields.lower_bound(prefix); at != fields.end() && at->first.starts_with(prefix); ++at)
        if (!is_blank(at->second))
            return true;
    return false;
}

// One item's fields, and where what it says goes.
class FieldReader {
public:
    FieldReader(const FormSource& source, const policy::Item& item, ReadForm& out)
        : m_source(source), m_item(item), m_out(out), m_name("item." + item.id) {}

    void read() {
        auto value = this->value();
        auto not_known = trim(get(".not-known"));
        if (!value && !not_known.empty())
            value = record::NotKnown{not_known};
        if (value)
            m_out.form.answers.push_back({m_item.id, m_item.label, m_item.part, policy::name_of(m_item.type), *value});
    }

private:
    std::string get(const std::string& suffix) const { return field(m_source.fields, m_name + suffix); }

    std::optional<record::Value> value() {
        switch (m_item.type) {
        case ItemType::Text:
        case ItemType::Prose:
        case ItemType::Place:
        case ItemType::Number:
        case ItemType::Interval:
        case ItemType::Code: return text();
        case ItemType::Entry: return entries();
        case ItemType::Choice:
        case ItemType::Choices: return choices();
        case ItemType::YesNo: return yes_no();
        case ItemType::Day: return day();
        case ItemType::Instant: return instant();
        case ItemType::People:
        case ItemType::Person:
        case ItemType::Worker: return people();
        case ItemType::Seen: return seen();
        case ItemType::Views: return m_item.whose == "child" ? child_views() : others_views();
        case ItemType::Actions: return actions();
        case ItemType::Options: return options();
        case ItemType::Rows: return rows();
        case ItemType::Attachment: return attachment();
        case ItemType::Prompt: return std::nullopt; // advice beside a box
        }
        return std::nullopt;
    }

    void refuse_at(const std::string& suffix, std::string message) {
        m_out.refusals.push_back(refuse("not-readable", std::move(message), m_name + suffix));
    }

    std::optional<record::Value> text() {
        auto words = trim(get(""));
        if (m_item.type == ItemType::Place && words == "elsewhere")
            words = trim(get(".elsewhere"));
        if (words.empty())
            return std::nullopt;
        if (m_item.type == ItemType::Number && words.find_first_not_of("0123456789") != std::string::npos) {
            refuse_at("", "Write a number in figures at \"" + m_item.label + "\"");
            return std::nullopt;
        }
        return record::Text{words};
    }

    std::optional<record::Value> choices() {
        record::Choices value;
        for (const auto& line : lines_of(get(""))) {
            bool known = m_item.choices.empty() || std::any_of(m_item.choices.begin(), m_item.choices.end(),
                                                               [&](const auto& c) { return c.name == line || c.code == line; });
            if (known)
                value.chosen.push_back(line);
            else
                refuse_at("", "Choose from the list at \"" + m_item.label + "\"");
        }
        if (value.chosen.empty())
            return std::nullopt;
        if (m_item.type == ItemType::Choice)
            value.chosen.resize(1);
        return value;
    }

    std::optional<record::Value> yes_no() {
        auto said = get("");
        if (said != "yes" && said != "no")
            return std::nullopt;
        return record::YesNo{said == "yes"};
    }

    std::optional<record::Value> day() {
        auto read = read_day(m_source.fields, m_name);
        if (!read) {
            refuse_at(".day", read.refusal().message);
            return std::nullopt;
        }
        if (!*read)
            return std::nullopt;
        return record::OnDay{**read};
    }

    std::optional<record::Value> instant() {
        auto read = read_day(m_source.fields, m_name);
        auto time = calendar::parse_clock_time(trim(get(".time")));
        if (!read || !time) {
            if (!read || *read || !is_blank(get(".time")))
                refuse_at(read ? ".time" : ".day", read ? "Write a time like 16:30 at \"" + m_item.label + "\"" : read.refusal().message);
            return std::nullopt;
        }
        if (!*read)
            return std::nullopt;
        return record::AtInstant{calendar::instant_of({**read, *time, false})};
    }

    std::optional<record::Value> people() {
        record::People value;
        for (const auto& line : lines_of(get(""))) {
            if (line == "nobody") {
                value.nobody_else = true;
                continue;
            }
            auto known = std::find_if(m_source.known.begin(), m_source.known.end(), [&](const Known& k) { return k.value == line; });
            const auto child = m_source.child && m_item.type == ItemType::Person ? the_child(*m_source.child) : std::nullopt;
            if (child && child->value == line) {
                value.there.push_back(child->present);
                continue;
            }
            if (known == m_source.known.end()) {
                refuse_at("", "Say again who was there: somebody who was ticked is not with this record on that day");
                continue;
            }
            value.there.push_back(known->present);
        }
        for (int n = 1; n <= rows_in(m_source.fields, m_name); ++n) {
            auto row = "." + number(n);
            auto name = trim(get(row + ".name")), who = trim(get(row + ".who"));
            if (name.empty() && who.empty())
                continue;
            if (name.empty())
                refuse_at(row + ".name", "Give the full name of \"" + who + "\"");
            value.there.push_back({name, who, std::nullopt, std::nullopt});
        }
        if (value.there.empty() && !value.nobody_else)
            return std::nullopt;
        if (!value.there.empty())
            value.nobody_else = false;
        return value;
    }

    std::optional<record::Value> seen() {
        auto how = record::seen_of(get(""));
        if (!how)
            return std::nullopt;
        return record::SeenHow{*how};
    }

    std::optional<record::Value> child_views() {
        auto words = trim(get(".words"));
        if (words.empty())
            return std::nullopt;
        return record::Views{{{"child", "", std::nullopt, words, lines_of(get(".how")), trim(get(".through")), std::nullopt}}};
    }

    record::View view_of(const std::string& row, const std::string& words) const {
        record::View view{trim(get(row + ".name")), trim(get(row + ".who")), std::nullopt, words, lines_of(get(row + ".how")),
                          trim(get(row + ".through")), std::nullopt};
        auto chosen = get(row + ".person");
        for (const auto& known : m_source.known)
            if (known.value == chosen) {
                view.whose = known.present.full_name;
                view.who_they_are = known.present.who_they_are;
                view.person = known.present.person;
            }
        return view;
    }

    std::optional<record::Value> others_views() {
        record::Views value;
        for (int n = 1; n <= rows_in(m_source.fields, m_name); ++n) {
            auto row = "." + number(n);
            auto words = trim(get(row + ".words"));
            if (words.empty())
                continue;
            value.views.push_back(view_of(row, words));
            if (value.views.back().whose.empty())
                refuse_at(row + ".name", "Say whose words these are");
        }
        return value.views.empty() ? std::nullopt : std::optional<record::Value>(value);
    }

    std::optional<record::Value> actions() {
        record::Actions value;
        for (int n = 1; n <= rows_in(m_source.fields, m_name); ++n) {
            auto row = "." + number(n);
            auto what = trim(get(row + ".what"));
            if (what.empty()) // the day and who it is stand ready in the form: alone they say nothing
                continue;
            record::Action action{what, who_of(get(row + ".who")), std::nullopt, trim(get(row + ".serves"))};
            auto by = read_day(m_source.fields, m_name + row + ".by");
            if (by)
                action.by = *by;
            else
                refuse_at(row + ".by.day", by.refusal().message);
            value.actions.push_back(std::move(action));
        }
        return value.actions.empty() ? std::nullopt : std::optional<record::Value>(value);
    }

    std::string who_of(const std::string& chosen) const {
        for (const auto& known : m_source.known)
            if (known.value == chosen)
                return known.present.full_name;
        return trim(chosen);
    }

    std::optional<record::Value> options() {
        record::Options value;
        for (int n = 1; n <= rows_in(m_source.fields, m_name); ++n) {
            auto row = "." + number(n);
            auto what = trim(get(row + ".what"));
            if (!what.empty())
                value.options.push_back({what, trim(get(row + ".why-not"))});
        }
        return value.options.empty() ? std::nullopt : std::optional<record::Value>(value);
    }

    std::optional<record::Value> rows() {
        record::Rows value;
        for (int n = 1; n <= rows_in(m_source.fields, m_name); ++n) {
            std::vector<std::string> cells;
            for (std::size_t column = 1; column <= m_item.columns.size(); ++column)
                cells.push_back(trim(get("." + number(n) + "." + std::to_string(column))));
            if (std::any_of(cells.begin(), cells.end(), [](const auto& cell) { return !cell.empty(); }))
                value.rows.push_back(std::move(cells));
        }
        return value.rows.empty() ? std::nullopt : std::optional<record::Value>(value);
    }

    std::optional<record::Value> attachment() {
        record::Files value{{}, trim(get(".kept-at"))};
        for (const auto& line : lines_of(get(".files")))
            if (auto file = file_in_line(line))
                value.files.push_back(std::move(*file));
            else
                refuse_at(".files", "A file at \"" + m_item.label + "\" cannot be read: put it with this again");
        return value.files.empty() && value.kept_at.empty() ? std::nullopt : std::optional<record::Value>(value);
    }

    std::optional<record::Value> entries() {
        record::Entries value;
        for (const auto& line : lines_of(get(""))) {
            const auto number = EntryId::parse(line);
            const auto* story = number && m_source.child ? m_source.child->find(*number) : nullptr;
            if (story && story->entry.id == *number)
                value.entries.push_back({*number, story->name(), story->day()});
            else
                refuse_at("", "Choose again at \"" + m_item.label + "\": one of them is not in this record");
        }
        return value.entries.empty() ? std::nullopt : std::optional<record::Value>(value);
    }

    const FormSource& m_source;
    const policy::Item& m_item;
    ReadForm& m_out;
    std::string m_name;
};

} // namespace

std::optional<Known> the_child(const record::Child& child) {
    return child.person ? std::optional(Known{"person:" + child.person->hex(), {child.name(), "", *child.person, std::nullopt}}) : std::nullopt;
}

std::string field(const desk::Fields& fields, const std::string& name) {
    auto at = fields.find(name);
    return at == fields.end() ? std::string() : at->second;
}

std::vector<std::string> lines_of(const std::string& value) {
    std::vector<std::string> lines;
    for (const auto& line : split(value, '\n'))
        if (auto trimmed = trim(line); !trimmed.empty() && std::find(lines.begin(), lines.end(), trimmed) == lines.end())
            lines.push_back(trimmed);
    return lines;
}

int rows_in(const desk::Fields& fields, const std::string& name) {
    int highest = 0;
    for (int n = 1; n <= most_rows; ++n)
        if (any_field(fields, name + "." + number(n) + "."))
            highest = n;
    return highest;
}

Result<std::optional<calendar::Day>> read_day(const desk::Fields& fields, const std::string& name) {
    auto part = [&](const char* suffix) { return trim(field(fields, name + suffix)); };
    auto day = part(".day"), month = part(".month"), year = part(".year");
    if (day.empty() && month.empty() && year.empty())
        return std::optional<calendar::Day>();
    auto as_number = [](const std::string& text) {
        int value = -1;
        auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        return read.ec == std::errc() && read.ptr == text.data() + text.size() ? value : -1;
    };
    int d = as_number(day), m = as_number(month), y = as_number(year);
    if (d < 1 || m < 1 || y < 0)
        return refuse("not-a-day", "Write the day, the month and the year in figures, like 23 12 2026", name + ".day");
    if (year.size() == 2)
        y += y > 40 ? 1900 : 2000;
    if (y < 1900)
        return refuse("not-a-day", "Write the year in four figures, like 2026", name + ".day");
    auto read = calendar::day_of(y, static_cast<unsigned>(m), static_cast<unsigned>(d));
    if (!read)
        return refuse("not-a-day", "There is no " + day + " " + month + " " + year + " in the calendar", name + ".day");
    return std::optional(*read);
}

ReadForm read_form(const FormSource& source) {
    ReadForm out;
    out.form.record_type = source.type.id;
    out.form.name = source.type.name;
    for (const auto* item : source.asked)
        FieldReader(source, *item, out).read();
    return out;
}

} // namespace lifestory::web::pages
