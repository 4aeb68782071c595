// Who is asked to a meeting, who came and who sent word, as the fields of its draft say it: one person in several items, found by name. What each child's part
// says of who may hear about that child stands in the fields of that part alone. Pure.
#pragma once

#include <string>
#include <vector>

#include "record/form.h"
#include "web/pages/form_fields.h"

namespace lifestory::web::pages {

inline constexpr std::string_view invited_item = "invited", came_item = "people", word_item = "sent-word", hears_item = "may-hear";

struct Guest {
    std::string full_name, who; // "Helen Frost", "school nurse"
    std::string value;          // "person:HEX", "worker:HEX"; empty: known by name alone
    bool operator==(const Guest&) const = default;
};

std::string named(const Guest& guest);                     // "Helen Frost, school nurse"
bool is_same(const Guest& one, const Guest& other);        // the same name, and nothing that tells them apart

// Rows of an item, as they stand in fields. Written anew they stand one after another.
std::vector<std::vector<std::string>> rows_of(const desk::Fields& fields, std::string_view item, std::size_t columns);
void set_rows(desk::Fields& fields, std::string_view item, const std::vector<std::vector<std::string>>& rows);

std::vector<Guest> guests_in(const desk::Fields& fields, std::string_view item); // of rows: name and who they are
void add_guests(std::vector<Guest>& all, const std::vector<Guest>& more);        // without those who are there; a number is taken over

bool may_hear(const desk::Fields& part, const Guest& guest);
void say_may_hear(desk::Fields& part, const Guest& guest, bool may);

// "by letter, 1 December 2026"; each time that they were asked.
std::vector<std::string> ways_asked(const desk::Fields& for_all, const Guest& guest);
void say_asked(desk::Fields& for_all, const Guest& guest, const std::string& how, calendar::Day on); // once for the same way and day

enum class Coming { NotKnown, Came, DidNotCome };
Coming coming_of(const desk::Fields& for_all, const Guest& guest);
std::string word_of(const desk::Fields& for_all, const Guest& guest);
void say_coming(desk::Fields& for_all, const Guest& guest, Coming coming, const std::string& word);

// Of a meeting that is signed: whether this child's own entry says that somebody, "Helen Frost, school nurse", may hear about that child.
enum class Hears { NobodySaid, Yes, No }; // NobodySaid: of no one, in this entry
Hears hears_about(const record::Form& meeting, const std::string& person);

} // namespace lifestory::web::pages
