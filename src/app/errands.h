// What a served house does by itself, beside answering: forgets what on the desk has had its time, counts anew what a
// day, a pack or a holiday left behind, and sends the daily e-mail. Runs on a thread of its own until it goes out of scope.
#pragma once

#include <optional>
#include <thread>

#include "app/settings.h"
#include "web/pages/house.h"

namespace lifestory::app {

class Errands {
public:
    Errands(const web::pages::House& house, const std::optional<MailSettings>& mail); // the house outlives it

private:
    std::jthread m_thread;
};

} // namespace lifestory::app
