#include "web/pages/drawing.h"

#include "base/text.h"
#include "genogram/tell.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/child.h"
#include "web/pages/done.h"
#include "web/pages/drawn_lately.h"
#include "web/pages/drawing_fields.h"
#include "web/pages/genogram.h"
#include "web/pages/owed.h"
#include "web/pages/people.h"
#include "web/pages/record_page.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

Result<access::OpenRecord> family_to_draw(const House& house, const Call& call) {
    auto open = TRY(open_family_to_change(house, call));
    if (!open.may(access::Act::Write, on_type(house, record::genogram_type)))
        return refuse("not-found", "Page not found");
    return open;
}

// As the child has been told it, for the child looks on; what is left out is told on the genogram's page alone.
Html picture_of(const access::OpenRecord& open, const Result<DrawnFamily>& drawn) {
    if (!drawn)
        return inset_text({html("<p>{}</p>", drawn.refusal().message), {}, {}, {}});
    Details words;
    words.summary = "The same in words";
    words.content = family_in_words(*drawn);
    return family_picture(open, *drawn) + details(words);
}

Response page_of(const House& house, const Call& call, const access::OpenRecord& open, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    const auto fields = drawing_fields(open, call, house.today());
    auto frame = child_frame(house, caller, open, "Draw " + possessive(open.child->first_name()) + " family together");
    frame.act = "Draw together";
    frame.refusals = refusals;
    frame.banner = banner_for(house, open, done_code(call));
    frame.back = BackLink{genogram_path(open.record), possessive(open.child->first_name()) + " family"};
    const auto drawn = drawn_family(open, {house.today(), FamilyView::Genogram, DrawnFor::Child});
    const auto lately = drawn_lately(open, house.today(), drawn ? people_in(drawn->family) : open.family->people.size());
    PostForm given{drawing_path(open.record), caller.session.csrf, form_number(call).hex(), drawing_form(open, {fields, refusals}, lately), "", "", {}};
    given.attributes.add("data-offline-key", offline_key(house, caller, "drawing " + open.record.hex()));
    auto form = post_form(given);
    return shown(frame, html("<div class=\"app-draw\"><div class=\"app-draw__picture\">{}</div>{}</div>",
                             picture_of(open, drawn), form));
}

Response show_drawing(const House& house, const Call& call) {
    auto open = family_to_draw(house, call);
    return open ? page_of(house, call, *open, {}) : not_found(house);
}

Url again_path(const access::OpenRecord& open, const desk::Fields& fields, std::string_view done_now = "drawn") {
    return path("/children/{}/genogram/drawing?to={}&lives={}&telling={}&done={}", open.record.hex(), field(fields, "to"), field(fields, "lives"),
                left_as_it_was(open, fields), done_now);
}

Response add_person(const House& house, const Call& call, const access::OpenRecord& open, const desk::Fields& fields, const std::string& kind) {
    const auto drawn = drawn_person(open, call, fields, kind, house.today());
    const auto same = field(fields, "same") == "no" || field(fields, "name").empty() ? casework::SamePerson::NoAnother : casework::SamePerson::NotAsked;
    auto writing = casework::draw_person(act_of_form(house, call), *open.family, drawn.person, drawn.tie, same, drawn.home);
    return keep_in_record(house, call, open, {access::Act::Change, {}, again_path(open, fields)}, writing,
                          [&](const Refusals& refusals) { return page_of(house, call, open, refusals); });
}

Response add_tie(const House& house, const Call& call, const access::OpenRecord& open, const desk::Fields& fields) {
    auto writing = casework::draw_tie(act_of_form(house, call), *open.family, drawn_tie(open, fields));
    return keep_in_record(house, call, open, {access::Act::Change, {}, again_path(open, fields)}, writing,
                          [&](const Refusals& refusals) { return page_of(house, call, open, moved(moved(refusals, "person", "tie-to"), "kind", "tie")); });
}

Response undo(const House& house, const Call& call, const access::OpenRecord& open, const desk::Fields& fields, std::string_view entry) {
    auto writing = undone(open, act_of_form(house, call), entry);
    return keep_in_record(house, call, open, {access::Act::Change, {}, again_path(open, fields, "undone")}, writing,
                          [&](const Refusals& refusals) { return page_of(house, call, open, moved(refusals, "undo", "telling")); });
}

Response keep_right(const House& house, const Call& call, const access::OpenRecord& open, const desk::Fields& fields) {
    auto kept = kept_genogram(open, fields);
    if (const auto drawn = drawn_family(open, {house.today(), FamilyView::Genogram, DrawnFor::Workers}))
        kept.as_drawn = genogram::plain_text(genogram::tell(drawn->family, house.today()));
    auto writing = casework::keep_genogram(act_of_form(house, call), *open.child, *open.family, kept);
    return keep_in_record(house, call, open, {access::Act::Write, on_type(house, record::genogram_type), done(genogram_path(open.record), "drawing-right")}, writing,
                          [&](const Refusals& refusals) { return page_of(house, call, open, refusals); });
}

Response draw(const House& house, const Call& call) {
    auto open = family_to_draw(house, call);
    if (!open || !open->child->person)
        return not_found(house);
    const auto fields = typed_in(call);
    const auto then = field(fields, "then");
    if (then.starts_with("add:"))
        return add_person(house, call, *open, fields, then.substr(4));
    if (then.starts_with("undo:"))
        return undo(house, call, *open, fields, std::string_view(then).substr(5));
    if (then == "tie")
        return add_tie(house, call, *open, fields);
    if (then == "right")
        return keep_right(house, call, *open, fields);
    return page_of(house, call, *open, {refuse("then", "Press who they are: mum, brother, friend", "name")});
}

} // namespace

Url drawing_path(RecordNumber child) { return path("/children/{}/genogram/drawing", child.hex()); }

std::vector<http::Route> drawing_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/genogram/drawing", http::Reach::Worker, to(show_drawing)},
            {http::Method::Post, "/children/{child}/genogram/drawing", http::Reach::Worker, to(draw)}};
}

} // namespace lifestory::web::pages
