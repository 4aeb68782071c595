// Sends e-mail through the server of the settings (SMTP by libcurl). What is said, and to whom, is daily_email.h's.
#pragma once

#include <memory>
#include <string>

#include "app/settings.h"
#include "base/result.h"
#include "calendar/day.h"

namespace lifestory::app {

struct Email {
    std::string to, subject; // the subject in plain letters (ASCII)
    std::string text;        // UTF-8, lines ended by \n
    calendar::Instant at{};
};

// One connection, kept between letters. One thread at a time.
class Post {
public:
    explicit Post(const MailSettings& settings);
    ~Post();

    // Refuses "no-mail-server" when the server cannot be reached, trusted or signed in to: then no other will go either;
    // "mail-later" when it asks to be asked again; "mail-refused" when it will never take this one; "mail-unknown" when
    // the line was cut before it said so: it may have been taken. The message says why, without an address.
    Outcome send(const Email& email);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lifestory::app
