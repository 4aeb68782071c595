// The answers of the demonstration's data as answers of a record type, labelled as its form asks them.
#pragma once


#include "app/demo/data.h"
#include "policy/record_type.h"
#include "record/form.h"

namespace lifestory::app::demo {

// Everybody and every entry that an answer can name, as they are to the child whose record it is.
struct People {
    std::map<std::string, record::Present, std::less<>> persons, workers; // by id
    std::map<std::string, record::NamedEntry, std::less<>> entries;      // of the same record, signed before, by id
    std::string child;                                                   // the id of that child
};

// The answers of an entry, and those of one child laid over them. Items that the type does not know, and answers of
// another shape than the item's, are problems at their place.
record::Form form_of(const policy::RecordType& type, const Node* answers, const Node* of_the_child, const People& people,
                     policy::Problems& problems);

} // namespace lifestory::app::demo
