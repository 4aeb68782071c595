#include "index/project.h"

#include <algorithm>

#include "record/brought_in.h"
#include "record/codec.h"

namespace lifestory::index {

namespace {

StreamKind kind_of_stream(const record::Content& content) {
    switch (record::stream_of(content)) {
    case record::StreamKind::Child:
        return StreamKind::Child;
    case record::StreamKind::Family:
        return StreamKind::Family;
    case record::StreamKind::Authority:
        return StreamKind::Authority;
    case record::StreamKind::Looks:
        return StreamKind::Looks;
    }
    return StreamKind::Unknown;
}

bool names_somebody(const record::BasicDetail& detail) {
    return detail.fact == "name" || detail.fact == "known-as" || detail.fact == "born" ||
           detail.fact == "expected" || detail.fact == "died" || detail.fact == "pronouns" || detail.fact == "earlier-name" ||
           detail.fact == "nhs-number" || detail.fact == "unique-pupil-number" || detail.fact == "former-pupil-number";
}

// What a kind changes beside its own row; most change nothing.
struct Mapping {
    Changes& changes;

    void operator()(const record::ChildOpened& it) {
        changes.naming = Naming::Yes;
        changes.child = ChildRow{changes.entry.record, it.family, it.person};
    }
    void operator()(const record::BasicDetail& it) {
        changes.naming = names_somebody(it) ? Naming::Yes : Naming::No;
    }
    void operator()(const record::Person&) { changes.naming = Naming::Yes; }
    void operator()(const record::Relationship&) { changes.naming = Naming::Yes; }
    void operator()(const record::Allocation& it) {
        changes.allocation =
            AllocationRow{changes.entry.record, it.worker, it.relationship, it.from, it.until};
    }
    void operator()(const record::Release& it) {
        changes.release =
            ReleaseRow{it.entry, changes.entry.record, it.how, changes.entry.author, it.on, it.look_again};
    }
    void operator()(const record::Endorsement& it) {
        if (it.still_waits_for.empty())
            changes.answered.push_back(it.entry);
    }
    void operator()(const record::Comment& it) {
        if (it.by_manager && it.still_waits_for.empty())
            changes.answered.push_back(it.entry);
    }
    void operator()(const record::CorrectionAsked& it) { changes.correction_about = it.sentence.entry; }
    void operator()(const record::Correction& it) {
        const bool is_of_a_family = !it.withdraws.is_zero() && it.right_words.empty(); // in a child's stream the words are "Written in error"
        changes.naming = is_of_a_family ? Naming::Yes : Naming::No; // somebody drawn in error is nobody to find
        if (it.asked)
            changes.answered.push_back(*it.asked);
    }
    void operator()(const record::Read& it) {
        for (const auto& look : it.looks) {
            changes.looked_at.push_back(look.record);
            changes.holds_emergency = changes.holds_emergency || look.is_of_emergency();
        }
        std::sort(changes.looked_at.begin(), changes.looked_at.end());
        changes.looked_at.erase(std::unique(changes.looked_at.begin(), changes.looked_at.end()),
                                changes.looked_at.end());
    }

    void operator()(const record::Worker&) {}
    void operator()(const record::Team&) {}
    void operator()(const record::LineOfManagement&) {}
    void operator()(const record::PackAccepted&) {}
    void operator()(const record::HolidayDeclared&) {}
    void operator()(const record::HelpAsked&) {}
    void operator()(const record::HelpAnswered&) {}
    void operator()(const record::FamilyOpened&) {}
    void operator()(const record::Household&) {}
    void operator()(const record::Episode&) {}
    void operator()(const record::Visit&) {}
    void operator()(const record::CaseNote&) {}
    void operator()(const record::Meeting&) {}
    void operator()(const record::Document&) {}
    void operator()(const record::ChildsView&) {}
    void operator()(const record::Disagreement&) {}
    void operator()(const record::Addition&) {}
    void operator()(const record::ToldOfCorrection&) {}
    void operator()(const record::Closing&) {}
    void operator()(const record::SharingGiven&) {}
    void operator()(const record::LatenessGiven&) {}
};

} // namespace

Changes changes_of(const ledger::OpenedEntry& opened) {
    Changes changes;
    changes.entry = {opened.id, opened.header.record, opened.header.number, opened.place, {},
                     {},        opened.header.time};
    const auto read = record::read_entry(opened);
    if (!read.has_value())
        return changes;
    changes.stream = kind_of_stream(read->content);
    changes.entry.kind = record::kind_of(read->content);
    changes.entry.author = read->said.recorded_by.worker;
    const auto* form = record::form_of(read->content);
    changes.waits_for_a_manager = record::is_signed_work(read->content) && !(form && form->record_type == record::brought_in_note);
    std::visit(Mapping{changes}, read->content);
    return changes;
}

} // namespace lifestory::index
