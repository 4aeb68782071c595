#include "prose/another_spelling.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace lifestory::prose {

namespace {

// Names that are said alike and share few letters.
constexpr std::string_view said_alike[] = {
    "sean shaun shawn", "rhys reece reese", "niamh neve neave neeve", "diarmuid diarmaid dermot dermott", "maeve meabh medb mave", "sinead shinade",
    "ruairi ruaidhri rory", "roisin rosheen", "tadhg tige", "fionnuala finola", "grainne gronia", "cathal cahal", "krzysztof kristof christof",
    "wojciech voytek", "lukasz lukash lucas", "jerzy yezhy", "michal mihal", "piotr pyotr", "siobhan shevaun shivaun", "geoff jeff", "lee leigh", "graham graeme", "dylan dillon",
    "hugh huw", "catherine katherine kathryn katharine cathryn", "ann anne", "alan allan allen alun", "rachel rachael", "isabel isobel isabelle",
    "eleanor elinor", "caitlin kaitlyn katelyn", "jonathan jonathon johnathan", "geoffrey jeffrey jeffery", "laurence lawrence", "deborah debra",
    "aisha ayesha aysha", "omar umar", "usman osman uthman", "clark clarke", "brown browne", "thompson thomson", "davis davies", "reid reed read",
    "stewart stuart", "smith smyth smythe", "chaudhry chaudry chaudhary chowdhury choudhury chowdhry choudhary", "rahman rehman", "pearce pierce",
    "gray grey", "rogers rodgers", "dickson dixon", "bailey baillie bayley", "kai kye cai", "zac zak zach zack", "amy aimee ami", "jay jai", "ray rae",
    "jon john", "abi abbie abby abbey abbi", "skye sky", "roz ros", "sheppard shepherd shephard", "gardner gardiner gardener", "hughes hews", "hayes hays",
    "owen eoin", "ian iain", "ceri kerry", "caoimhe keeva", "saoirse seersha", "aoife eefa", "yvonne evonne", "cian kian keane", "ciara keira kiera",
    "orla orlagh", "eilidh ailie", "xavier zavier", "mohammed muhammad mohamed mohammad", "yusuf yousef youssef", "ibrahim ebrahim", "amir ameer",
    "hussain hussein", "syed sayed", "zoe zoey", "mia mya", "vivienne vivian", "shona seona", "mhairi vari", "oisin usheen", "louis lewis",
    "aidan aiden ayden", "phoebe febe", "joaquin wakeen", "sian sharn", "stephen steven", "geraint gerent", "rhiannon reannon", "euan ewan", "leila layla laila leyla",
    "zainab zaynab", "kim kym", "lyn lynn lynne", "sara sarah", "hanna hannah", "clare claire clair", "sofia sophia", "marc mark", "nicholas nicolas",
    "vicki vikki vicky vickie", "jayne jane", "carol carole carroll", "lesley leslie", "tracey tracy", "stacey stacy", "jacqui jackie jacky jacquie", "lindsay lindsey linsey",
    "theresa teresa", "elisabeth elizabeth", "yasmin jasmin yasmeen", "maryam mariam miriam", "fatima fatema fatimah", "khadija khadijah kadija", "imran emran",
    "wei way wai", "chloe cloe khloe", "carl karl", "curtis kurtis", "craig kraig", "cameron kameron", "caleb kaleb", "connor conor", "callum calum kallum",
    "declan deklan", "ethan eathan", "liam lyam", "tyler tylor", "taylor tayla tailor", "jordan jorden jordon", "jaden jayden jaydon", "logan loagan", "mason mayson",
    "lily lilly lillie", "ellie elly elli", "millie milly", "evie eevie evey", "maisie maisy mazie maizie", "gracie gracy", "sophie sofie sophy", "freya freyja",
    "georgia jorja", "harriet harriett harriette", "charlotte sharlotte", "natalie nathalie natalee", "nikki nicky nicki", "debbie debby debi", "julie juley", "gillian jillian",
    "susan suzan", "suzanne susanne", "anthony antony", "matthew mathew", "dominic dominick", "frederick fredrick frederic", "gerard jerard", "gerry jerry", "leon leonn",
    "rowan rohan roan", "shannon shanon", "sheila shelagh sheelagh", "una oona", "deirdre deidre", "padraig patrick", "eamon eamonn", "seamus shamus", "nuala noola",
    "agnieszka agnieska", "malgorzata margozata", "katarzyna katarzina", "tomasz thomas tomas", "mateusz matheus", "andrzej andrej", "ewa eva", "kasia kasha", "zofia sofia",
    "olufemi olufemmi", "chidi chiddy", "ngozi ngosi", "kwame kwami", "abena abenna", "tariq tarik tareq", "sohail suhail", "waqas wakas", "haroon harun", "yunus younis",
    "naomi niomi", "noor nur nour", "huda hooda", "nadia nadya", "hassan hasan", "ali alli", "ahmed ahmad", "abdullah abdulla"};

bool are_said_alike(std::string_view one, std::string_view other) {
    static const auto groups = [] {
        std::unordered_map<std::string_view, std::size_t> all;
        for (std::size_t group = 0; group < std::size(said_alike); ++group)
            for (std::size_t from = 0, to = 0; from < said_alike[group].size(); from = to + 1) {
                to = std::min(said_alike[group].find(' ', from), said_alike[group].size());
                all.emplace(said_alike[group].substr(from, to - from), group);
            }
        return all;
    }();
    const auto found = groups.find(one), same = groups.find(other);
    return found != groups.end() && same != groups.end() && found->second == same->second;
}

// What is left of a name when it is said quickly: Glenys and Glennis are both "glns".
std::string bones(std::string_view name) {
    std::string out;
    for (char c : name) {
        if (c == 'k' || c == 'q')
            c = 'c';
        if (c == 'z')
            c = 's';
        bool vowel = std::string_view("aeiouyhw'").find(c) != std::string_view::npos;
        if ((!vowel || out.empty()) && (out.empty() || out.back() != c))
            out += c;
    }
    return out;
}

// Siobhan and Shevon: in Irish names bh and mh are said as v.
bool are_irish_alike(std::string_view one, std::string_view other) {
    auto spoken = [](std::string_view name) {
        std::string out;
        for (std::size_t at = 0; at < name.size(); ++at) {
            bool softened = at > 0 && at + 1 < name.size() && (name[at] == 'b' || name[at] == 'm') && name[at + 1] == 'h';
            out += softened ? 'v' : name[at];
        }
        return out;
    };
    auto a = spoken(one), b = spoken(other);
    return (a != one || b != other) && bones(a).size() >= 3 && bones(a) == bones(b);
}

// What is heard of a beginning: Knox is Nox, Wrexley Rexley, Xanthe Zanthe, Heather Eather, McEntire MacEntire.
std::string heard(std::string_view name) {
    struct Beginning {
        std::string_view written, said;
    };
    static constexpr Beginning beginnings[] = {
        {"mac", "mac"}, {"mc", "mac"}, {"kn", "n"}, {"gn", "n"}, {"wr", "r"}, {"rh", "r"}, {"ph", "f"}, {"chr", "cr"}, {"khr", "cr"}, {"kr", "cr"},
        {"sh", "ch"}, {"kh", "c"}, {"x", "z"}, {"ou", "u"}, {"oo", "u"}, {"w", "v"}, {"ha", "a"}, {"he", "e"}, {"hi", "i"}, {"ho", "o"}, {"hu", "u"}};
    for (const auto& [written, said] : beginnings)
        if (name.size() > written.size() + 1 && name.starts_with(written))
            return std::string(said).append(name.substr(written.size()));
    return std::string(name);
}

bool begin_alike(char a, char b) {
    auto is_open = [](char c) { return c == 'a' || c == 'e' || c == 'i'; }; // Amelia, Emelia
    if (is_open(a) && is_open(b))
        return true;
    auto begins = [](char c) { return c == 'k' ? 'c' : c == 'g' ? 'j' : c == 'z' ? 's' : c == 'p' ? 'f' : c == 'y' ? 'i' : c; };
    return begins(a) == begins(b);
}

} // namespace

int letters_apart(std::string_view a, std::string_view b) {
    if (a.size() > 24 || b.size() > 24 || a.size() > b.size() + 2 || b.size() > a.size() + 2)
        return 9;
    std::array<std::array<int, 26>, 26> cost{};
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = static_cast<int>(i + j);
                continue;
            }
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    return cost[a.size()][b.size()];
}

std::string sound_of(std::string_view name) {
    std::string out;
    for (std::size_t at = 0; at < name.size(); ++at) {
        auto rest = name.substr(at);
        char c = name[at];
        if (rest.starts_with("ph") || (c == 'v' && !out.empty())) {
            c = 'f';
            at += rest.starts_with("ph");
        } else if (rest.starts_with("ck") || rest.starts_with("ch") || rest.starts_with("kh")) {
            c = 'c';
            ++at;
        } else if (c == 'k' || c == 'q')
            c = 'c';
        else if (c == 'z' || (c == 'c' && rest.size() > 1 && std::string_view("eiy").find(rest[1]) != std::string_view::npos))
            c = 's'; // Jarvice is Jarvis
        else if (rest.starts_with("oo")) {
            c = 'u';
            ++at;
        } else if (rest.starts_with("ee") && rest.size() > 2) { // Omeed is Omid
            c = 'i';
            ++at;
        } else if (c == 'h' && at > 0)
            continue;
        else if (rest.starts_with("ae") && rest.size() > 2)
            ++at;
        else if (rest == "ie" || rest == "ey" || rest == "ee" || rest == "i" || rest == "y" || rest == "eigh") {
            out += 'i';
            break;
        } else if (c == 'y')
            c = 'i';
        if (out.empty() || out.back() != c)
            out += c;
    }
    if (out.size() > 2 && out.back() == 'e')
        out.pop_back();
    return out;
}

bool is_another_spelling(std::string_view written, std::string_view known) {
    if (written == known || written.size() < 3 || known.size() < 3)
        return false;
    if (are_said_alike(written, known) || are_irish_alike(written, known))
        return true;
    if (written[0] != known[0] && std::min(written.size(), known.size()) < 5 && std::string_view("aei").find(written[0]) != std::string_view::npos)
        return false; // Eva is not Ava
    if (std::max(written.size(), known.size()) >= 4 && sound_of(written) == sound_of(known))
        return true;
    if (written.size() == known.size() + 1 && written.starts_with(known) && written.back() == known.back() && known.back() != 's')
        return true; // Ikee
    bool turned = written[0] == known[1] && written[1] == known[0]; // the first two letters, in the wrong order
    if (!turned && !begin_alike(written[0], known[0]))
        return false;
    if (written.starts_with(known) || known.starts_with(written)) // a short form, or a doubled last letter
        return known.size() > 3 && letters_apart(written, known) == 1 && written.size() > 3 && std::max(written, known).back() != 's' && std::max(written, known).back() != 'y';
    auto far = letters_apart(written, known);
    if (far == 1)
        return known.size() >= 4 || (known.size() == 3 && written.size() == 4);
    return far == 2 && ((known.size() >= 5 && bones(written) == bones(known)) || (known.size() >= 7 && written.size() >= 6));
}

bool begins_otherwise(std::string_view written, std::string_view known) {
    constexpr std::size_t most_apart = 3;
    if (written.size() < 3 || known.size() < 3 || written == known || std::max(written.size(), known.size()) - std::min(written.size(), known.size()) > most_apart)
        return false;
    auto a = heard(written), b = heard(known);
    if (a[0] != b[0] || (a == written && b == known) || is_another_spelling(written, known))
        return false;
    return a == b || sound_of(a) == sound_of(b) || is_another_spelling(a, b);
}

bool has_another_first_letter(std::string_view written, std::string_view known) {
    constexpr std::size_t shortest = 6;
    if (std::min(written.size(), known.size()) < shortest || written[0] == known[0])
        return false;
    return written.substr(1) == known.substr(1) || written.substr(1) == known || known.substr(1) == written;
}

bool is_left_alike(std::string_view written, std::string_view known) {
    return written != known && std::min(written.size(), known.size()) >= 4 && begin_alike(written[0], known[0]) && bones(written) == bones(known) && bones(known).size() >= 2;
}

bool is_slip_of_short(std::string_view written, std::string_view known) {
    constexpr std::size_t short_name = 4;
    return written != known && std::max(written.size(), known.size()) <= short_name && std::min(written.size(), known.size()) >= 3 && written[0] == known[0] &&
           letters_apart(written, known) <= (known.size() == 3 ? 2 : 1);
}

bool is_short_form(std::string_view written, std::string_view known) {
    auto stem = written.ends_with("ie") ? written.substr(0, written.size() - 2) : written.ends_with("y") ? written.substr(0, written.size() - 1) : written;
    if (stem.size() > 2 && stem.back() == stem[stem.size() - 2] && !known.starts_with(stem))
        stem.remove_suffix(1); // Pippa is no Pip, and Danny is a Daniel
    return known.starts_with(stem);
}

bool is_another_form(std::string_view written, std::string_view known) {
    constexpr std::size_t shared = 3, longest = 5;
    if (std::min(written.size(), known.size()) < longest || is_short_form(written, known) || is_short_form(known, written))
        return false;
    return written.substr(0, shared) == known.substr(0, shared) || letters_apart(written, known) <= 2;
}

} // namespace lifestory::prose
