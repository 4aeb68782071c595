#include "app/errands.h"

#include <condition_variable>
#include <mutex>

#include "app/daily_email.h"
#include "web/pages/draft_files.h"

namespace lifestory::app {

namespace {

using std::chrono::minutes;
using std::chrono::steady_clock;

constexpr minutes between_sweeps{10}, between_looks_at_the_clock{1}, until_tried_again{10};

// One errand that comes due again and again.
struct Turn {
    steady_clock::time_point next = steady_clock::now();
    bool is_due() const { return steady_clock::now() >= next; }
    void again_in(minutes wait) { next = steady_clock::now() + wait; }
};

// The machine failed in an errand: said in the log, and tried again; answering goes on.
template <class Do>
void try_to(Do errand) {
    try {
        errand();
    } catch (const std::exception&) {
        web::http::Log::to_standard_error().line("an errand failed");
    }
}

void catch_up(const web::pages::House& house) {
    if (auto unreadable = house.door.catch_up_owed(house.now()).unreadable)
        web::http::Log::to_standard_error().line("records that cannot be read: " + std::to_string(unreadable));
}

void run(const web::pages::House& house, const std::optional<MailSettings>& mail, const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    Turn sweep, email;
    while (!stop.stop_requested()) {
        try_to([&] { catch_up(house); }); // of what nobody has opened: in a moment, when there is nothing
        if (sweep.is_due()) {
            try_to([&] { house.desk.sweep(house.now()); });
            try_to([&] { web::pages::drop_files_of_gone_drafts(house); });
            sweep.again_in(between_sweeps);
        }
        if (mail && email.is_due()) {
            auto round = Round::TryAgain;
            try_to([&] { round = send_daily_emails(house, *mail, web::http::Log::to_standard_error()); });
            email.again_in(round == Round::Done ? between_looks_at_the_clock : until_tried_again);
        }
        wake.wait_for(lock, stop, between_looks_at_the_clock, [] { return false; });
    }
}

} // namespace

Errands::Errands(const web::pages::House& house, const std::optional<MailSettings>& mail)
    : m_thread([&house, mail](const std::stop_token& stop) { run(house, mail, stop); }) {}

} // namespace lifestory::app
