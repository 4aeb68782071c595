#include "web/pages/guidance.h"

#include <algorithm>

#include "base/text.h"
#include "record/chronology.h"
#include "web/html/components.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using policy::Guidance;

Url guidance_path(const Guidance& guidance) { return path("/pack/guidance/{}", guidance.rule.id); }

std::string month_of(calendar::Day day) { return record::in_words(day, record::Exactly::InTheMonth); }

// "Writing to the child, version 2 of April 2021"; "..., which was not supplied here".
Html line_of(const House& house, const Guidance& guidance) {
    const auto* now = guidance.on(house.today());
    if (guidance.versions.empty())
        return html("{}, which was not supplied here", guidance.title);
    auto link = html("<a class=\"govuk-link\" href=\"{}\">{}</a>", guidance_path(guidance), guidance.title);
    return now ? html("{}, version {} of {}", link, now->version, month_of(now->since)) : html("{}, from {}", link, calendar::in_words(guidance.versions.front().since));
}

Html joined_lines(const House& house, const std::vector<const Guidance*>& all) {
    Html lines;
    for (const auto* one : all)
        lines += lines.empty() ? line_of(house, *one) : html("; {}", line_of(house, *one));
    return lines;
}

std::vector<const Guidance*> all_for(const House& house, std::string_view record_type) {
    std::vector<const Guidance*> all;
    for (const auto& [id, one] : house.pack().guidance)
        if (std::ranges::any_of(one.records, [&](const auto& named) { return house.pack().is_like(record_type, named); }))
            all.push_back(&one);
    return all;
}

// The type's own clauses; where it says none those of the nearest type that it is like and that says some.
std::vector<std::string> clauses_of(const policy::Pack& pack, const policy::RecordType& type) {
    for (const auto& id : type.like)
        if (const auto rule = pack.record_rules.find(id); rule != pack.record_rules.end() && !rule->second.clauses.empty())
            return rule->second.clauses;
    return {};
}

Html policy_line(const House& house, const policy::About& about, const std::vector<std::string>& clauses) {
    Html links;
    for (const auto& id : clauses)
        links += html("{}<a class=\"govuk-link\" href=\"{}\">{}</a>", links.empty() ? "" : ", ", clause_path(house.pack(), id), id);
    auto of_clauses = links.empty() ? Html() : html(" ({})", links);
    return html("<p class=\"govuk-body app-quiet\">This form follows <a class=\"govuk-link\" href=\"{}\">{}, version {}</a>{}. {}</p>",
                path("/pack?pack={}", about.id), about.name, about.version, of_clauses, review_words(house, about.review_due));
}

Html version_section(const policy::GuidanceVersion& version) {
    auto changed = version.changed.empty() ? Html() : html("<p class=\"govuk-body\"><strong>What changed:</strong> {}</p>", version.changed);
    auto learnt = version.learnt.empty() ? Html() : html("<p class=\"govuk-body\"><strong>What we learnt:</strong> {}</p>", version.learnt);
    return html("<section><h2 class=\"govuk-heading-m\">Version {}, since {}</h2>{}{}{}</section>", version.version,
                calendar::in_words(version.since), changed, learnt, paragraphs(version.text));
}

Html what_it_is_for(const House& house, const Guidance& guidance) {
    std::vector<std::string> names;
    for (const auto& id : guidance.records)
        if (const auto* type = house.pack().record_type(id))
            names.push_back(id == "entry" ? "every form" : type->name);
    Html links;
    for (const auto& id : guidance.rule.clauses)
        links += html("{}<a class=\"govuk-link\" href=\"{}\">{}</a>", links.empty() ? "" : ", ", clause_path(house.pack(), id), id);
    auto forms = names.empty() ? Html() : html("<p class=\"govuk-body\">For: {}.</p>", join(names, ", "));
    auto clauses = links.empty() ? Html() : html("<p class=\"govuk-body\">Clauses: {}.</p>", links);
    return forms + clauses;
}

Response show_guidance(const House& house, const Call& call) {
    const auto found = house.pack().guidance.find(call.parameter("guidance"));
    if (found == house.pack().guidance.end())
        return not_found(house);
    const auto& guidance = found->second;
    auto frame = frame_for(house, call.caller<Caller>());
    frame.act = "Guidance";
    frame.heading = guidance.title;
    frame.back = BackLink{path("/pack?pack={}", guidance.rule.pack), "The policy in force"};
    Html versions;
    for (auto version = guidance.versions.rbegin(); version != guidance.versions.rend(); ++version)
        versions += version_section(*version);
    if (guidance.versions.empty())
        versions = html("<p class=\"govuk-body\">The policy names this paper. It was not supplied here.</p>");
    const auto review = review_words(house, guidance.review_due);
    auto told = review.empty() ? Html() : html("<p class=\"govuk-body\">{}</p>", review);
    return shown(frame, html("<div class=\"app-readable\">{}</div>", told + what_it_is_for(house, guidance) + versions));
}

} // namespace

const policy::About* about_of_pack(const policy::Pack& pack, std::string_view id) {
    if (pack.about.id == id)
        return &pack.about;
    const auto found = std::ranges::find(pack.extended, id, &policy::About::id);
    return found == pack.extended.end() ? nullptr : &*found;
}

Url clause_path(const policy::Pack& pack, const std::string& clause) {
    const auto found = pack.clauses.find(clause);
    const auto of = found == pack.clauses.end() ? pack.about.id : found->second.pack;
    return url(path("/pack?pack={}", of).text() + "#clause-" + clause);
}

std::string review_words(const House& house, const std::optional<calendar::Day>& due) {
    if (!due)
        return "";
    return *due < house.today() ? "It was to be looked at again by " + calendar::in_words(*due) + ", which has gone by." : "It is looked at again by " + calendar::in_words(*due) + ".";
}

Html guidance_of_pack(const House& house, const policy::About& about) {
    Html rows;
    for (const auto& [id, one] : house.pack().guidance)
        if (one.rule.pack == about.id)
            rows += html("<li>{}</li>", line_of(house, one));
    return rows.empty() ? Html() : html("<h3 class=\"govuk-heading-s\">Guidance kept with it</h3><ul class=\"govuk-list govuk-list--bullet\">{}</ul>", rows);
}

Html policy_of_form(const House& house, const policy::RecordType& type) {
    const auto& pack = house.pack();
    std::vector<std::pair<const policy::About*, std::vector<std::string>>> packs;
    for (const auto& id : clauses_of(pack, type))
        if (const auto clause = pack.clauses.find(id); clause != pack.clauses.end())
            if (const auto* about = about_of_pack(pack, clause->second.pack)) {
                auto found = std::ranges::find(packs, about, &std::pair<const policy::About*, std::vector<std::string>>::first);
                if (found == packs.end())
                    found = packs.insert(packs.end(), {about, {}});
                found->second.push_back(id);
            }
    if (packs.empty())
        packs.push_back({&pack.about, {}});
    Html lines;
    for (const auto& [about, clauses] : packs)
        lines += policy_line(house, *about, clauses);
    return html("<div id=\"policy-of-form\">{}{}</div>", lines, guidance_for(house, type.id));
}

Html policy_of_entry(const House& house, const record::StoryEntry& story) {
    const auto& by = story.entry.said.judged_by;
    if (by.pack.empty())
        return Html();
    const auto* about = about_of_pack(house.pack(), by.pack);
    std::vector<std::string> then;
    for (const auto* one : all_for(house, story.record_type()))
        if (const auto* version = one->on(calendar::london_day(story.entry.recorded_at)))
            then.push_back(one->title + ", version " + version->version);
    return html("<p class=\"govuk-body app-quiet\">Written under {}, version {}.{}</p>", about ? about->name : by.pack, by.version,
                then.empty() ? std::string() : " Guidance then: " + join(then, "; ") + ".");
}

Html guidance_for(const House& house, std::string_view record_type) {
    const auto lines = joined_lines(house, all_for(house, record_type));
    return lines.empty() ? Html() : html("<p class=\"govuk-body app-quiet\">Guidance: {}.</p>", lines);
}

Html help_of_list(const House& house, const std::string& list) {
    const auto found = house.pack().lists.find(list);
    Html meanings;
    if (found != house.pack().lists.end())
        for (const auto& choice : found->second.choices)
            if (!choice.means.empty() && (!choice.until || *choice.until >= house.today()))
                meanings += html("<li><strong>{}</strong>: {}</li>", choice.code.empty() ? choice.name : choice.name + " (" + choice.code + ")", choice.means);
    std::vector<const Guidance*> papers;
    for (const auto& [id, one] : house.pack().guidance)
        if (std::ranges::find(one.lists, list) != one.lists.end())
            papers.push_back(&one);
    auto more = papers.empty() ? Html() : html("<p class=\"govuk-body\">More about these: {}.</p>", joined_lines(house, papers));
    if (meanings.empty())
        return more;
    Details what;
    what.summary = "What these mean";
    what.content = html("<ul class=\"govuk-list govuk-list--bullet\">{}</ul>", meanings) + more;
    return details(what);
}

std::vector<http::Route> guidance_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/pack/guidance/{guidance}", http::Reach::Worker, to(show_guidance)}};
}

} // namespace lifestory::web::pages
