#include "web/pages/lateness.h"

#include <algorithm>

#include "base/text.h"
#include "casework/say_why_late.h"
#include "web/html/components.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child.h"
#include "web/pages/owed.h"
#include "web/pages/signing_page.h"
#include "web/pages/supervision.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

struct LateItem {
    access::OpenRecord open;
    policy::Obligation owed;

    std::string record_type() const { return owed.what.empty() ? std::string() : owed.what.front().id; }
    Url path() const { return web::path("/children/{}/lateness/{}", open.record.hex(), owed.id.hex()); }
};

Result<LateItem> late_item(const House& house, const Call& call) {
    auto open = TRY(open_child(house, call));
    if (!sees_all(open))
        return refuse("not-found", "Page not found");
    for (auto& owed : judge(house, open).obligations) {
        bool this_one = owed.id.hex() == call.parameter("item") && owed.is_late() && owed.due;
        LateItem item{open, owed};
        if (this_one && open.may(access::Act::Write, on_type(house, item.record_type())))
            return item;
    }
    return refuse("not-found", "Page not found");
}

// Ten working days is as late as it may be without a talk (CAM-068, CAM-069).
Html talk_first(const House& house, const Caller& caller, const LateItem& item) {
    constexpr int nearing = 8;
    auto manager = manager_of(house, caller.worker());
    if (item.owed.late_by_working_days < nearing || !manager)
        return Html();
    return inset_text({html("<p>Talk with {} first.</p>{}", split(manager->full_name, ' ').front(), tell_now(house, caller, item.open.record, item.owed.id.hex())), {}, {}, {}});
}

Html said_already(const std::string& name, const record::Lateness& said) {
    SummaryList list;
    list.rows = {{{"Why", ""}, {said.reason, ""}, "", {}, ""}, {{"What kept " + name + " safe meanwhile", ""}, {said.kept_safe, ""}, "", {}, ""}};
    return summary_list(list);
}

Response lateness_page(const House& house, const Call& call, const LateItem& item, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto name = item.open.child->first_name();
    auto frame = child_frame(house, caller, item.open, "Why this is late");
    frame.refusals = refusals;
    auto top = html("<p class=\"govuk-body-l\">{}, due {}.</p><h2 class=\"govuk-heading-m\">This is late by {}</h2>", noun(house, item.owed),
                    due_link(item.open.record, item.owed), length_of_lateness(item.owed));
    if (auto said = item.open.child->lateness_given(item.owed.id.hex()))
        return shown(frame, top + said_already(name, *said));
    Button keep_it{"Keep this"};
    auto fields = typed_in(call);
    auto form = post_form({item.path(), caller.session.csrf, form_number(call).hex(), lateness_fields(house, fields, name, refusals) + button(keep_it)});
    return shown(frame, top + talk_first(house, caller, item) + form);
}

Response show_lateness(const House& house, const Call& call) {
    auto item = late_item(house, call);
    return item ? lateness_page(house, call, *item, {}) : not_found(house);
}

Response say_why(const House& house, const Call& call) {
    auto item = late_item(house, call);
    if (!item)
        return not_found(house);
    auto reason = said(call, "late.reason");
    auto other = said(call, "late.other");
    record::LatenessGiven given{item->owed.id.hex(), {reason == "another reason" && !other.empty() ? other : reason, said(call, "late.safe")}};
    auto writing = casework::say_why_late(act_of_form(house, call), *item->open.child, given);
    return keep_in_record(house, call, item->open, {access::Act::Write, on_type(house, item->record_type()), done(path("/children/{}", item->open.record.hex()), "late-said")},
                          writing, [&](const Refusals& refusals) { return lateness_page(house, call, *item, moved(refusals, "late.kept-safe", "late.safe")); });
}

} // namespace

std::vector<http::Route> lateness_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/lateness/{item}", http::Reach::Worker, to(show_lateness)},
            {http::Method::Post, "/children/{child}/lateness/{item}", http::Reach::Worker, to(say_why)}};
}

} // namespace lifestory::web::pages
