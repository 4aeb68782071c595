// The few questions that every kind of entry must answer.
#include "record/entry.h"

#include "record/chronology.h"

namespace lifestory::record {

Content::Content() = default;
Content::Content(const Content& other) = default;
Content::Content(Content&& other) noexcept = default;
Content& Content::operator=(const Content& other) = default;
Content& Content::operator=(Content&& other) noexcept = default;
Content::~Content() = default;
bool Content::operator==(const Content& other) const { return static_cast<const Kinds&>(*this) == static_cast<const Kinds&>(other); }

std::string kind_of(const Content& content) {
    return std::visit([](const auto& kind) { return std::string(kind.kind_word); }, content);
}

StreamKind stream_of(const Content& content) {
    const auto authority = [](const auto&) { return StreamKind::Authority; };
    const auto family = [](const auto&) { return StreamKind::Family; };
    const auto child = [](const auto&) { return StreamKind::Child; };
    return std::visit(Cases{
                          [&](const Worker& it) { return authority(it); },
                          [&](const Team& it) { return authority(it); },
                          [&](const LineOfManagement& it) { return authority(it); },
                          [&](const PackAccepted& it) { return authority(it); },
                          [&](const HolidayDeclared& it) { return authority(it); },
                          [&](const HelpAsked& it) { return authority(it); },
                          [&](const HelpAnswered& it) { return authority(it); },
                          [&](const FamilyOpened& it) { return family(it); },
                          [&](const Person& it) { return family(it); },
                          [&](const Relationship& it) { return family(it); },
                          [&](const Household& it) { return family(it); },
                          [&](const ChildOpened& it) { return child(it); },
                          [&](const BasicDetail& it) { return child(it); },
                          [&](const Allocation& it) { return child(it); },
                          [&](const Episode& it) { return child(it); },
                          [&](const Visit& it) { return child(it); },
                          [&](const CaseNote& it) { return child(it); },
                          [&](const Meeting& it) { return child(it); },
                          [&](const Document& it) { return child(it); },
                          [&](const ChildsView& it) { return child(it); },
                          [&](const Disagreement& it) { return child(it); },
                          [&](const Endorsement& it) { return child(it); },
                          [&](const Comment& it) { return child(it); },
                          [&](const Addition& it) { return child(it); },
                          [&](const CorrectionAsked& it) { return child(it); },
                          [&](const Correction& it) { return child(it); },
                          [&](const ToldOfCorrection& it) { return child(it); },
                          [&](const Closing& it) { return child(it); },
                          [&](const Release& it) { return child(it); },
                          [&](const SharingGiven& it) { return child(it); },
                          [&](const LatenessGiven& it) { return child(it); },
                          [](const Read&) { return StreamKind::Looks; },
                      },
                      content);
}

const Form* form_of(const Content& content) {
    return std::visit(
        [](const auto& kind) -> const Form* {
            if constexpr (requires { kind.form; })
                return &kind.form;
            else
                return nullptr;
        },
        content);
}

const std::optional<Lateness>* lateness_of(const Content& content) {
    return std::visit(
        [](const auto& kind) -> const std::optional<Lateness>* {
            if constexpr (requires { kind.late; })
                return &kind.late;
            else
                return nullptr;
        },
        content);
}

const std::vector<Kept>* kept_of(const Content& content) {
    return std::visit(
        [](const auto& kind) -> const std::vector<Kept>* {
            if constexpr (requires { std::vector<Kept>(kind.kept); })
                return &kind.kept;
            else
                return nullptr;
        },
        content);
}

std::optional<EntryId> about_of(const Content& content) {
    return std::visit(
        [](const auto& kind) -> std::optional<EntryId> {
            if constexpr (requires { EntryId(kind.entry); })
                return kind.entry;
            else if constexpr (requires { EntryId(kind.sentence.entry); })
                return kind.sentence.entry;
            else
                return std::nullopt;
        },
        content);
}

bool is_signed_work(const Content& content) {
    if (const auto* meeting = std::get_if<Meeting>(&content))
        return !meeting->arranged_only;
    if (const auto* document = std::get_if<Document>(&content))
        return !is_made_of_others(document->form); // whoever reads the chronology reads it
    return std::holds_alternative<Visit>(content) || std::holds_alternative<CaseNote>(content);
}

} // namespace lifestory::record
