// What every handler is given: the contracts behind which the record, the lists and the desk stand, the one door, the
// pack in force, the clock. Made once by app; handlers keep a reference and nothing else.
#pragma once

#include <string>

#include "access/door.h"
#include "base/virus_scanner.h"
#include "calendar/clock.h"
#include "calendar/london.h"
#include "desk/desk.h"
#include "desk/sign_in.h"
#include "index/index.h"
#include "ledger/ledger.h"
#include "policy/obligation.h"
#include "policy/pack.h"
#include "web/pages/layout.h"
#include "web/pages/searches.h"
#include "web/pages/shown_words.h"

namespace lifestory::web::pages {

struct House {
    ledger::Ledger& ledger;
    index::Index& index;
    desk::Desk& desk;
    access::Door& door;
    const policy::RuleBooks& books;
    const desk::Passwords& passwords;
    desk::Throttle& throttle;
    Searches& searches;
    calendar::Clock clock;
    Installation installation;        // what the shell of each page says of the authority
    desk::SecondFactor second_factor = desk::SecondFactor::CodeNeeded;
    Bytes offline_secret;             // the server's alone: keys for words kept on a device are made of it
    Html sign_in_help;                // the demonstration: who to sign in as; else empty
    std::string first_code;           // opens the page on which the first administrator signs up; empty: there is none
    std::string public_address;       // "https://lifestory.northmere.example": stands before a path that is used outside the pages
    std::string daily_email_at;       // "08:00": when the daily e-mail goes; empty: there is none
    VirusScanner scanner;             // of what is put in; empty: there is none
    std::shared_ptr<ShownWords> shown_words = std::make_shared<ShownWords>();

    const policy::Pack& pack() const { return books.in_force->pack(); }
    calendar::Instant now() const { return clock.now(); }
    calendar::Day today() const { return calendar::london_day(now()); }
};

} // namespace lifestory::web::pages
