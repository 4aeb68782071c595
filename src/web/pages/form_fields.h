// From what was typed to what is kept: the fields of a record's page become answers of its record type, with every
// refusal at once, each at its field. How fields are named is told here, once, for the page, its script, and tests.
//
//   item.ID                    text, prose, place, number, interval, code; choice; choices (a value a line);
//                              yes-no ("yes", "no"); seen ("seen alone"); options as rows below
//   item.ID.elsewhere          a place that is in no list, when item.ID is "elsewhere"
//   item.ID.day .month .year   a day; an instant has .time too
//   item.ID                    people, person, worker: ticks, a value a line: "person:HEX", "worker:HEX", "nobody"
//   item.ID.N.name .who        people typed by hand, N from 1
//   item.ID.words .how .through   the child's own views; .how a value a line
//   item.ID.N.person .name .who .words .how .through   others' views
//   item.ID.N.what .who .by.day .by.month .by.year .serves   actions
//   item.ID.N.what .why-not    options considered
//   item.ID.N.COLUMN           rows; COLUMN counts from 1
//   item.ID                    entry: entries of this record, a number a line
//   item.ID.files .kept-at     an attachment: a file a line (file_lines.h), and where it is kept
//   item.ID.not-known          why the answer is not known (an item that must be answered, or said not to be known)
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "desk/draft.h"
#include "policy/record_type.h"
#include "record/child.h"
#include "record/form.h"

namespace lifestory::web::pages {

// Somebody who can be ticked: from the child's family or the workers.
struct Known {
    std::string value; // "person:HEX", "worker:HEX"
    record::Present present;
};

std::optional<Known> the_child(const record::Child& child); // whose record it is; none where no person of the family is that child

// What could be read, and what could not. `form` holds every answer that could: a draft in any state gives one.
struct ReadForm {
    record::Form form;
    Refusals refusals;
};

struct FormSource {
    const policy::RecordType& type;
    std::span<const policy::Item* const> asked;
    const desk::Fields& fields;
    std::span<const Known> known;
    const record::Child* child = nullptr; // whose entries an item of type entry names
};

ReadForm read_form(const FormSource& source);

// A day of three boxes: absent when all are empty; refused, at NAME.day, when it is no day.
Result<std::optional<calendar::Day>> read_day(const desk::Fields& fields, const std::string& name);
std::string field(const desk::Fields& fields, const std::string& name); // empty when absent
std::vector<std::string> lines_of(const std::string& value);            // a tick box's values
int rows_in(const desk::Fields& fields, const std::string& name);       // the highest N of the field NAME.N that holds anything

// The fields of a form already read: for going on with what was said through another door.
desk::Fields fields_of(const record::Form& form);
void put_day(desk::Fields& fields, const std::string& name, calendar::Day day);

} // namespace lifestory::web::pages
