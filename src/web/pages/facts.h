// The facts: a child's basic record, each item with since when, who said so, how it is known, and what it was before (pages.md 6.10).
#pragma once

#include <vector>

#include "casework/basic_record.h"
#include "record/facts.h"
#include "web/http/router.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

Url facts_path(RecordNumber child);
Url fact_path(RecordNumber child, std::string_view fact); // where it is changed

// Who sees the record sees its facts; who sees letters alone, those that the policy lets them change.
access::What on_fact(const House& house, std::string_view fact);
bool may_change_fact(const House& house, const access::OpenRecord& open, std::string_view fact);
bool may_read_fact(const House& house, const access::OpenRecord& open, std::string_view fact);
bool may_read_facts(const House& house, const access::OpenRecord& open);

std::string value_in_words(const House& house, const casework::BasicItem& item, const std::string& value); // a day in words; "Low income (N7)"
std::string source_of(const record::BasicDetail& detail); // "Kerry Barrow, Tilly's mum", "a document: birth certificate"
// "Put in by Priya Anand on 9 December 2026, late by 2 working days", with the sum behind it.
struct PutIn {
    EntryId entry;
    std::string by;
    calendar::Instant at{};
};
Html put_in(const access::OpenRecord& open, const Judged& judged, const PutIn& said);
record::FactOverTime fact_over_time(const House& house, const record::Child& child, std::string_view fact);

std::vector<http::Route> facts_routes(const House& house);

} // namespace lifestory::web::pages
