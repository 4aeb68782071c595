#include "web/pages/acting.h"

#include "base/text.h"
#include "policy/timeline_of.h"

namespace lifestory::web::pages {

namespace {

access::Writing writing_of(const casework::Written& written, const access::OpenRecord& open) {
    auto stream = written.record == open.record ? access::Writing::Stream::Child : access::Writing::Stream::Family;
    return {written.id, written.said, written.content, stream, written.expected_place};
}

} // namespace

EntryId entry_at(const http::Call& call) {
    auto entry = EntryId::parse(call.parameter("entry"));
    return entry ? *entry : EntryId{};
}

Result<access::OpenRecord> open_child(const House& house, const http::Call& call) {
    auto child = TRY(RecordNumber::parse(call.parameter("child")));
    return house.door.open(call.caller<Caller>().visitor, child, std::nullopt, house.now());
}

Result<access::OpenRecord> open_entry(const House& house, const http::Call& call) {
    auto child = TRY(RecordNumber::parse(call.parameter("child")));
    auto entry = TRY(EntryId::parse(call.parameter("entry")));
    return house.door.open(call.caller<Caller>().visitor, child, entry, house.now());
}

record::JudgedBy judged_by(const House& house) {
    const auto& pack = house.pack();
    return {pack.about.id, pack.about.version, pack.digest};
}

casework::Act act_of(const House& house, const Caller& caller) {
    return {caller.author(), std::string(access::name_of(caller.visitor.who.role)), judged_by(house), house.now(), EntryId::random()};
}

access::What on_type(const House& house, std::string_view record_type) {
    access::What what;
    what.on.clear();
    if (const auto* type = house.pack().record_type(record_type))
        what.on = type->like;
    if (what.on.empty() || what.on.back() != "entry")
        what.on.push_back("entry");
    what.on.push_back("record");
    return what;
}

Result<ledger::Appended> append(const House& house, const Caller& caller, const access::OpenRecord& open, access::Act act,
                                const access::What& what, FormNumber form, const casework::Writing& writing) {
    std::vector<access::Writing> entries;
    for (const auto& written : writing)
        entries.push_back(writing_of(written, open));
    return house.door.append(caller.visitor, open, act, what, form, entries, house.now());
}

FormNumber form_number(const http::Call& call) {
    auto form = FormNumber::parse(call.form.get("form_number"));
    return form ? *form : FormNumber::random();
}

std::string said(const http::Call& call, std::string_view field) {
    auto text = clean_text(call.form.get(field));
    return text ? trim(*text) : std::string();
}

http::Response shown(const PageFrame& frame, const Html& main) {
    return http::page(page(frame, main).markup(), frame.refusals.empty() ? 200 : 422);
}

http::Response redirect(const Url& to) { return http::see_other(to.text()); }

Url done(const Url& to, std::string_view code) { return url(to.text() + "?done=" + percent_encoded(code)); }

std::string done_code(const http::Call& call) { return std::string(call.request.query.get("done")); }

std::vector<policy::Spell> statuses_of(const House& house, const access::OpenRecord& open) {
    return policy::statuses_of(*house.books.in_force, policy::timeline_of(*open.child, *open.authority, house.pack()), open.at);
}

Judged judge(const House& house, const access::OpenRecord& open) {
    Judged judged;
    judged.timeline = std::make_shared<const policy::Timeline>(policy::timeline_of(*open.child, *open.authority, house.pack()));
    judged.statuses = policy::statuses_of(*house.books.in_force, *judged.timeline, open.at);
    judged.obligations = policy::obligations_of(house.books, *judged.timeline, open.at);
    return judged;
}

policy::Circumstances circumstances(const House& house, const Judged& judged, calendar::Day day, const policy::Happening* entry) {
    policy::Circumstances now{&house.pack(), judged.timeline.get(), &judged.statuses, day, entry};
    if (!judged.life)
        judged.life = policy::with_life(now).life;
    now.life = judged.life;
    return now;
}

} // namespace lifestory::web::pages
