#include "web/pages/refused_save.h"

#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/differences.h"
#include "web/pages/posted_words.h"
#include "web/pages/record_page.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

int status_of(const Refusal& refusal) {
    if (refusal.code == "already-signed")
        return 409;
    if (refusal.code == "too-large")
        return 413;
    return refusal.code == "not-found" ? 404 : 422;
}

// Only the words: where they were to stand they cannot stand any more.
Response words_page(const House& house, const Call& call, const desk::Draft& draft, const Refusal& refusal) {
    auto frame = frame_for(house, call.caller<Caller>());
    frame.act = "Not saved";
    frame.heading = "Not saved";
    frame.refusals = {refuse(refusal.code, refusal.message)};
    Html words, beside;
    for (const auto& [name, said] : draft.fields) {
        auto item = name.find("item.");
        if (item != std::string::npos && (item == 0 || name.starts_with("with.")) && !is_blank(said))
            (item == 0 ? words : beside) += html("<h3 class=\"govuk-heading-s\">{}</h3>{}", label_of(house, draft, name.substr(item)), paragraphs(said));
    }
    if (!beside.empty())
        words += html("<h2 class=\"govuk-heading-m\">What you wrote in the other child’s part</h2>{}", beside);
    Html way_on;
    if (refusal.code == "already-signed" && draft.signed_as && draft.record)
        way_on = html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Add to the signed entry</a></p>",
                      path("/children/{}/entries/{}/addition", draft.record->hex(), draft.signed_as->hex()));
    return shown(frame, html("<h2 class=\"govuk-heading-m\">What you wrote</h2>{}", words) + way_on);
}

bool has_words(const desk::Fields& fields) {
    return std::any_of(fields.begin(), fields.end(), [](const auto& one) { return one.first.starts_with("item.") && !is_blank(one.second); });
}

} // namespace

Response refused_save(const House& house, const Call& call, const desk::Draft& draft, const Refusal& refusal) {
    const auto& caller = call.caller<Caller>();
    if (wants_json(call.request))
        return http::json(to_text(JsonObject{{"message", refusal.message}}), status_of(refusal));
    if (caller.standing == Standing::LatePost || refusal.code == "not-found")
        return not_found(house);
    auto typed = draft;
    typed.fields = to_be_shown(words_of(call.form.fields));
    typed.version = version_of(call);
    if (refusal.code == "already-signed")
        return words_page(house, call, typed, refusal);
    auto view = view_of(house, caller, typed);
    return view ? record_page(house, caller, *view, {refusal}) : not_found(house);
}

Response refused_words(const House& house, const Call& call, const Refusal& refusal) {
    if (wants_json(call.request))
        return http::json(to_text(JsonObject{{"message", refusal.message}}), status_of(refusal));
    desk::Draft draft;
    draft.record_type = std::string(call.form.get("type"));
    draft.fields = to_be_shown(words_of(call.form.fields));
    if (call.caller<Caller>().standing == Standing::LatePost || !has_words(draft.fields))
        return not_found(house);
    return words_page(house, call, draft, refusal);
}

} // namespace lifestory::web::pages
