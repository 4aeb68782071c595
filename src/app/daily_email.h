// The short e-mail of each working day: what is late, due today and due this week, without a name. Sent at the hour of
// the settings, to each worker once a day, also when the program was started again meanwhile.
#pragma once

#include "app/mail.h"
#include "web/http/log.h"
#include "web/pages/house.h"

namespace lifestory::app {

// A working day in London, at the hour or up to six hours after it: what comes later waits for the next working day.
bool is_time_for_daily_email(const MailSettings& settings, calendar::Instant now, const calendar::Calendar& working_days);

// What one worker is told; none: it is nobody who has work here.
std::optional<Email> daily_email_for(const web::pages::House& house, WorkerNumber worker);

enum class Round { Done, TryAgain }; // TryAgain: the server could not be reached, or asks to be asked again

// One e-mail to each who has not had today's, if it is time. Whoever's could not be sent is left for the next round.
Round send_daily_emails(const web::pages::House& house, const MailSettings& settings, const web::http::Log& log);

} // namespace lifestory::app
