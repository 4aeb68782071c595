#include "web/pages/chronology_master.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "casework/keep_chronology.h"
#include "chronology/together.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/chronology.h"
#include "web/pages/chronology_forms.h"
#include "web/pages/chronology_together.h"
#include "web/pages/owed.h"
#include "web/pages/worker_fields.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

// ---- on whose file it lies

Choosable leads(const House& house, const Caller& caller, const access::OpenRecord& open) {
    Choosable all{{open.record.hex(), open.child->first_name()}};
    for (const auto* person : could_be_together(house, caller, open))
        all.emplace_back(person->child->hex(), person->full_name);
    return all;
}

Response master_page(const House& house, const Call& call, const access::OpenRecord& open, const Refusals& refusals) {
    auto fields = typed_in(call);
    if (const auto said = record::master_of(*open.child); said && !call.form.has("form_number"))
        fields["lead"] = said->lead.hex();
    auto before = html("<p class=\"govuk-body\">One child’s file has the chronology of all of them; the files of the others say where it is. "
                       "It is said on each file in which you may write.</p>");
    return form_page(house, call, open,
                     {"On whose file does the chronology of brothers and sisters lie?", before,
                      choose({fields, refusals}, "lead", "On the file of", leads(house, call.caller<Caller>(), open)), "Keep this",
                      chronology_path(open.record, "master")},
                     refusals);
}

Response show_master(const House& house, const Call& call) {
    auto open = chronology_to_keep(house, call);
    return open && !could_be_together(house, call.caller<Caller>(), *open).empty() ? master_page(house, call, *open, {}) : not_found(house);
}

// The form of each file has a number of its own, so that nothing is written twice. Refusals: why it was not written.
template <class Make>
Refusals write_into(const House& house, const Call& call, const access::OpenRecord& file, std::string_view type, Make make) {
    auto act = act_of_form(house, call);
    act.id = EntryId::from_bytes(number_of_form(call, fmt::format("{} {}", type, file.record.hex())));
    const Result<casework::Writing> writing = make(act, file);
    if (!writing)
        return writing.refusals();
    if (writing->empty())
        return {}; // it stands there already
    std::vector<access::Writing> entries;
    for (const auto& one : *writing)
        entries.push_back({one.id, one.said, one.content, access::Writing::Stream::Child, one.expected_place});
    const auto number = FormNumber::from_bytes(number_of_form(call, "form of " + file.record.hex()));
    auto kept = house.door.append(call.caller<Caller>().visitor, file, access::Act::Write, on_type(house, type), number, entries, house.now());
    return kept ? Refusals{} : kept.refusals();
}

// Into the other children's files, where this worker may write. Refusals: where it was not written.
template <class Make>
Refusals write_to_the_others(const House& house, const Call& call, const access::OpenRecord& open, std::string_view type, Make make) {
    const auto& caller = call.caller<Caller>();
    Refusals refusals;
    for (const auto* person : could_be_together(house, caller, open)) {
        auto other = house.door.open(caller.visitor, *person->child, std::nullopt, house.now());
        if (!other || !sees_all(*other) || !may_keep_chronology(house, *other)) {
            refusals.push_back(refuse("not-written", "Not written into another child's file"));
            continue;
        }
        for (auto& refusal : write_into(house, call, *other, type, make))
            refusals.push_back(std::move(refusal));
    }
    return refusals;
}

Response say_master(const House& house, const Call& call) {
    auto open = chronology_to_keep(house, call);
    if (!open)
        return not_found(house);
    const auto chosen = said(call, "lead");
    const auto lead = RecordNumber::parse(chosen);
    const bool is_offered = is_among(leads(house, call.caller<Caller>(), *open), chosen);
    auto writing = casework::say_master(act_of_form(house, call), *open->child, *open->family, lead && is_offered ? *lead : RecordNumber{});
    if (writing) // where it is said already, or by another worker, it is not said again
        (void)write_to_the_others(house, call, *open, record::master_type,
                                  [&](const casework::Act& act, const access::OpenRecord& other) { return casework::say_master(act, *other.child, *other.family, *lead); });
    return keep_in_record(house, call, *open, keeping(house, *open, record::master_type, "master-said"), writing,
                          [&](const Refusals& refusals) { return master_page(house, call, *open, refusals); });
}

// ---- copied whole, each child considered separately

struct Copying {
    access::OpenRecord open; // the file into which it is copied
    Together all;            // the lead child's first
    std::string from;        // the lead child's name

    bool is_lead() const { return all.children.front().record == open.record; }
};

// From the lead child's file; an only child's from their own.
Result<Copying> copying_into(const House& house, const Caller& caller, access::OpenRecord open) {
    const auto master = record::master_of(*open.child);
    if (!master && !could_be_together(house, caller, open).empty())
        return refuse("not-found", "Page not found");
    auto lead = TRY(house.door.open(caller.visitor, master ? master->lead : open.record, std::nullopt, house.now()));
    if (!sees_all(lead))
        return refuse("not-found", "Page not found");
    std::vector<RecordNumber> others;
    for (const auto* person : could_be_together(house, caller, lead))
        others.push_back(*person->child);
    auto from = lead.child->first_name();
    return Copying{std::move(open), together_with(house, caller, lead, others), std::move(from)};
}

Result<Copying> to_copy(const House& house, const Call& call) {
    return copying_into(house, call.caller<Caller>(), TRY(chronology_to_keep(house, call)));
}

// As the child into whose file it goes was then; what it meant for another child stays on that child's own file.
record::StoodRow row_for(const Copying& copying, const chronology::JointRow& joint, const access::OpenRecord& into) {
    const auto& row = joint.first();
    std::vector<std::string> sources;
    std::string meant;
    for (const auto& part : joint.parts) {
        const auto& child = copying.all.children[part.child];
        sources.push_back(source_of(*part.row) + ", " + child.child->first_name());
        if (child.record == into.record)
            meant = part.row->meant;
    }
    return {when_of(row), age_then(*into.child, row), row.what, meant, row.done, join(sources, "; "), row.entry};
}

std::vector<record::StoodRow> rows_for(const Copying& copying, const access::OpenRecord& into) {
    std::vector<record::StoodRow> rows;
    for (const auto& joint : chronology::rows_together(copying.all.chronologies))
        rows.push_back(row_for(copying, joint, into));
    return rows;
}

Html row_to_copy(const Asked& asked, const record::StoodRow& row, std::size_t number, const std::string& name) {
    Checkboxes keep;
    keep.name = "keep";
    keep.id_prefix = "keep-" + std::to_string(number);
    keep.values = lines_of(field(asked.fields, "keep"));
    keep.classes = "govuk-checkboxes--small";
    Choice choice;
    choice.words = row.day + ": " + row.what;
    choice.value = row.entry.hex();
    keep.choices.push_back(choice);
    const auto told = "told." + row.entry.hex();
    Details otherwise;
    otherwise.summary = Phrase(html("Tell it differently for {}<span class=\"govuk-visually-hidden\">: {}</span>", name, row.day));
    otherwise.is_open = !field(asked.fields, told).empty();
    otherwise.content = box(asked, told, "As it stands in " + possessive(name) + " copy");
    return html("<div class=\"app-copy__row\">{}{}</div>", checkboxes(keep), details(otherwise));
}

Response copy_page(const House& house, const Call& call, const Copying& copying, const Refusals& refusals) {
    auto fields = typed_in(call);
    const auto rows = rows_for(copying, copying.open);
    if (!call.form.has("form_number")) { // whole, unless somebody takes a row off
        std::vector<std::string> all;
        for (const auto& row : rows)
            all.push_back(row.entry.hex());
        fields["keep"] = join(all, "\n");
    }
    const auto name = copying.open.child->first_name();
    Html content;
    std::size_t number = 0;
    for (const auto& row : rows)
        content += row_to_copy({fields, refusals}, row, ++number, name);
    auto before = html("<p class=\"govuk-body\">It is copied whole from {} file, as it stands today. Go through it for {} alone: take off what is another child’s private matter, and tell "
                       "a row differently where {} should read it so. What it meant for the other children is left out.</p>",
                       possessive(copying.from), name, name);
    return form_page(house, call, copying.open, {"Copy the chronology into " + possessive(name) + " file", before, content, "Copy it", chronology_path(copying.open.record, "copy")},
                     refusals);
}

Response show_copy(const House& house, const Call& call) {
    auto copying = to_copy(house, call);
    return copying && !copying->is_lead() ? copy_page(house, call, *copying, {}) : not_found(house);
}

// One press: into this file, and from the lead child's into the files of all of them.
Response copy_whole(const House& house, const Call& call) {
    auto copying = to_copy(house, call);
    if (!copying)
        return not_found(house);
    auto writing = casework::copy_chronology(act_of_form(house, call), *copying->open.child, rows_for(*copying, copying->open), copying->from);
    if (writing && copying->is_lead())
        (void)write_to_the_others(house, call, copying->open, record::chronology_copy_type, [&](const casework::Act& act, const access::OpenRecord& other) {
            return casework::copy_chronology(act, *other.child, rows_for(*copying, other), copying->from);
        });
    return keep_in_record(house, call, copying->open, keeping(house, copying->open, record::chronology_copy_type, "chronology-copied"), writing,
                          [&](const Refusals& refusals) { return chronology_page(house, call, copying->open, refusals); });
}

Response copy(const House& house, const Call& call) {
    auto copying = to_copy(house, call);
    if (!copying || copying->is_lead())
        return not_found(house);
    const auto fields = typed_in(call);
    const auto kept = lines_of(field(fields, "keep"));
    std::vector<record::StoodRow> rows;
    for (auto& row : rows_for(*copying, copying->open)) {
        if (std::ranges::find(kept, row.entry.hex()) == kept.end())
            continue;
        if (const auto told = trim(field(fields, "told." + row.entry.hex())); !told.empty())
            row.what = told;
        rows.push_back(std::move(row));
    }
    auto writing = casework::copy_chronology(act_of_form(house, call), *copying->open.child, rows, copying->from);
    return keep_in_record(house, call, copying->open, keeping(house, copying->open, record::chronology_copy_type, "chronology-copied"), writing,
                          [&](const Refusals& refusals) { return copy_page(house, call, *copying, refusals); });
}

} // namespace

namespace {

struct Ended {
    calendar::Day day{};
    calendar::Instant said_at{}; // what was copied before lacks the last row, also on the same day
};

calendar::Instant first_said_to_end(const record::EpisodeHistory& episode) {
    const auto& said = episode.history.said;
    const auto first = std::ranges::find_if(said, [](const auto& one) { return one.what.ended.has_value(); });
    return first == said.end() ? said.back().at : first->at;
}

// When our work with the child ended, or the record was handed to another authority, last; none: it goes on.
std::optional<Ended> ended_last(const record::Child& child, calendar::Day today) {
    std::optional<Ended> last;
    for (const auto* handed : record::standing(child, "transfer"))
        last = Ended{handed->day(), handed->entry.recorded_at};
    if (child.is_closed_on(today))
        for (const auto& episode : child.episodes)
            if (const auto& now = episode.now(); now.form.record_type == "involvement" && now.ended && (!last || last->day <= *now.ended))
                last = Ended{*now.ended, first_said_to_end(episode)};
    return last;
}

bool lacks_a_copy_since(const record::Child& child, const Ended& ended) {
    const auto copies = record::standing(child, record::chronology_copy_type);
    return copies.empty() || copies.back()->day() < ended.day || copies.back()->entry.recorded_at < ended.said_at;
}

WholeCopy became_of(const Refusals& refusals) {
    if (refusals.empty())
        return WholeCopy::Stands;
    const bool holds_address = std::ranges::any_of(refusals, [](const auto& one) { return one.field.starts_with("told."); });
    return holds_address ? WholeCopy::HoldsAnAddress : WholeCopy::NotInEveryFile;
}

std::string short_name_of(const record::Person& person) { return split(person.known_as.empty() ? person.full_name : person.known_as, ' ').front(); }

std::vector<std::string> files_to_copy_into(const access::OpenRecord& open, const std::vector<const record::Person*>& others) {
    const auto master = record::master_of(*open.child);
    std::vector<std::string> files{possessive(open.child->first_name())};
    if (master && master->lead == open.record)
        for (const auto* other : others)
            files.push_back(possessive(short_name_of(*other)));
    return files;
}

} // namespace

WholeCopy copy_chronology_at_the_end(const House& house, const Call& call, RecordNumber child) {
    const auto& caller = call.caller<Caller>();
    auto open = house.door.open(caller.visitor, child, std::nullopt, house.now());
    if (!open || !sees_all(*open) || !may_keep_chronology(house, *open))
        return WholeCopy::NotInEveryFile;
    if (!record::master_of(*open->child) && !could_be_together(house, caller, *open).empty())
        return WholeCopy::NobodySaidWhere;
    auto copying = copying_into(house, caller, std::move(*open));
    if (!copying)
        return WholeCopy::NotInEveryFile;
    const auto whole = [&](const casework::Act& act, const access::OpenRecord& file) -> Result<casework::Writing> {
        const auto rows = rows_for(*copying, file);
        const auto copies = record::standing(*file.child, record::chronology_copy_type);
        if (!copies.empty() && record::rows_in(*copies.back()) == rows)
            return casework::Writing{};
        return casework::copy_chronology(act, *file.child, rows, copying->from);
    };
    Refusals refusals;
    if (copying->is_lead())
        refusals = write_to_the_others(house, call, copying->open, record::chronology_copy_type, whole);
    for (auto& refusal : write_into(house, call, copying->open, record::chronology_copy_type, whole))
        refusals.push_back(std::move(refusal));
    return became_of(refusals);
}

std::string_view said_of(WholeCopy copy) {
    switch (copy) {
    case WholeCopy::Stands: return {};
    case WholeCopy::NobodySaidWhere: return "not-copied-nobody-said";
    case WholeCopy::HoldsAnAddress: return "not-copied-address";
    case WholeCopy::NotInEveryFile: return "not-copied-everywhere";
    }
    return {};
}

Html what_is_copied_at_the_end(const House& house, const Caller& caller, const access::OpenRecord& open) {
    const auto others = could_be_together(house, caller, open);
    if (!record::master_of(*open.child) && !others.empty())
        return inset_text({html("<p>The chronology is about brothers and sisters too. <a class=\"govuk-link\" href=\"{}\">Say first on whose file it lies</a>: then the whole of it is "
                                "copied into the file of each child with this press.</p>",
                                chronology_path(open.record, "master")),
                           {}, {}, {}});
    const auto files = files_to_copy_into(open, others);
    return html("<p class=\"govuk-body\">The whole of it is copied into {} {} with this press, as it stands then.</p>", in_a_row(files), files.size() == 1 ? "file" : "files");
}

Html where_master_lies(const House& house, const Caller& caller, const access::OpenRecord& open) {
    const auto others = could_be_together(house, caller, open);
    const auto master = record::master_of(*open.child);
    if (others.empty() && !master)
        return Html();
    auto lies = html("Nobody has said on whose file the chronology of brothers and sisters lies.");
    auto copy_link = Html();
    const auto is_lead_open = [&] { return std::ranges::any_of(others, [&](const auto* one) { return *one->child == master->lead; }); };
    if (master && master->lead == open.record)
        lies = html("The chronology of brothers and sisters lies here, on {} file.", possessive(open.child->first_name()));
    else if (master && is_lead_open()) {
        lies = html("The chronology of brothers and sisters lies on <a class=\"govuk-link\" href=\"{}\">{} file</a>.", chronology_path(master->lead), possessive(master->name));
        if (may_keep_chronology(house, open))
            copy_link = html(" <a class=\"govuk-link\" href=\"{}\">Copy it whole into {} file</a>", chronology_path(open.record, "copy"), possessive(open.child->first_name()));
    } else if (master)
        lies = html("The chronology of brothers and sisters lies on another file of the family.");
    auto say = may_keep_chronology(house, open) && !others.empty()
                   ? html(" <a class=\"govuk-link\" href=\"{}\">Say on whose file it lies</a>", chronology_path(open.record, "master"))
                   : Html();
    return html("<p class=\"govuk-body app-off-paper\">{}{}{}</p>", lies, say, copy_link);
}

Html whole_copy_owed(const House& house, const Caller& caller, const access::OpenRecord& open, const Judged& judged) {
    const auto owed = std::ranges::find_if(judged.obligations, [](const auto& one) {
        return one.is_open() && !one.what.empty() && one.what.front().id == record::chronology_copy_type;
    });
    const auto ended = ended_last(*open.child, house.today());
    const bool is_missing = ended && lacks_a_copy_since(*open.child, *ended);
    if ((owed == judged.obligations.end() && !is_missing) || !may_keep_chronology(house, open))
        return Html();
    auto due = owed != judged.obligations.end() && owed->due ? html(" Due {}.", due_link(open.record, *owed)) : Html();
    const auto others = could_be_together(house, caller, open);
    const auto master = record::master_of(*open.child);
    const auto name = open.child->first_name();
    if (!master && !others.empty())
        return inset_text({html("<p>At the end or a transfer the whole chronology is copied into the file of each child.{} <a class=\"govuk-link\" href=\"{}\">"
                                "Say first on whose file it lies</a></p>",
                                due, chronology_path(open.record, "master")),
                           "copy", "app-off-paper", {}});
    const auto files = files_to_copy_into(open, others);
    Button whole{Phrase(fmt::format("Copy it whole into {} {}", in_a_row(files), files.size() == 1 ? "file" : "files"))};
    return inset_text({html("<p>At the end or a transfer the whole chronology is copied into the file of each child, as it stands on that day.{}</p>{}", due,
                            post_form({chronology_path(open.record, "copies"), caller.session.csrf, FormNumber::random().hex(), button(whole)})),
                       "copy", "app-off-paper", {}});
}

std::vector<http::Route> chronology_master_routes(const House& house) {
    using http::Method;
    using http::Reach;
    auto to = handlers_of(house);
    return {{Method::Get, "/children/{child}/chronology/master", Reach::Worker, to(show_master)},
            {Method::Post, "/children/{child}/chronology/master", Reach::Worker, to(say_master)},
            {Method::Get, "/children/{child}/chronology/copy", Reach::Worker, to(show_copy)},
            {Method::Post, "/children/{child}/chronology/copy", Reach::Worker, to(copy)},
            {Method::Post, "/children/{child}/chronology/copies", Reach::Worker, to(copy_whole)}};
}

} // namespace lifestory::web::pages
