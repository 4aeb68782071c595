// The rows of a chronology as markup: a table, which a phone shows as cards under their date and age.
#pragma once

#include <string>
#include <vector>

#include "web/html/components.h"
#include "web/pages/chronology_of.h"

namespace lifestory::web::pages {

enum class Columns { All, ForCourt }; // for a court without what it meant and what was done

struct ChronologyTable {
    const access::OpenRecord& open;
    std::vector<const chronology::Row*> rows; // in the order to be shown
    std::vector<chronology::Gap> gaps;        // pointed out between the rows; of a table in the order of time alone
    Columns columns = Columns::All;
    bool may_tell = false; // with a press to tell a row in other words
    bool by_theme = false; // under headings of themes; else of years
};

Html chronology_table(const ChronologyTable& table);

// As the child reads it: under each day and her age what happened, in words to her, one below the other.
Html rows_for_child(const record::Child& child, const std::vector<const chronology::Row*>& rows, int heading_level);

} // namespace lifestory::web::pages
