#include "prose/inflect.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"

namespace lifestory::prose {

namespace {

// One row a word: the form in which rules name it stands first.
constexpr std::string_view irregular[] = {
    "be am is are was were been being", "have has had having", "do does did done doing", "go goes went gone going",
    "take takes took taken taking", "get gets got gotten getting", "give gives gave given giving", "make makes made making",
    "come comes came coming", "see sees saw seen seeing", "say says said saying", "tell tells told telling",
    "put puts putting", "let lets letting", "lose loses lost losing", "leave leaves left leaving", "keep keeps kept keeping",
    "choose chooses chose chosen choosing", "break breaks broke broken breaking", "throw throws threw thrown throwing",
    "hide hides hid hidden hiding", "lie lies lied lying", "know knows knew known knowing", "think thinks thought thinking",
    "feel feels felt feeling", "find finds found finding", "bring brings brought bringing", "hold holds held holding",
    "run runs ran running", "steal steals stole stolen stealing", "swear swears swore sworn swearing",
    "drink drinks drank drunk drinking", "drive drives drove driven driving", "eat eats ate eaten eating",
    "fall falls fell fallen falling", "fight fights fought fighting", "bite bites bit bitten biting", "hit hits hitting",
    "shut shuts shutting", "cut cuts cutting", "set sets setting", "wind winds wound winding", "blow blows blew blown blowing",
    "sleep sleeps slept sleeping", "speak speaks spoke spoken speaking", "spend spends spent spending",
    "stand stands stood standing", "stick sticks stuck sticking", "sit sits sat sitting", "pay pays paid paying",
    "show shows showed shown showing", "write writes wrote written writing", "fly flies flew flown flying",
    "begin begins began begun beginning", "become becomes became becoming", "understand understands understood understanding",
    "undertake undertakes undertook undertaken undertaking", "seek seeks sought seeking", "meet meets met meeting",
    "mean means meant meaning", "spin spins spun spinning", "fling flings flung flinging", "deal deals dealt dealing",
    "lay lays laid laying", "sell sells sold selling", "teach teaches taught teaching", "catch catches caught catching",
    "buy buys bought buying", "build builds built building", "send sends sent sending", "lead leads led leading",
    "read reads reading", "hurt hurts hurting", "cost costs costing", "upset upsets upsetting", "quit quits quitting",
    "overcome overcomes overcame overcoming", "withdraw withdraws withdrew withdrawn withdrawing",
    "forget forgets forgot forgotten forgetting", "bear bears bore born bearing", "bully bullies bullied bullying",
    "child children", "person people persons", "man men", "woman women", "wife wives", "life lives", "this these", "that those",
    "not n't", "i", "me", "a an", "the", "of", "to", "in", "and", "or", "for", "with", "by", "on", "at", "up", "out", "off", "no", "all",
    "as", "is", "was", "are", "her", "his", "him", "she", "he", "they", "them", "their", "it", "its", "so", "too", "very", "any", "own"};

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

std::vector<std::string> row_of(std::string_view word) {
    static const auto rows = [] {
        std::unordered_map<std::string_view, std::string_view> by_first;
        for (auto row : irregular)
            by_first.emplace(row.substr(0, row.find(' ')), row);
        return by_first;
    }();
    auto row = rows.find(word);
    return row == rows.end() ? std::vector<std::string>() : split(row->second, ' ');
}

void add_regular(std::vector<std::string>& forms, const std::string& word) {
    char last = word.back(), before = word.size() > 1 ? word[word.size() - 2] : 'a';
    auto stem = word.substr(0, word.size() - 1);
    bool sibilant = word.ends_with("s") || word.ends_with("x") || word.ends_with("z") || word.ends_with("ch") || word.ends_with("sh");
    if (last == 'y' && !is_vowel(before))
        forms.insert(forms.end(), {stem + "ies", stem + "ied", word + "ing"});
    else if (last == 'e')
        forms.insert(forms.end(), {word + "s", word + "d", stem + "ing"});
    else if (sibilant)
        forms.insert(forms.end(), {word + "es", word + "ed", word + "ing"});
    else
        forms.insert(forms.end(), {word + "s", word + "ed", word + "ing"});
    bool doubles = word.size() > 2 && !is_vowel(last) && is_vowel(before) && !is_vowel(word[word.size() - 3]) &&
                   std::string_view("wxy").find(last) == std::string_view::npos;
    if (doubles)
        forms.insert(forms.end(), {word + last + "ed", word + last + "ing"});
}

// "minimise" is found as "minimize" too, "behaviour" as "behavior".
void add_spellings(std::vector<std::string>& forms) {
    for (std::size_t i = 0, count = forms.size(); i < count; ++i)
        for (auto [ours, theirs] : {std::pair{"ising", "izing"}, {"ise", "ize"}, {"isation", "ization"}, {"aviour", "avior"}})
            if (auto at = forms[i].rfind(ours); at != std::string::npos && at >= 3) {
                auto other = forms[i];
                other.replace(at, std::string_view(ours).size(), theirs);
                forms.push_back(other);
                break;
            }
}

} // namespace

std::vector<std::string> forms_of(std::string_view word) {
    auto forms = row_of(word);
    if (!forms.empty())
        return forms;
    forms.emplace_back(word);
    if (word.size() > 2 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
        add_regular(forms, std::string(word));
        add_spellings(forms);
    }
    return forms;
}

} // namespace lifestory::prose
