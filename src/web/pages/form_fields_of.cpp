// The other direction of form_fields.h: what was read, as the fields that a page shows.
#include "web/pages/form_fields.h"

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"
#include "web/pages/file_lines.h"

namespace lifestory::web::pages {

namespace {

void put(desk::Fields& fields, const std::string& name, const std::string& value) {
    if (!value.empty())
        fields[name] = value;
}

std::string value_of(const record::Present& present) {
    if (present.person)
        return "person:" + present.person->hex();
    if (present.worker)
        return "worker:" + present.worker->hex();
    return "";
}

// Writes one answer's value under its name.
class Writer {
public:
    Writer(desk::Fields& fields, const record::Answer& answer) : m_fields(fields), m_name("item." + answer.item) {}

    void operator()(const record::Text& value) { put(m_fields, m_name, value.words); }
    void operator()(const record::Choices& value) { put(m_fields, m_name, join(value.chosen, "\n")); }
    void operator()(const record::YesNo& value) { put(m_fields, m_name, value.yes ? "yes" : "no"); }
    void operator()(const record::OnDay& value) { put_day(m_fields, m_name, value.day); }
    void operator()(const record::NotKnown& value) { put(m_fields, m_name + ".not-known", value.why); }
    void operator()(const record::SeenHow& value) { put(m_fields, m_name, std::string(record::word_of(value.seen))); }

    void operator()(const record::AtInstant& value) {
        put_day(m_fields, m_name, calendar::london_day(value.instant));
        put(m_fields, m_name + ".time", calendar::clock_time(value.instant));
    }

    void operator()(const record::People& value) {
        std::vector<std::string> ticked;
        if (value.nobody_else)
            ticked.push_back("nobody");
        for (const auto& present : value.there) {
            if (auto known = value_of(present); !known.empty()) {
                ticked.push_back(known);
                continue;
            }
            auto row = next_row();
            put(m_fields, row + "name", present.full_name);
            put(m_fields, row + "who", present.who_they_are);
        }
        put(m_fields, m_name, join(ticked, "\n"));
    }

    void operator()(const record::Views& value) {
        for (const auto& view : value.views) {
            auto row = view.whose == "child" ? m_name + "." : next_row();
            if (view.person)
                put(m_fields, row + "person", "person:" + view.person->hex());
            else if (view.whose != "child")
                put(m_fields, row + "name", view.whose), put(m_fields, row + "who", view.who_they_are);
            put(m_fields, row + "words", view.words);
            put(m_fields, row + "how", join(view.how, "\n"));
            put(m_fields, row + "through", view.through);
        }
    }

    void operator()(const record::Actions& value) {
        for (const auto& action : value.actions) {
            auto row = next_row();
            put(m_fields, row + "what", action.what);
            put(m_fields, row + "who", action.who);
            if (action.by)
                put_day(m_fields, row + "by", *action.by);
            put(m_fields, row + "serves", action.serves);
        }
    }

    void operator()(const record::Options& value) {
        for (const auto& option : value.options) {
            auto row = next_row();
            put(m_fields, row + "what", option.what);
            put(m_fields, row + "why-not", option.why_not);
        }
    }

    void operator()(const record::Files& value) {
        std::vector<std::string> lines;
        for (const auto& file : value.files)
            lines.push_back(line_of(file));
        put(m_fields, m_name + ".files", join(lines, "\n"));
        put(m_fields, m_name + ".kept-at", value.kept_at);
    }

    void operator()(const record::Entries& value) {
        std::vector<std::string> lines;
        for (const auto& one : value.entries)
            lines.push_back(one.entry.hex());
        put(m_fields, m_name, join(lines, "\n"));
    }

    void operator()(const record::Rows& value) {
        for (const auto& cells : value.rows) {
            auto row = next_row();
            for (std::size_t column = 0; column < cells.size(); ++column)
                put(m_fields, row + std::to_string(column + 1), cells[column]);
        }
    }

private:
    std::string next_row() { return fmt::format("{}.{}.", m_name, ++m_rows); }

    desk::Fields& m_fields;
    std::string m_name;
    int m_rows = 0;
};

} // namespace

void put_day(desk::Fields& fields, const std::string& name, calendar::Day day) {
    std::chrono::year_month_day ymd{day};
    fields[name + ".day"] = std::to_string(unsigned(ymd.day()));
    fields[name + ".month"] = std::to_string(unsigned(ymd.month()));
    fields[name + ".year"] = std::to_string(int(ymd.year()));
}

desk::Fields fields_of(const record::Form& form) {
    desk::Fields fields;
    for (const auto& answer : form.answers)
        std::visit(Writer(fields, answer), answer.value);
    return fields;
}

} // namespace lifestory::web::pages
