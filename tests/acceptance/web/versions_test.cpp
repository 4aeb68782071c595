// Versions of one day beside each other (pages.md 6.12), told apart by the hour. And what must not be: words carried on unchanged that are called new.
#include <gmock/gmock.h>

#include "acceptance/drafting.h"
#include "base/text.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class VersionsOfOneDay : public Drafting {
protected:
    void SetUp() override {
        serve();
        priya = person("Priya Anand");
        tilly = child_named("Tilly");
    }

    // A summary of 22 December, signed; answers the address of its entry.
    std::string summarise(const std::string& words) {
        auto begun = press(priya, "/drafts", {{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", "case-summary"},
                                              {"when.day", "22"}, {"when.month", "12"}, {"when.year", "2026"}, {"item.written", words}});
        EXPECT_EQ(begun.status, 303) << begun.body;
        const auto draft = split(std::string(begun.headers.get("Location")), '#').front();
        const auto kept = draft_at(draft);
        auto signed_it = press(priya, draft + "/check", {{"form_number", kept.form.hex()}, {"version", std::to_string(kept.version)}, {"child", tilly.hex()}, {"type", kept.record_type},
                                                         {"release.how", "together"}});
        EXPECT_EQ(signed_it.status, 303) << signed_it.body;
        const auto after = draft_at(draft);
        return after.signed_as ? "/children/" + tilly.hex() + "/entries/" + after.signed_as->hex() : "";
    }

    void at(std::string_view when) {
        restart(when);
        priya = person("Priya Anand");
    }

    Person priya;
    RecordNumber tilly;
};

TEST_F(VersionsOfOneDay, WhatWasCarriedOnIsNotNewAndTheTitlesHaveTheHour) {
    const auto first = summarise("You live with Nan. You sleep badly.");
    at("2026-12-23T15:05");
    const auto second = summarise("You live with Nan. You sleep through now.");
    const auto page = read(priya, second + "/beside").body;
    EXPECT_THAT(page, AllOf(HasSubstr("Before: 22 December 2026, written at 10:40 on 23 December 2026"), HasSubstr("Now: 22 December 2026, written at 15:05 on 23 December 2026")));
    const auto carried = page.find("Carried on from 22 December 2026, written at 10:40 on 23 December 2026, not changed");
    const auto fresh = page.find("New on 22 December 2026, written at 15:05 on 23 December 2026");
    ASSERT_NE(carried, std::string::npos);
    ASSERT_NE(fresh, std::string::npos);
    EXPECT_THAT(page.substr(carried, fresh - carried), AllOf(HasSubstr("You live with Nan."), Not(HasSubstr("You sleep through now."))));
    EXPECT_THAT(page.substr(fresh), HasSubstr("You sleep through now."));
    EXPECT_THAT(read(priya, first).body, HasSubstr("of 22 December 2026, written at 15:05 on 23 December 2026")) << "the older one names the newer";
}

} // namespace

} // namespace lifestory::acceptance
