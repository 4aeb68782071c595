#include "web/pages/written_letter_draft.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "casework/family.h"
#include "policy/letter_text.h"
#include "web/html/components.h"
#include "web/pages/people.h"

namespace lifestory::web::pages {

namespace {

using casework::FilledIn;

constexpr std::string_view body_box = "item.content", address_box = "item.address", said_by_box = "address-said-by";

std::string filled_field(int number, std::string_view of) { return fmt::format("filled.{}.{}", number, of); }

std::vector<FilledIn> filled_before(const desk::Fields& fields) {
    std::vector<FilledIn> all;
    for (int number = 1; fields.contains(filled_field(number, "what")); ++number)
        all.push_back({field(fields, filled_field(number, "what")), field(fields, filled_field(number, "value")), field(fields, filled_field(number, "source"))});
    return all;
}

std::string box_words(const DraftView& view, std::string_view box) { return field(view.draft.fields, std::string(box)); }

std::optional<PersonNumber> recipient_of(const DraftView& view) {
    const auto chosen = box_words(view, "item.from-whom");
    auto person = chosen.starts_with("person:") ? PersonNumber::parse(chosen.substr(7)) : Result<PersonNumber>(refuse("none", "none"));
    return person ? std::optional(*person) : std::nullopt;
}

std::optional<casework::KnownAddress> current_address(const DraftView& view, calendar::Day today) {
    const auto recipient = recipient_of(view);
    return recipient ? casework::address_of(*view.open->family, *recipient, today) : std::nullopt;
}

bool goes_by_post(const DraftView& view) { return box_words(view, "item.means") != "e-mail"; }

// It stands in the letter as the record has it, was said long ago, and nobody said since that it is right.
bool is_to_be_asked(const House& house, const DraftView& view) {
    const auto known = current_address(view, house.today());
    const auto address = trim(box_words(view, address_box));
    return goes_by_post(view) && known && known->address == address && casework::is_asked_again(*known, house.pack(), house.today()) && box_words(view, "address-right") != address;
}

// ---- the page

Html kept_fields(const DraftView& view) {
    Html all;
    for (const auto& [name, value] : view.draft.fields)
        if (name.starts_with("filled.") || name == "confirmed" || name == "address-right" || name.starts_with("asks-"))
            all += hidden_input(name, value);
    return all;
}

Html filled_rows(const DraftView& view) {
    Html rows;
    for (const auto& one : still_filled(view))
        rows += html("<li>{}: <strong>{}</strong><br><span class=\"app-quiet\">{}</span></li>", one.what, one.value, one.source);
    return rows;
}

Html open_rows(const DraftView& view) {
    Html rows;
    for (const auto& sentence : casework::open_places_in(box_words(view, body_box)))
        rows += html("<li>{}</li>", sentence);
    return rows.empty() ? Html() : html("<p class=\"govuk-body\">Still open in the letter:</p><ul class=\"govuk-list govuk-list--bullet\">{}</ul>", rows);
}

Html ask_about_address(const House& house, const DraftView& view, const Refusals& refusals) {
    if (!is_to_be_asked(house, view))
        return Html();
    const auto known = current_address(view, house.today());
    TextInput who;
    who.id = who.name = said_by_box;
    who.value = box_words(view, said_by_box);
    who.label.words = "Who said that this address is right?";
    who.hint.words = "Full name, and who they are. Ask them before the letter goes, or send an e-mail.";
    who.error = error_at(refusals, said_by_box);
    Button right{"This address is right"};
    right.name = "then";
    right.value = "address";
    right.classes = "govuk-button--secondary";
    right.attributes.add("formnovalidate");
    const auto ago = house.pack().setting("address-asked-again", house.today());
    return inset_text({html("<p><strong>{}</strong> was said last on {}, more than {} ago.</p>{}{}", known->address, calendar::in_words(known->said_on), ago, text_input(who), button(right)), {}, {}, {}});
}

// ---- signing

void add_open_places(const DraftView& view, Refusals& refusals) {
    for (const auto& sentence : casework::open_places_in(box_words(view, body_box)))
        refusals.push_back(refuse("open-place", "The letter still holds “" + sentence + "”: write it there, or take it out", std::string(body_box)));
}

void add_address(const House& house, const DraftView& view, Refusals& refusals) {
    const auto known = current_address(view, house.today());
    const auto address = trim(box_words(view, address_box));
    if (!goes_by_post(view) || !known)
        return;
    const auto filled = filled_before(view.draft.fields);
    const bool was_filled = std::any_of(filled.begin(), filled.end(), [&](const auto& one) { return one.what == address_filled && one.value == address; });
    if (was_filled && known->address != address)
        refusals.push_back(refuse("address-changed", "The record has another address by now: " + known->address + ", " + casework::source_of(*known) + ". Change it here", std::string(address_box)));
    const auto source = trim(box_words(view, "item.address-told-by"));
    const bool says_another = std::any_of(filled.begin(), filled.end(), [&](const auto& one) { return one.what == address_filled && one.value != address && one.source == source; });
    if (says_another)
        refusals.push_back(refuse("address-source", "This is where the address before is from: say who told us this one, and when", "item.address-told-by"));
    if (box_words(view, "item.address-sure") == "no")
        refusals.push_back(refuse("address-not-sure", "They have not said that it is still their address: ask them first, or send an e-mail", "item.address-sure"));
    if (is_to_be_asked(house, view))
        refusals.push_back(refuse("address-old", "This address was said last on " + calendar::in_words(known->said_on) + ": ask, and say who said that it is right", std::string(said_by_box)));
}

record::Rows rows_of(const std::vector<FilledIn>& filled) {
    record::Rows rows;
    for (const auto& one : filled)
        rows.rows.push_back({one.what, one.value, one.source});
    return rows;
}

// The home said again, unchanged, by whom it was confirmed.
Outcome say_home_again(const House& house, const Caller& caller, const DraftView& view, const casework::KnownAddress& known, const std::string& who) {
    auto again = *known.home;
    again.said_by = who;
    auto writing = TRY(casework::set_household(act_of(house, caller), *view.open->family, again));
    TRY(append(house, caller, *view.open, access::Act::Change, {}, FormNumber::random(), writing));
    return Nothing{};
}

} // namespace

bool is_written_letter(const DraftView& view) { return view.type && view.open && !view.type->letter.empty(); }

void put_filled(desk::Fields& fields, std::optional<PersonNumber> recipient, const std::vector<FilledIn>& filled) {
    if (recipient)
        fields["filled.for"] = "person:" + recipient->hex();
    int number = 0;
    for (const auto& one : filled) {
        ++number;
        fields[filled_field(number, "what")] = one.what;
        fields[filled_field(number, "value")] = one.value;
        fields[filled_field(number, "source")] = one.source;
    }
}

std::vector<FilledIn> still_filled(const DraftView& view) {
    auto all = filled_before(view.draft.fields);
    std::erase_if(all, [&](const auto& one) {
        const auto words = box_words(view, one.what == address_filled ? address_box : body_box);
        return is_blank(one.value) || words.find(one.value) == std::string::npos;
    });
    return all;
}

std::string digest_of(const std::vector<FilledIn>& filled) {
    std::vector<std::string> codes;
    for (const auto& one : filled)
        codes.push_back(to_hex(view(sha256(fmt::format("{}\n{}\n{}", one.what, one.value, one.source)))).substr(0, 12));
    return join(codes, ",");
}

bool is_confirmed(const DraftView& view) {
    const auto said = split(box_words(view, "confirmed"), ',');
    const auto filled = still_filled(view);
    return std::all_of(filled.begin(), filled.end(), [&](const auto& one) { return std::find(said.begin(), said.end(), digest_of({one})) != said.end(); });
}

bool is_of_the_template(const policy::RecordType& type, std::string_view words) {
    constexpr std::size_t enough = 15;
    const auto parts = policy::letter_parts(type.letter);
    for (const auto& part : parts ? *parts : std::vector<policy::LetterPart>())
        for (const auto& line : split(part.place == "must say" ? part.what : part.words, '\n')) {
            const auto said = trim(line);
            if (letters(said) >= enough && (words.find(said) != std::string_view::npos || said.find(words) != std::string::npos))
                return true;
        }
    return false;
}

Html statement_warning(const DraftView& view) {
    Html all;
    for (const auto& one : is_written_letter(view) ? casework::statements_lacking(*view.type, box_words(view, body_box)) : std::vector<std::string>())
        all += warning_text({Phrase("This letter does not say “" + one + "” The policy asks that it does."), "Warning", {}, {}});
    return all;
}

Html what_was_filled(const House& house, const DraftView& view, const Refusals& refusals) {
    const auto rows = filled_rows(view);
    const auto error = error_at(refusals, "filled");
    auto list = rows.empty() ? html("<p class=\"govuk-body\">Nothing from the record stands in it any more.</p>") : html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
    auto said = rows.empty() ? Html() : is_confirmed(view) ? html("<p class=\"govuk-body\">You said that these are right.</p>")
                                                          : html("<p class=\"govuk-body\">Read each. Change or take out in the letter what is not right.</p>");
    return html("<section class=\"app-part\" id=\"filled\"><h2 class=\"govuk-heading-m\">Filled in from the record</h2>{}{}{}{}{}{}</section>",
                error.words.empty() ? Html() : error_message(error), said, list, ask_about_address(house, view, refusals), open_rows(view), kept_fields(view));
}

Html right_and_check(const DraftView& view) {
    Button right{"These are right: check and sign"};
    right.name = "then";
    right.value = "right:" + digest_of(still_filled(view));
    return button(right);
}

desk::Fields fields_said_right(const DraftView& view, std::string_view digest) {
    auto fields = view.draft.fields;
    auto said = split(field(fields, "confirmed"), ',');
    for (const auto& one : split(std::string(digest), ','))
        if (std::find(said.begin(), said.end(), one) == said.end())
            said.push_back(one);
    std::erase(said, "");
    fields["confirmed"] = first(join(said, ","), 2000);
    return fields;
}

Outcome say_address_right(const House& house, const Caller& caller, const DraftView& view) {
    const auto who = trim(box_words(view, said_by_box));
    const auto known = current_address(view, house.today());
    if (who.empty())
        return refuse("no-who", "Say who said that this address is right", std::string(said_by_box));
    if (!known || known->address != trim(box_words(view, address_box)))
        return refuse("address-changed", "The record has another address by now. Look at it again", std::string(address_box));
    if (may_change_people(*view.open))
        TRY(say_home_again(house, caller, view, *known, who));
    auto fields = view.draft.fields;
    const auto source = "confirmed by " + who + " on " + calendar::in_words(house.today());
    for (int number = 1; fields.contains(filled_field(number, "what")); ++number)
        if (fields[filled_field(number, "what")] == address_filled)
            fields[filled_field(number, "source")] = (known->since ? "from " + calendar::in_words(*known->since) + ", " : std::string()) + source;
    fields["item.address-told-by"] = source;
    fields["address-right"] = known->address;
    if (view.type->item("address-sure"))
        fields["item.address-sure"] = "yes";
    TRY(house.desk.save({view.draft.draft, view.draft.version, fields, view.draft.stopped_at, caller.writer(), house.now()}));
    return Nothing{};
}

Refusals letter_not_ready(const House& house, const DraftView& view) {
    Refusals refusals;
    if (!is_written_letter(view))
        return refusals;
    add_open_places(view, refusals);
    if (const auto whom = box_words(view, "filled.for"); !whom.empty() && whom != box_words(view, "item.from-whom"))
        refusals.push_back(refuse("another-recipient", "This letter was filled in for somebody else: choose them again, or begin a letter to who it goes to", "item.from-whom"));
    add_address(house, view, refusals);
    if (!is_confirmed(view))
        refusals.push_back(refuse("not-confirmed", "Say that what was filled in from the record is right, or change it", "filled"));
    return refusals;
}

void add_what_was_filled(const DraftView& view, record::Form& form) {
    if (const auto filled = still_filled(view); is_written_letter(view) && !filled.empty())
        form.answers.push_back({"filled-in", "Filled in from the record: what, as it stands in the letter, where it is from", "for-professionals", "rows", rows_of(filled)});
}

} // namespace lifestory::web::pages
