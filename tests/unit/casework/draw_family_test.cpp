// Drawing with the family, and where the chronology of brothers and sisters lies: which entries are written, and what is refused.
#include "casework/draw_family.h"

#include "casework/keep_chronology.h"
#include "unit/casework/cast.h"

namespace lifestory::casework {

namespace {

using namespace cast;

const auto me = number<PersonNumber>(31), nan = number<PersonNumber>(32), new_one = number<PersonNumber>(33);
const auto reece = number<RecordNumber>(3);

record::Family the_family() {
    record::Family family;
    family.record = barrows;
    const auto add = [&](unsigned place, Content content) {
        Entry entry;
        entry.number = entry.place = place;
        entry.id = number<EntryId>(150 + place);
        entry.record = barrows;
        entry.content = std::move(content);
        apply(family, entry);
    };
    record::Person tilly_herself{me, "Matilda Barrow"}, grandmother{nan, "Maureen Barrow"}, brother{number<PersonNumber>(34), "Reece Barrow"};
    tilly_herself.child = tilly;
    brother.child = reece;
    add(0, FamilyOpened{"Barrow"});
    add(1, tilly_herself);
    add(2, grandmother);
    add(3, brother);
    return family;
}

record::Person jamie() {
    record::Person person{new_one, "Jamie Barrow"};
    person.said_by = "Matilda Barrow";
    return person;
}

record::Relationship brother_of(PersonNumber whom) { return {new_one, whom, "brother", {}, {}, false, "Matilda Barrow", {}}; }

record::KeptGenogram kept() { return {{"Matilda Barrow", "Maureen Barrow"}, {{"Art club", "close"}}, {{"The rent", ""}}, {}, "- Matilda Barrow"}; }

std::vector<std::string> fields_of(const Result<Writing>& writing) {
    std::vector<std::string> fields;
    for (const auto& refusal : writing ? Refusals() : writing.refusals())
        fields.push_back(refusal.field);
    return fields;
}

} // namespace

TEST(DrawPerson, writes_somebody_their_tie_and_the_home_in_one_act) {
    const record::Household home{"nans", "Nan's", "", {nan, me, new_one}, {}, {}, {}, "Matilda Barrow"};
    const auto writing = draw_person(priya(), the_family(), jamie(), brother_of(me), SamePerson::NotAsked, home);
    ASSERT_TRUE(writing);
    ASSERT_EQ(writing->size(), 3u);
    EXPECT_EQ(std::get<record::Person>((*writing)[0].content), jamie());
    EXPECT_EQ(std::get<record::Relationship>((*writing)[1].content), brother_of(me));
    EXPECT_EQ(std::get<record::Household>((*writing)[2].content), home);
    EXPECT_NE((*writing)[1].id, (*writing)[2].id);
    EXPECT_EQ(draw_person(priya(), the_family(), jamie(), brother_of(me), SamePerson::NotAsked, {})->size(), 2u);
}

TEST(DrawPerson, is_refused_when_nobody_said_so_or_nobody_is_there_to_add_to) {
    auto untold = jamie();
    untold.said_by = " ";
    EXPECT_EQ(fields_of(draw_person(priya(), the_family(), untold, brother_of(number<PersonNumber>(99)), SamePerson::NotAsked, {})),
              (std::vector<std::string>{"telling", "to"}));
    auto tie = brother_of(me);
    tie.from = nan;
    tie.told_by = "";
    EXPECT_EQ(fields_of(draw_tie(priya(), the_family(), tie)), std::vector<std::string>{"telling"});
}

TEST(KeepGenogram, is_one_document_of_today_that_reads_back_as_it_was_said) {
    const auto writing = keep_genogram(priya(), the_record(), the_family(), kept());
    ASSERT_TRUE(writing);
    ASSERT_EQ(writing->size(), 1u);
    EXPECT_EQ(writing->front().said.happened_on, day(2026, 12, 23));
    EXPECT_EQ(writing->front().said.told_by, "Matilda Barrow, Maureen Barrow");
    auto child = the_record();
    Entry entry;
    entry.number = entry.place = child.length;
    entry.id = number<EntryId>(201);
    entry.record = tilly;
    entry.said = writing->front().said;
    entry.content = writing->front().content;
    apply(child, entry);
    ASSERT_TRUE(record::genogram_on(child, day(2026, 12, 23)));
    EXPECT_EQ(record::genogram_in(*record::genogram_on(child, day(2026, 12, 23))), kept());
    EXPECT_FALSE(record::genogram_on(child, day(2026, 12, 22))) << "the day before, nobody had said so";
}

TEST(KeepGenogram, is_refused_when_nobody_drew_it_or_it_cannot_be_read_or_rung) {
    auto wrong = kept();
    wrong.with.clear();
    wrong.services.assign(21, {"School", ""});
    wrong.themes = {{std::string(61, 'a'), ""}};
    wrong.at_night = nan;
    const auto refused = keep_genogram(priya(), the_record(), the_family(), wrong);
    EXPECT_EQ(fields_of(refused), (std::vector<std::string>{"telling", "services", "themes", "at-night"}));
    EXPECT_EQ(messages(refused).back(), "Write down the telephone number of Maureen Barrow first, under People");
}

TEST(MasterChronology, lies_on_the_file_of_a_child_of_the_family_and_is_said_once) {
    EXPECT_EQ(fields_of(say_master(priya(), the_record(), the_family(), number<RecordNumber>(77))), std::vector<std::string>{"lead"});
    const auto writing = say_master(priya(), the_record(), the_family(), reece);
    ASSERT_TRUE(writing);
    auto child = the_record();
    Entry entry;
    entry.number = entry.place = child.length;
    entry.id = number<EntryId>(202);
    entry.record = tilly;
    entry.said = writing->front().said;
    entry.content = writing->front().content;
    apply(child, entry);
    EXPECT_EQ(record::master_of(child), (record::Master{reece, "Reece Barrow"}));
    EXPECT_FALSE(say_master(priya(), child, the_family(), reece));
    EXPECT_FALSE(copy_chronology(priya(), child, {}, "Reece"));
}

} // namespace lifestory::casework
