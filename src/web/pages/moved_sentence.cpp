#include "web/pages/moved_sentence.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/text.h"
#include "record/sentences.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/differences.h"
#include "web/pages/posted_words.h"
#include "web/pages/writing.h"

namespace lifestory::web::pages {

namespace {

constexpr std::string_view moves = "move.", puts_back = "move-back.";

// The whole sentences that the words found stand in.
record::Span sentences_around(const std::string& words, const prose::Finding& found) {
    record::Span around{static_cast<std::uint32_t>(found.begin), static_cast<std::uint32_t>(found.end)};
    for (const auto& one : record::sentences(words))
        if (one.begin < found.end && found.begin < one.end)
            around = {std::min(around.begin, one.begin), std::max(around.end, one.end)};
    return around;
}

std::string words_in(const std::string& words, const record::Span& span) { return words.substr(span.begin, span.end - span.begin); }

// Of several, those that the sentence names; of one alone it is taken to be.
std::vector<const OtherPart*> it_may_be_of(const std::string& sentence, const std::vector<OtherPart>& others) {
    std::vector<const OtherPart*> all, named;
    for (const auto& other : others) {
        all.push_back(&other);
        if (record::has_word(sentence, other.open.child->first_name()))
            named.push_back(&other);
    }
    return named.empty() ? all : named;
}

std::string signed_already(const OtherPart& other) {
    return fmt::format("{} part is signed already: take it out here, and add it to that entry.", possessive(other.open.child->first_name()));
}

// The blanks behind the words go with them.
std::string without(const std::string& words, record::Span span) {
    while (span.end < words.size() && words[span.end] == ' ')
        ++span.end;
    auto left = words.substr(0, span.begin) + words.substr(span.end);
    return is_blank(left) ? std::string() : left;
}

// At the end. A sentence that stands there already is not written twice.
std::string with_at_end(const std::string& words, const std::string& sentence) {
    for (const auto& one : record::sentences(words))
        if (words_in(words, one) == sentence)
            return words;
    if (words.empty())
        return sentence;
    return fmt::format("{}{}{}", words, words.back() == '\n' || words.back() == ' ' ? "" : " ", sentence);
}

desk::Save with_box(const House& house, const Caller& caller, const desk::Draft& draft, const std::string& box, const std::string& words) {
    auto fields = draft.fields;
    fields[box] = words;
    return {draft.draft, draft.version, std::move(fields), draft.stopped_at, caller.writer(), house.now()};
}

// Two parts before a sentence moved: by their versions, and the box that it stood in.
struct Moved {
    DraftId from, to;
    std::uint64_t from_version = 0, to_version = 0;
    std::string box;
};

std::string code_of(const Moved& moved) {
    return fmt::format("{}.{}.{}.{}.{}", moved.from.hex(), moved.from_version, moved.to.hex(), moved.to_version, moved.box);
}

std::optional<std::uint64_t> number_in(std::string_view written) {
    std::uint64_t number = 0;
    auto read = std::from_chars(written.data(), written.data() + written.size(), number);
    return read.ec == std::errc() && read.ptr == written.data() + written.size() ? std::optional(number) : std::nullopt;
}

std::optional<Moved> moved_in(std::string_view code) {
    auto parts = split(code, '.');
    if (parts.size() != 6)
        return std::nullopt;
    auto from = DraftId::parse(parts[0]), to = DraftId::parse(parts[2]);
    auto from_version = number_in(parts[1]), to_version = number_in(parts[3]);
    if (!from || !to || !from_version || !to_version || parts[4] != "item")
        return std::nullopt;
    return Moved{*from, *to, *from_version, *to_version, fmt::format("item.{}", parts[5])};
}

// The part that the page shows, or one beside it. Null: it is none of this caller's.
const desk::Draft* part_of(const desk::Draft& draft, const std::vector<OtherPart>& others, DraftId wanted) {
    if (draft.draft == wanted)
        return &draft;
    auto other = std::ranges::find(others, wanted, [](const auto& one) { return one.draft.draft; });
    return other == others.end() ? nullptr : &other->draft;
}

// How a box was before the version that came next; none when it was written in since, or that version is not kept any more.
std::optional<std::string> box_before(const House& house, const desk::Draft& draft, std::uint64_t version, const std::string& box) {
    auto before = fields_at(house, draft, version), after = fields_at(house, draft, version + 1);
    if (!before || !after || draft.signed_as || field(*after, box) != field(draft.fields, box))
        return std::nullopt;
    return field(*before, box);
}

struct Before {
    const desk::Draft *from, *to;
    std::string from_words, to_words;
};

std::optional<Before> before_the_move(const House& house, const desk::Draft& draft, const std::vector<OtherPart>& others, const Moved& moved) {
    const auto *from = part_of(draft, others, moved.from), *to = part_of(draft, others, moved.to);
    if (!from || !to || from == to)
        return std::nullopt;
    auto from_words = box_before(house, *from, moved.from_version, moved.box), to_words = box_before(house, *to, moved.to_version, moved.box);
    if (!from_words || !to_words || *from_words == field(from->fields, moved.box))
        return std::nullopt;
    return Before{from, to, *from_words, *to_words};
}

Result<std::string> put_back(const House& house, const Caller& caller, const desk::Draft& draft, const std::vector<OtherPart>& others, std::string_view code) {
    auto moved = moved_in(code);
    auto before = moved ? before_the_move(house, draft, others, *moved) : std::nullopt;
    if (!before || !house.desk.save_both(with_box(house, caller, *before->from, moved->box, before->from_words), with_box(house, caller, *before->to, moved->box, before->to_words)))
        return refuse("written-meanwhile", "More was written there since. Nothing was put back");
    return std::string();
}

struct Pressed {
    const desk::Draft* from = nullptr;
    const OtherPart* to = nullptr; // null: the part that the page shows
    std::string finding;
};

// "FINDING.CHILD", or of the part that stands beside "with.RECORD.FINDING.CHILD".
std::optional<Pressed> pressed_in(const desk::Draft& draft, const std::vector<OtherPart>& others, std::string_view written) {
    auto dot = written.rfind('.');
    auto child = dot == std::string_view::npos ? std::nullopt : std::optional(written.substr(dot + 1));
    if (!child)
        return std::nullopt;
    Pressed pressed{&draft, nullptr, std::string(written.substr(0, dot))};
    for (const auto& other : others) {
        if (auto prefix = prefix_of(other.open.record); pressed.finding.starts_with(prefix)) {
            pressed.from = &other.draft;
            pressed.finding.erase(0, prefix.size());
        }
        if (other.open.record.hex() == *child)
            pressed.to = &other;
    }
    bool is_to_page = draft.record && draft.record->hex() == *child;
    return pressed.to || is_to_page ? std::optional(pressed) : std::nullopt;
}

Result<std::string> move_it(const House& house, const Caller& caller, const desk::Draft& draft, const std::vector<OtherPart>& others, std::string_view written) {
    auto gone = refuse("gone", "These words were changed meanwhile. Nothing was moved");
    auto pressed = pressed_in(draft, others, written);
    if (!pressed)
        return gone;
    const auto& to = pressed->to ? pressed->to->draft : draft;
    auto view = TRY(view_of(house, caller, *pressed->from));
    auto found = std::ranges::find(view.findings, pressed->finding, &DraftFinding::id);
    if (pressed->to && to.signed_as)
        return refuse("already-signed", fmt::format("Nothing was moved. {}", signed_already(*pressed->to)), found == view.findings.end() ? "" : found->box);
    if (found == view.findings.end() || std::ranges::find(found->moves, *to.record, &Move::child) == found->moves.end())
        return gone;
    if (is_unsettled(house, caller, to))
        return refuse("written-meanwhile", "Two of you wrote in the same box of the other part. Settle that first, then move this. Nothing was moved", found->box);
    const auto& words = field(pressed->from->fields, found->box);
    auto span = sentences_around(words, found->finding);
    Moved moved{pressed->from->draft, to.draft, pressed->from->version, to.version, found->box};
    auto saved = house.desk.save_both(with_box(house, caller, *pressed->from, found->box, without(words, span)),
                                      with_box(house, caller, to, found->box, with_at_end(field(to.fields, found->box), words_in(words, span))));
    if (!saved)
        return refuse(saved.refusal().code, "More was written here meanwhile, or a part was signed. Nothing was moved: read it again, then press it again", found->box);
    return fmt::format("?moved={}", percent_encoded(code_of(moved)));
}

} // namespace

void offer_moves(DraftView& view, const std::vector<OtherPart>& others) {
    for (auto& found : view.findings) {
        if (others.empty() || found.finding.category != prose::Category::OtherChild || is_for_all(*view.type, found.box))
            continue;
        const auto& words = field(view.draft.fields, found.box);
        for (const auto* other : it_may_be_of(words_in(words, sentences_around(words, found.finding)), others)) {
            if (other->draft.signed_as)
                found.finding.message = fmt::format("{} {}", found.finding.message, signed_already(*other));
            else
                found.moves.push_back({other->open.record, fmt::format("Move it to {} part", possessive(other->open.child->first_name()))});
        }
    }
}

std::string press_of_move(const std::string& finding, const Move& move) { return fmt::format("{}{}.{}", moves, finding, move.child.hex()); }

std::optional<Result<std::string>> move_pressed(const House& house, const Caller& caller, const desk::Draft& draft, std::string_view then) {
    if (!then.starts_with(moves) && !then.starts_with(puts_back))
        return std::nullopt;
    auto others = other_parts(house, caller, draft);
    return then.starts_with(moves) ? move_it(house, caller, draft, others, then.substr(moves.size())) : put_back(house, caller, draft, others, then.substr(puts_back.size()));
}

Html moved_words(const House& house, const http::Call& call, const desk::Draft& draft) {
    auto moved = moved_in(call.request.query.get("moved"));
    if (!moved || !draft.same_for_all)
        return Html();
    const auto& caller = call.caller<Caller>();
    auto others = other_parts(house, caller, draft);
    if (!before_the_move(house, draft, others, *moved))
        return Html();
    auto other = std::ranges::find(others, moved->to, [](const auto& one) { return one.draft.draft; });
    auto where = label_of(house, draft, moved->box);
    auto told = other == others.end() ? fmt::format("Moved here, to the end of “{}”.", where)
                                      : fmt::format("Moved to {} part, to the end of “{}”.", possessive(other->open.child->first_name()), where);
    Button back{"Put it back"};
    back.name = "then";
    back.value = fmt::format("{}{}", puts_back, code_of(*moved));
    back.classes = "govuk-button--secondary";
    back.attributes.add("formnovalidate");
    return inset_text({html("<p>{}</p>{}", told, button(back)), {}, {}, {}});
}

} // namespace lifestory::web::pages
