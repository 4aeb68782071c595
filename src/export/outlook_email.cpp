#include "export/outlook_email.h"

#include "export/other_program.h"

namespace lifestory::exports {

namespace {

constexpr const char* converter = "/usr/bin/msgconvert";
constexpr const char* bounds = "/usr/bin/prlimit"; // of util-linux, which is on every Debian
constexpr std::chrono::seconds waits_for_others{20};

} // namespace

Result<std::string> email_of_outlook(std::string bytes) {
    const std::string instead = "Open it in Outlook, save it as .eml or print it to a PDF, and put that here.";
    if (!is_installed(converter))
        return refuse("no-outlook", "Outlook's own files cannot be read here: msgconvert is not installed. " + instead);
    static std::timed_mutex those_who_wait; // several at once are several files of one letter: they wait for each other
    static std::mutex one_at_a_time;
    const std::unique_lock turn(those_who_wait, waits_for_others);
    if (!turn)
        return refuse("busy", "Other e-mails are being read. Try again in a minute.");
    auto made = made_by({bounds, {{"email.msg", std::move(bytes)}}, {"--as=2147483648", "--fsize=100000000", converter, "--outfile", "{}/email.eml", "{}/email.msg"}, "email.eml", "",
                         std::chrono::seconds(20), "The program that bounds others (prlimit)", "no-outlook", "e-mail", "email-broken", instead},
                        one_at_a_time);
    if (made && made->empty())
        return refuse("email-broken", "That is no e-mail of Outlook that can be read. " + instead);
    return made;
}

} // namespace lifestory::exports
