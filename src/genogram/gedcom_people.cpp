// What a GEDCOM record says of one person or one union, before they are joined.
#include "genogram/gedcom_branch.h"

#include "base/text.h"

namespace lifestory::genogram {

namespace {

bool contains_folded(std::string_view text, std::string_view word) {
    return fold(first(text, 300)).find(word) != std::string::npos;
}

// "Ada /Marlow/ Esq" -> "Ada Marlow Esq"; without a first name "? Marlow".
std::string name_from(const Branch& name) {
    const auto& written = name.line().value;
    const auto slash = written.find('/');
    auto given = tidy(std::string_view(written).substr(0, slash));
    std::string family, after;
    if (slash != std::string::npos) {
        const auto end = std::min(written.find('/', slash + 1), written.size());
        family = tidy(std::string_view(written).substr(slash + 1, end - slash - 1));
        after = end < written.size() ? tidy(std::string_view(written).substr(end + 1)) : "";
    }
    if (given.empty() && family.empty()) {
        given = tidy(name.value("GIVN"));
        family = tidy(name.value("SURN"));
    }
    if (given.empty() && family.empty())
        return {};
    return trim((given.empty() ? "?" : given) + (family.empty() ? "" : " " + family) + (after.empty() ? "" : " " + after));
}

Gender gender_from(std::string_view sex) {
    const auto letter = trim(sex);
    return letter.starts_with('M') || letter.starts_with('m')   ? Gender::Male
           : letter.starts_with('F') || letter.starts_with('f') ? Gender::Female
           : letter.starts_with('X') || letter.starts_with('x') ? Gender::Other
                                                                : Gender::NotRecorded;
}

void read_death(Person& person, const Branch& event) {
    if (trim(event.line().value) == "N")
        return;
    person.is_dead = true;
    if (auto date = event.date(); date && !person.died)
        person.died = date;
    bool is_stillborn = contains_folded(event.value("AGE"), "stillborn") || event.says("stillborn");
    for (const auto& one : event.under())
        is_stillborn = is_stillborn || (one.line().tag == "AGE" && one.says("stillborn"));
    if (is_stillborn)
        person.life = Life::Stillborn;
}

void read_event(Person& person, const Branch& event) {
    if (event.says("expected") || event.says("due date")) {
        person.life = person.life == Life::Born ? Life::Unborn : person.life;
        person.expected = event.date();
    } else if (event.says("miscarriage"))
        person.life = Life::Miscarriage;
    else if (event.says("termination") || event.says("abortion"))
        person.life = Life::Termination;
    else if (event.says("stillb"))
        person.life = Life::Stillborn;
}

void read_detail(Person& person, const Branch& detail) {
    const auto& tag = detail.line().tag;
    if (tag == "NAME" && person.name.empty()) {
        person.name = name_from(detail);
        person.called = tidy(detail.value("NICK"));
    } else if (tag == "SEX")
        person.gender = gender_from(detail.line().value);
    else if (tag == "BIRT") {
        if (!person.born)
            person.born = detail.date();
        if (detail.says("stillb"))
            person.life = Life::Stillborn;
    } else if (tag == "DEAT" || tag == "BURI" || tag == "CREM")
        read_death(person, detail);
    else if (tag == "EVEN" || tag == "FACT" || tag == "_MISC")
        read_event(person, detail);
    else if (tag == "PHON" && person.telephone.empty())
        person.telephone = tidy(detail.line().value);
    else if (tag == "RESI" && person.telephone.empty())
        person.telephone = tidy(detail.value("PHON"));
}

bool is_said_not(const Branch& event) { return trim(event.line().value) == "N"; }

} // namespace

std::string tidy(std::string_view typed) {
    const auto cleaned = clean_text(typed);
    if (!cleaned)
        return {};
    std::string spaced;
    for (char c : *cleaned)
        if (const bool is_blank = c == ' ' || c == '\n' || c == '\t'; !is_blank)
            spaced.push_back(c);
        else if (!spaced.empty() && spaced.back() != ' ')
            spaced.push_back(' ');
    return first(trim(spaced), 120);
}

std::vector<Branch> Branch::under() const {
    std::vector<Branch> all;
    const auto level = line().level + 1;
    for (std::size_t at = 1; at < lines.size();) {
        auto end = at + 1;
        while (end < lines.size() && lines[end].level > level)
            ++end;
        all.push_back({lines.subspan(at, end - at)});
        at = end;
    }
    return all;
}

std::string Branch::value(std::string_view tag) const {
    for (std::size_t at = 1; at < lines.size(); ++at)
        if (lines[at].level == line().level + 1 && lines[at].tag == tag)
            return lines[at].value;
    return {};
}

bool Branch::says(std::string_view word) const {
    return contains_folded(line().value, word) || contains_folded(value("TYPE"), word) ||
           contains_folded(value("NOTE"), word) || contains_folded(value("PHRASE"), word);
}

std::vector<Branch> records_of(std::span<const GedcomLine> lines) {
    std::vector<Branch> all;
    for (std::size_t at = 0; at < lines.size();) {
        auto end = at + 1;
        while (end < lines.size() && lines[end].level > 0)
            ++end;
        all.push_back({lines.subspan(at, end - at)});
        at = end;
    }
    return all;
}

Person read_person(const Branch& record) {
    Person person;
    person.id = record.line().id;
    person.line = record.line().number;
    for (const auto& detail : record.under())
        read_detail(person, detail);
    if (person.born && person.life == Life::Unborn)
        person.life = Life::Born;
    if (person.life == Life::Stillborn && person.born && !person.died)
        person.died = person.born;
    person.is_dead = person.is_dead || person.is_loss();
    if (person.life == Life::Unborn && person.name.starts_with("? "))
        person.name = "Baby " + person.name.substr(2);
    return person;
}

Union read_union(const Branch& record) {
    Union one;
    one.id = record.line().id;
    one.line = record.line().number;
    for (const auto& event : record.under()) {
        const auto& tag = event.line().tag;
        if (is_said_not(event))
            continue;
        if (tag == "MARR") {
            one.kind = UnionKind::Married;
            one.married = event.date();
        } else if (tag == "DIV" || tag == "ANUL") {
            one.is_divorced = true;
            one.divorced = event.date();
        } else if (tag == "_SEPR" || tag == "_SEPARATED" || event.says("separat")) {
            one.is_separated = true;
            one.separated = event.date();
        } else if ((tag == "EVEN" || tag == "FACT") && event.says("reunit")) {
            one.is_reunited = true;
            one.reunited = event.date();
        } else if ((tag == "EVEN" || tag == "FACT") && (event.says("cohabit") || event.says("living together"))) {
            one.together = event.date();
            one.kind = one.kind == UnionKind::NotKnown ? UnionKind::LivingTogether : one.kind;
        } else if ((tag == "EVEN" || tag == "FACT") && one.kind == UnionKind::NotKnown &&
                   (event.says("casual") || event.says("brief")))
            one.kind = UnionKind::Casual;
        else if (((tag == "EVEN" || tag == "FACT") && event.says("relationship")) || tag == "ENGA")
            one.kind = one.kind == UnionKind::NotKnown ? UnionKind::NotLivingTogether : one.kind;
    }
    if (one.is_divorced && one.kind == UnionKind::NotKnown)
        one.kind = UnionKind::Married;
    return one;
}

} // namespace lifestory::genogram
