#include "policy/read/keys.h"

#include <algorithm>
#include <map>

namespace lifestory::policy {

namespace {

const Names rule_keys{"clause", "force", "since", "until", "changes", "settled", "why", "firm", "note"};

Names sorted(Names own, bool with_rule_keys) {
    if (with_rule_keys)
        own.insert(own.end(), rule_keys.begin(), rule_keys.end());
    std::ranges::sort(own);
    own.erase(std::unique(own.begin(), own.end()), own.end());
    return own;
}

Names rule(Names own) { return sorted(std::move(own), true); }
Names bare(Names own) { return sorted(std::move(own), false); }

const Names due_keys{"name", "what", "counts_when", "agreed_in", "owes", "about", "escalation", "when_late", "calendar", "including_the_day", "at", "if_closed"};
const Names status_keys{"name", "also", "during", "when", "begins", "by", "renewed_at", "ends", "ends_when", "lasts"};

Names joined(Names left, const Names& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

using Table = std::map<std::string, Names, std::less<>>;

const Table& kind_keys() {
    static const Table table{
        {"pack", bare({"id", "name", "extends", "version", "since", "clauses", "owner", "systems", "sources", "review_due", "clause",
                       "escalation", "corrects", "why", "note"})},
        {"clause", bare({"section", "says", "force", "doubt", "shape", "outside", "withdrawn", "why", "note"})},
        {"setting", rule({"asks", "type", "value", "chosen"})},
        {"role", rule({"name", "acts_as", "also"})},
        {"area", rule({"name", "teams", "also"})},
        {"list", rule({"name", "items", "adds"})},
        {"calendar", rule({"name", "based_on", "closed", "open", "hours", "terms"})},
        {"escalation", rule({"name", "steps"})},
        {"record", rule({"like", "name", "also", "about", "several_children", "when", "area", "belongs_to", "updates", "order", "signed_by",
                         "endorsed_by", "written_by", "decided_by", "distribute_to", "expects", "template", "items", "needs"})},
        {"status", rule(status_keys)},
        {"timescale", rule(joined({"limit", "after", "before", "on", "counts_from", "when", "falls_away", "fresh", "to", "general"}, due_keys))},
        {"frequency", rule(joined({"every", "starts", "while", "first", "never", "out_of", "for_each", "done_by", "stops", "to"}, due_keys))},
        {"audience", rule({"records", "area", "when", "written", "items"})},
        {"permission", rule({"act", "on", "roles", "asked_by", "when", "tells"})},
        {"restriction", rule(joined({"keeps", "shuts_out", "covers", "hides", "tells"}, status_keys))},
        {"retention", rule({"keep", "after", "when", "instead_of"})},
        {"hold", rule({"name", "covers", "lifted_by"})},
        {"significance", rule({"what", "when", "put", "leaves_out", "theme", "line", "group"})},
        {"finding", rule({"where", "reader_age", "longest_sentence"})},
        {"words", rule({"also", "better", "fine_with", "only_with", "said_of", "borderline", "means", "fits"})},
        {"acronyms", rule({"full", "plain", "known"})},
        {"audit", rule({"record", "by", "about", "every", "picks", "how", "from"})},
        {"measure", rule({"shows", "of", "by", "over", "target", "from", "to", "with", "when", "item", "name"})},
        {"reminder", rule({"text", "at", "answer", "reaches_back", "when"})},
        {"guidance", rule({"title", "records", "lists", "review_due", "versions"})},
    };
    return table;
}

const Table& part_keys() {
    static const Table table{
        {"item", bare({"id", "part", "type", "label", "hint", "force", "clause", "when", "list", "options", "columns", "long_columns",
                       "needs_rows", "each_child", "for_all", "words", "whose", "accepts", "said", "from", "under", "serves", "after", "proposed"})},
        {"proposal", bare({"value", "when"})},
        {"fitting words", bare({"say", "when"})},
        {"condition", bare({"status", "not_status", "ever", "lasted", "age", "age_at_death", "area", "not_area", "team", "item", "detail", "has",
                            "has_not", "count", "total"})},
        {"count", bare({"of", "at_least", "at_most", "within"})},
        {"total", bare({"of", "at_least", "at_most", "within", "since"})},
        {"need", bare({"what", "before", "since", "unless", "for_each", "when", "force", "clause", "why"})},
        {"source", bare({"title", "status", "revised", "adopted", "launched", "until", "links", "printed_copy_valid", "clause", "kept_at"})},
        {"guidance version", bare({"version", "since", "text", "changed", "learnt"})},
        {"step", bare({"at", "tell", "asks"})},
        {"term", bare({"from", "to", "name"})},
        {"closed", bare({"day", "name"})},
        {"choice", bare({"code", "name", "since", "until", "means"})},
        {"settle", bare({"take", "why"})},
    };
    return table;
}

// The moments of the built-in types beside those of every entry (packs.md section 3).
const std::map<std::string, Names, std::less<>>& moments() {
    static const Names none, spell{"started", "ended"}, episode{"planned", "started", "ended"};
    static const std::map<std::string, Names, std::less<>> table{
        {"entry", {"happened", "known", "recorded", "endorsed", "released", "shared", "distributed"}},
        {"case-note", none}, {"summary", none}, {"oversight", none}, {"audit", none}, {"sharing", none}, {"withholding", none},
        {"disagreement", none}, {"correction", none}, {"addition", none}, {"release", none}, {"transfer", none}, {"destruction", none},
        {"genogram", none}, {"chronology", none}, {"person", none},
        {"visit", {"seen", "seen-alone"}},
        {"meeting", {"planned", "held"}}, {"supervision", {"planned", "held"}},
        {"document", {"sent", "received"}}, {"correspondence", {"sent", "received"}},
        {"message", {"received", "read"}},
        {"work", {"received", "started", "completed"}},
        {"plan", spell}, {"basic-detail", spell}, {"relationship", spell}, {"household", spell},
        {"episode", episode}, {"placement", episode}, {"legal-status", episode}, {"allocation", episode}, {"involvement", episode},
        {"consent", episode},
        {"key-decision", {"decided"}}, {"closing", {"decided"}},
        {"risk-alert", {"planned", "started", "ended", "decided"}}, {"restriction", {"planned", "started", "ended", "decided"}},
    };
    return table;
}

const Names& looked_up(const Table& table, std::string_view name) {
    static const Names none;
    auto found = table.find(name);
    return found == table.end() ? none : found->second;
}

} // namespace

const Names& kinds() {
    static const Names names = [] {
        Names all;
        for (const auto& [kind, keys] : kind_keys())
            if (kind != "pack")
                all.push_back(kind);
        return all;
    }();
    return names;
}

const Names& keys_of(std::string_view kind) { return looked_up(kind_keys(), kind); }
const Names& keys_of_part(std::string_view part) { return looked_up(part_keys(), part); }

const Names& built_in_types() {
    static const Names names = [] {
        Names all;
        for (const auto& [type, own] : moments())
            all.push_back(type);
        return all;
    }();
    return names;
}

Names moments_of_built_in(std::string_view type) {
    Names all = moments().find("entry")->second;
    if (auto found = moments().find(type); found != moments().end() && type != "entry")
        all.insert(all.end(), found->second.begin(), found->second.end());
    return all;
}

const Names& relationships() {
    static const Names names{"allocated-worker", "co-worker", "author", "supervisor", "line-of-management", "chair", "core-group-member",
                             "lead-professional", "senior-practitioner-of-the-team", "senior-practitioner-who-supervises",
                             "manager-of-the-area", "carer", "parents", "family", "child", "notifier", "owner", "school", "police", "health",
                             "invited", "core-group", "court"};
    return names;
}

const Names& acts_as_names() {
    static const Names names{"practitioner", "senior-practitioner", "team-manager", "service-manager", "head-of-service",
                             "reviewing-officer", "conference-chair", "business-support", "auditor", "administrator"};
    return names;
}

const Names& shapes() {
    static const Names names{"one-record-per-child", "nothing-is-removed", "author-in-full", "signed-child-by-child", "dated-by-the-event",
                             "who-told-us", "told-apart-by-place", "voices-shown", "answers-and-disagreements", "preferred-words",
                             "read-as-the-child", "story", "front-page", "family", "decisions-traced", "carried-forward",
                             "versions-side-by-side", "media", "belongs-to-the-child", "letters", "genogram", "chronology",
                             "siblings-apart", "reading-noted", "subject-access", "due-and-done", "lists-of-work", "living-facts"};
    return names;
}

const Names& acts() {
    static const Names names{"find", "open", "write", "sign", "endorse", "decide", "change", "correct", "share", "send", "withhold",
                             "transfer", "hold", "destroy"};
    return names;
}

const Names& finding_categories() {
    static const Names names{"acronym", "jargon", "stigma", "blame", "derogatory", "third-person", "hard-sentence", "opinion-as-fact",
                             "name-or-role", "pasted-email", "other-child", "misspelt-name", "preferred-word", "repeated-text", "another-record", "address",
                             "child-voice", "how-views-obtained", "who-was-present", "reason-for-decision", "decision-maker", "next-step", "what-was-wanted"};
    return names;
}

bool contains(const Names& names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

} // namespace lifestory::policy
