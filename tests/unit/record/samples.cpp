#include "unit/record/samples.h"

namespace lifestory::record::samples {

namespace {

Author author(WorkerNumber worker) {
    if (worker == gareth)
        return {gareth, "Gareth Holloway", "Team Manager", "Family Team North"};
    if (worker == denise)
        return {denise, "Denise Achebe", "Head of Service", ""};
    if (worker == sam)
        return {sam, "Sam Okoro", "Support Worker", "Family Team North"};
    return {priya, "Priya Anand", "Social Worker", "Family Team North"};
}

Answer answer(std::string item, std::string part, std::string type, std::string label, Value value) {
    return {std::move(item), std::move(label), std::move(part), std::move(type), std::move(value)};
}

} // namespace

EntryId id_at(std::uint64_t place) {
    auto id = number<EntryId>(static_cast<unsigned>(place % 256));
    id.bytes[14] = static_cast<std::uint8_t>(place / 256);
    id.bytes[0] = 0xe1;
    return id;
}

Said said_by(WorkerNumber worker) {
    Said said;
    said.recorded_by = author(worker);
    said.judged_by = {"model", "2026.1", "9f2c"};
    said.happened_on = day(2026, 12, 9);
    return said;
}

Form visit_form() {
    Form form{"visit", "Visit", {}};
    form.answers = {
        answer("happened", "what-happened", "prose", "What happened",
               Text{"Today I came to see you because we agreed a visit every two weeks. You are enjoying "
                    "Maths."}),
        answer(
            "child-views", "what-you-told-me", "views", "What you told me",
            Views{{{"child", "", tilly_herself, "Nan's is quiet. I sleep.", {"talking alone"}, "", true}}}),
        answer("purpose", "about", "choices", "Why I came", Choices{{"plan visit"}}),
        answer("bedroom-seen", "about", "yes-no", "Bedroom seen", YesNo{true}),
        answer("agreed-on", "about", "day", "When we agreed this", OnDay{day(2026, 11, 25)}),
        answer("left-at", "about", "instant", "When I left", AtInstant{at("2026-12-09T17:30:00.000Z")}),
        answer("people", "about", "people", "Who else was there",
               People{{{"Maureen Barrow", "nan", maureen, std::nullopt}}, false}),
        answer("seen", "about", "seen", "Was Tilly seen?", SeenHow{Seen::Alone}),
        answer("considered", "decision", "options", "What else was thought of",
               Options{{{"A visit at school.", "You said you would rather be at home."}}}),
        answer("next", "what-happens-next", "actions", "What happens next",
               Actions{{{"Ask about art club", "Priya Anand", day(2027, 1, 5), "Feeling safe at night"}}}),
        answer("routine", "about", "rows", "A week",
               Rows{{{"Monday", "school"}, {"Saturday", "seeing Mum"}}}),
        answer("school-place", "about", "place", "School next year", NotKnown{"Asked on 9 December 2026."}),
    };
    return form;
}

Sentence maths_sentence(EntryId visit) {
    const std::string words = "You are enjoying Maths.";
    const auto all = visit_form().text("happened");
    const auto begin = static_cast<std::uint32_t>(all.find(words));
    return {visit, "happened", begin, begin + static_cast<std::uint32_t>(words.size()), words};
}

std::vector<Content> one_of_every_kind() {
    const auto visit = id_at(7);
    const Lateness late{"I was with another child", "Sam Okoro saw you on 11 December."};
    return {
        Worker{priya, "Priya Anand", "Social Worker", "social-worker", "01632 960 120", north, true},
        Team{north, "Family Team North", "safeguarding", "01632 960 121"},
        LineOfManagement{priya, gareth},
        PackAccepted{"model", "2026.1", "9f2c", {{"pack.toml", "[pack]\nid = \"model\"\n"}}},
        HolidayDeclared{day(2026, 9, 9), "Day of mourning"},
        HelpAsked{gareth, "Gareth Holloway", "Nine things, and court on Friday.",
                  {{tilly, std::string(31, '0') + "9", "Core group notes", day(2026, 12, 21)}}},
        HelpAnswered{id_at(5), "Sam takes the core group notes. Ring me at four."},
        FamilyOpened{"Barrow"},
        Person{maureen, "Maureen Barrow", "Nan", "she", "01632 960 141", "Ring, do not text.",
               day(1961, 5, 2), std::nullopt, std::nullopt, std::nullopt, {tilly_herself}, "woman", "Methodist", "White British", "English", "hard of hearing",
               "Ring before ten", "Tilly"},
        Relationship{maureen, tilly_herself, "nan", day(2015, 3, 14), std::nullopt, false, "Kerry Barrow", {tilly_herself}},
        Household{"nans", "Nan's", "12 Weir Lane", {maureen, tilly_herself}, day(2026, 11, 2), std::nullopt, {maureen}, "Kerry Barrow"},
        ChildOpened{barrows, tilly_herself},
        BasicDetail{"preferred-word", "Nan's", "placement", "Tilly", day(2026, 11, 9), std::nullopt, false, "told"},
        Allocation{priya, "Priya Anand", "allocated-worker", day(2026, 11, 2), std::nullopt},
        Episode{std::string(31, '0') + "5", Form{"child-protection-plan", "Child protection plan", {}},
                day(2026, 11, 2), std::nullopt},
        Visit{visit_form(),
              late,
              {{"stigma", "refused", "It is her own word"}},
              {{author(gareth), at("2026-12-10T09:00:00.000Z"), "happened", "Say who else was there."}}},
        CaseNote{
            Form{"case-note",
                 "Case note",
                 {{"happened", "What happened", "what-happened", "prose", Text{"Your nan rang me today."}}}},
            std::nullopt,
            {},
            {}},
        Meeting{Form{"core-group", "Core Group", {}}, day(2027, 1, 6), true, std::nullopt, {}, {}},
        Document{Form{"letter", "Letter", {}}, visit, std::nullopt, {}, {}},
        ChildsView{View{"child",
                        "",
                        tilly_herself,
                        "I want to see Mum.",
                        {"drawing"},
                        "Maureen Barrow",
                        std::nullopt},
                   "family time"},
        Disagreement{maths_sentence(visit), visit, "child", "remembers-differently",
                     "She came. She was late."},
        Endorsement{visit, "I agree. Keep the Saturdays under review."},
        Comment{visit, "Ask about school too.", true},
        Addition{visit, "I left out that the cat is called Pickle."},
        CorrectionAsked{maths_sentence(visit), "You are enjoying English.", "It was the wrong subject."},
        Correction{maths_sentence(visit),
                   "You are enjoying English.",
                   "It was the wrong subject.",
                   id_at(22),
                   {"Kerry Barrow"},
                   false},
        ToldOfCorrection{id_at(23), "Kerry Barrow", "by telephone", day(2026, 12, 16)},
        Closing{maths_sentence(visit), "They are about someone else."},
        Release{visit, "not-yet", "it could spoil a crime enquiry", std::nullopt, day(2027, 1, 9),
                "the night the police came"},
        SharingGiven{visit, "Kerry Barrow", "by hand", "She is your mum.", "Kerry agreed on 1 December.",
                     day(2026, 12, 12)},
        LatenessGiven{std::string(31, '0') + "9", late},
        Read{{{priya, "Priya Anand", "Social Worker", "works with Tilly", tilly, visit, "5e55",
               at("2026-12-23T10:40:00.000Z")}}},
    };
}

ledger::OpenedEntry opened(RecordNumber record, std::uint64_t place, const Content& content,
                           WorkerNumber by) {
    ledger::OpenedEntry one;
    one.header.number = place;
    one.header.record = record;
    one.header.time = at("2026-12-10T10:00:00.000Z") + std::chrono::minutes(place);
    one.id = id_at(place);
    one.form = number<FormNumber>(static_cast<unsigned>(place % 256));
    one.place = place;
    one.content = write_content(said_by(by), content);
    return one;
}

Entry entry(RecordNumber record, std::uint64_t place, const Content& content, WorkerNumber by) {
    auto read = read_entry(opened(record, place, content, by));
    return *read;
}

} // namespace lifestory::record::samples
