#include "web/pages/chronology_forms.h"

#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/child.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

Result<access::OpenRecord> chronology_to_keep(const House& house, const http::Call& call) {
    auto open = TRY(open_child(house, call));
    if (!sees_all(open) || !may_keep_chronology(house, open))
        return refuse("not-found", "Page not found");
    return open;
}

Keeping keeping(const House& house, const access::OpenRecord& open, std::string_view type, std::string_view code) {
    return {access::Act::Write, on_type(house, type), done(chronology_path(open.record), code)};
}

http::Response form_page(const House& house, const http::Call& call, const access::OpenRecord& open, const FormPage& page, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto frame = child_frame(house, caller, open, page.title);
    frame.back = BackLink{chronology_path(open.record), possessive(open.child->first_name()) + " chronology"};
    frame.refusals = refusals;
    Button keep{Phrase(page.button)};
    return shown(frame, page.before + post_form({page.action, caller.session.csrf, form_number(call).hex(), page.content + button(keep)}));
}

Html what_a_row_says(const Asked& asked, const std::string& name) {
    return box(asked, "what", "What happened", "In one or two sentences. Who did what. No address.") +
           box(asked, "meant", "What it meant for " + name, "Leave it empty if you do not know.") +
           box(asked, "done", "What was done", "What anybody did because of it.");
}

} // namespace lifestory::web::pages
