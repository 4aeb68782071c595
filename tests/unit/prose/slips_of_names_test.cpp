// Slips of names and days by other kinds than misspelt_test.cpp knows: what is written together or apart, a first letter, a possessive, a
// longer or another form beside the right surname, small letters beside "your nan", a day told by other words than the record's. All invented.
#include <gtest/gtest.h>

#include "reading.h"

namespace lifestory::prose {

namespace {

About about_heather() {
    About about;
    about.child = "Heather";
    about.full_name = "Heather Rose Quillfeather";
    about.people = {
        {"Christabel Wrexley", "social worker"}, {"Knox Quillfeather", "brother"}, {"Agnes Quillfeather", "nan"}, {"James Threadgold", "dad"},
        {"Rosalind Quillfeather", "mum"}, {"Alexandra De Souza", "health visitor"}, {"Mary-Ann Hollingworth", "foster carer"}, {"Rhodri ap Gwilym", "youth worker"},
        {"Geoffrey Wainwright", "teacher"}, {"Humaira Chaudhry", "guardian"}, {"Iris Pemberton", "reviewing officer"}, {"Ulrika Bergström", "therapist"},
        {"Charlotte Fotheringay", "solicitor"}, {"Matthew Rogers", "head of year"}, {"Xanthe Lovelace", "sister"}, {"Oluwaseun Adeyemi", "personal adviser"},
        {"Philomena Gathercole", "school nurse"}, {"Frances Oakapple", "aunt"}, {"Lukas MacIntyre", "stepdad"}, {"Wilhelmina Featherstonehaugh", "tutor"}};
    return about;
}

About with_days() {
    auto about = about_heather();
    about.key_dates = {{"placed with foster carer", *calendar::parse_day("2024-06-17")}, {"went missing", *calendar::parse_day("2025-01-24")},
                       {"child protection conference", *calendar::parse_day("2024-09-05")}, {"grandad died", *calendar::parse_day("2023-11-08")},
                       {"excluded from school", *calendar::parse_day("2025-03-12")}};
    return about;
}

Words marked(const std::string& sentence, const About& about) { return found(Category::MisspeltName, "You told me about school. " + sentence, about); }

const Words slips{
    // written together, or apart
    "Ms Desouza weighed you.", "Alexandra DeSousa weighed you.", "Maryanne made tea.", "Mary-Anne Hollingworth made tea.", "I met MaryAn today.", "Ms Hollingsworth-Mary came.",
    "Rhodri ap Gwillym came.", "Ms De Sousa rang.", "Ms DeSouzza rang.", "Mary Anne made tea.",
    // the first letter
    "Eather told me.", "Hheather sang.", "Your brother Nox ran.", "I met Ristabel Wrexley.", "Kristabel told you.", "Sharlotte rang the court.", "Zanthe sang.",
    "Your sister Zanthe sang.", "Umaira told the judge.", "Jeoffrey taught you.", "Ms Rexley rang.", "Mr Vainwright taught you.", "Filomena saw you.", "Chames Threadgold came.",
    "Agness told me.", "Oulrika listened.", "Hulrika listened.", "Your nan Hagnes came.", "Welhelmina taught you.", "Vilhelmina taught you.", "Your aunt Phrances came.",
    "Ms Gathercole and Pilomena came.", "Kharlotte rang.", "Hiris told you.",
    // what belongs to somebody whose name ends in s
    "Jame's car was there.", "We saw Agne's house.", "It was Iri's idea.", "Mr Roger's class is big.", "It was Knoxs idea. It was Lukass idea.", "It was France's cake. Your aunt Francis baked it.",
    // in small letters, beside what tells who it is
    "your nan agnis came.", "I met your dad jaymes.", "your mum rosalynd cooked.", "we met your brother nox.", "your sister zanthe sang.", "Mrs pemburton rang.", "mr wainright rang.",
    "your dad, jaimes threadgold, rang.", "ms chaudry rang.", "Your stepdad lucas cooked.",
    // another form of the first name before the right surname of somebody who works with the child
    "Christobella Wrexley rang.", "Christine Wrexley rang.", "Charlene Fotheringay rang.", "Phyllis Gathercole saw you.", "Wilma Jane Featherstonehaugh came. Wilhelmena helped.",
    "Alexandria De Souza rang.", "Geoff Wainright taught you.", "Matthias Rogers rang.", "Philomela Gathercole came.", "Humera Chaudhry rang.",
    // another surname that is nearly it, after the right first name
    "Geoffrey Wainscott-Wright and Geoffrey Wanewright came.", "Charlotte Featheringay rang.", "Charlotte Fotheringhay rang.", "Humaira Chowdhury rang.", "Humaira Choudhary rang.",
    "Iris Pemburtone rang.", "Ulrika Burgstrom listened.", "Christabel Wroxley rang.", "Christabel Rexleigh rang.", "Philomena Gatherbole saw you.", "James Treadgould came.",
    "Rosalind Quilfether came.", "Oluwaseun Adayemmi rang.", "Wilhelmina Fetherstonhaugh came.", "Mary-Ann Holingsworth made tea.", "Lukas McEntire cooked.", "G. Wainright rang.",
    "C Wrexly rang.", "Mr G Wainright rang.", "Dr U. Bergstrum listened.",
    // beside the job, behind the name
    "Marie-Ann is your foster carer.", "Christabell is your social worker.", "Christobel (your social worker) came.", "Iriss, who is your reviewing officer, came.",
    "Charlot, the solicitor, rang.", "Jeffery Wainwright, your teacher, rang.",
    // long names
    "Oluwasen rang.", "Oluwasuen rang.", "Ollwaseun rang.", "Wilhemina came.", "Wilhelminia came.", "Ms Featherstonhaugh came.", "Ms Featherstonehough came.", "Your mum, Rosalinde, rang.", "Xantha sang.", "Kayleigh came. Agnez told me.", "Your stepdad Lucass cooked.", "Ms Hollingsworth made tea.",
    "Mr Threadgould came.", "Ms Fotherinhay rang.", "Ms Gathercoal saw you."};

const Words others{
    "Rosa and Rosie are your friends.", "Your friend Iggy came.", "A heather grew there.", "We walked through the heather.", "Leather shoes hurt.", "Feather by feather it fell.",
    "Weather was bad.", "James's car was there.", "Agnes's house is warm.", "Iris's idea was good.", "Mr Rogers's class is big.", "Frances's cake was good.", "Lukas's dog came.",
    "Your friend Luka came.", "Luka's dog is your friend's.", "The James family came.", "France is far.", "France's team won.", "Your mum cooked. Your mum rose early.",
    "Your nan agreed with me.", "Your dad jumped in.", "Your dad jams with his band.", "Your aunt frowned.", "Your brother knocked on the door.", "Your brother knew that.", "Your sister xeroxed it.",
    "Your mum rolled her eyes.", "your stepdad looks tired.", "your stepdad locks the door.", "Mr Park rang.", "Mr Wright, your bus driver, came.", "Mrs Pember from the shop came.", "Rodgers and Hammerstein wrote it.",
    "Your friend Charlie came.", "Charlie Fotheringay, your cousin, came.", "Agatha Quillfeather is your great aunt.", "Jim Threadgold, your dad, came.", "Jamie Threadgold is your cousin.",
    "Geoff Wainwright taught you.", "Alex De Souza rang.", "Matt Rogers rang.", "Phil Gathercole rang.", "Will came with Kit.", "Chris Wrexley rang.", "Christie came.", "Max Quillfeather is your uncle.",
    "Fran rang.", "Christabel Smith is your friend.", "Geoffrey Marsh is your uncle.", "Charlotte Bell sits next to you.", "James Bond was on television.", "Rosalind Franklin was a scientist.", "Frances Hardinge wrote the book.",
    "Matthew Walker taught you to swim.", "Iris Murdoch wrote it.", "Mary and Ann came.", "Mary Poppins was on.", "Ann came with Mary.", "Anna rang.", "Harriet rang.", "Gatherings are loud.",
    "Hollingworth Lake was cold.", "We went to Pemberton Road.", "Bergen is far.", "The Souza twins came.", "Adeyemi rang.", "Seun rang.", "Mina came.", "Rose came.", "Miss Rose, your teacher, came.",
    "Your friend Lucas came.", "Wainwright's maps are good.", "Your cousin Francis came.", "Xander came.", "You sang with Nox Arcana's record.", "Knocks at the door scared you.",
    "Box came.", "You fed Fox.", "Rogers is your head of year.", "Roger's your friend.", "Roger is your friend's dad.", "Ulrika Bergstrom listened.", "Ulrika Bergström listened.", "Mr MacIntyre came.",
    "Your dad's James was late.", "Wilhelmina Featherstonehaugh came.", "The Threadgolds came.", "A thread of gold ran through it.", "Your teacher, Geoffrey Wainwright, rang.", "Ms Chaudhry rang.",
    "I rang Christabel and Humaira.", "Alexandra Palace was loud.", "Rhodes is an island.", "Rhodri came.", "Mr Gwilym came.", "Oak apples grew.", "James' car was there.",
    "I rang Martha Adeyemo.", "Today Leon Pembertone came.", "Reza Rogerson put it into Dari."};

const Words wrong_days{
    "You came to live with Mary-Ann on 17 June 2023.", "You have been with Mary-Ann since 16 June 2024.", "You were placed here on 17 July 2024.", "You moved in with your foster carer on 27 June 2024.",
    "You went missing on 24 February 2025.", "You ran away on 23 January 2025.", "You did not come home on 24 January 2024.", "You were gone all night on 14 January 2025.",
    "The conference was on 9 May 2024.", "Everyone met at the conference on 6 September 2024.", "Grandad passed away on 11 August 2023.", "Your grandad died on 18 November 2023.", "You lost Grandad on 8 November 2022.",
    "School sent you home on 12 March 2024.", "You were suspended from school on 3 December 2025.", "You were excluded on 21 March 2025.", "The school excluded you on 12 April 2025.",
    "You came to live with Mary-Ann in June 2023.", "You have been with your foster carer since July 2024.", "Grandad died in 2022.", "You were excluded in April 2025."};

const Words other_days{
    "You came to live with Mary-Ann on 17 June 2024.", "On 17 July 2024 we went swimming.", "You went missing on 24 January 2025, and came back on 25 January 2025.", "I rang Nan on 24 February 2025.",
    "The next conference is on 5 March 2025.", "The conference will be on 6 September 2025.", "Grandad died on 8 November 2023.", "Grandad's funeral was on 20 November 2023.", "Your uncle died on 1 November 2021.",
    "You were excluded on 12 March 2025. You go back on 17 March 2025.", "School sent you home with a cold on 4 October 2024.", "You were at school on 15 May 2025.", "Mum came home on 2 January 2025.",
    "You came to live with Mary-Ann in June 2024.", "Grandad died in 2023.", "In June 2025 you went to camp.", "You were excluded from the club in 2021, before you came here.", "You started school in 2019.", "Since 2022 Mum has worked nights.",
    "You ran a race on 20 June 2025.", "You lost your coat on 9 November 2024.", "We met the head at school on 2 October 2024.", "You moved class on 16 June 2025."};

std::string list(const Words& words) {
    std::string all;
    for (const auto& one : words)
        all += "\n  " + one;
    return all;
}

} // namespace

TEST(MisspeltName, is_found_in_other_slips_too) {
    Words missed;
    for (const auto& sentence : slips)
        if (marked(sentence, about_heather()).empty())
            missed.push_back(sentence);
    EXPECT_GE(slips.size(), 100u);
    EXPECT_LE(missed.size() * 20, slips.size()) << list(missed);
}

TEST(MisspeltName, is_none_of_these_either) {
    for (const auto& sentence : others)
        EXPECT_EQ(marked(sentence, about_heather()), Words{}) << sentence;
}

TEST(WrongDate, is_found_when_other_words_tell_of_the_day) {
    Words missed;
    for (const auto& sentence : wrong_days)
        if (marked(sentence, with_days()).empty())
            missed.push_back(sentence);
    EXPECT_EQ(missed, Words{});
}

TEST(WrongDate, is_not_a_day_of_something_else) {
    for (const auto& sentence : other_days)
        EXPECT_EQ(marked(sentence, with_days()), Words{}) << sentence;
}

} // namespace lifestory::prose
