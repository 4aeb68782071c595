#include "store/sqlite/owed_bytes.h"

#include "base/fault.h"

namespace lifestory::store::sqlite {

namespace {

using index::OwedRow;

// Whole numbers take one byte for each seven bits; those that may be below zero are folded first.
class Writing {
public:
    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7)
            m_bytes += static_cast<char>(value | 0x80);
        m_bytes += static_cast<char>(value);
    }
    void signed_number(std::int64_t value) { number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63)); }
    void raw(std::string_view bytes) { m_bytes += bytes; }
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

class Reading {
public:
    explicit Reading(std::string_view bytes) : m_bytes(bytes) {}
    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            auto byte = static_cast<unsigned char>(raw(1).front());
            value |= std::uint64_t(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
        throw Fault("A packet of what is owed cannot be read.");
    }
    std::int64_t signed_number() {
        auto value = number();
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    std::string_view raw(std::size_t length) {
        if (m_bytes.size() < length)
            throw Fault("A packet of what is owed is cut short.");
        auto taken = m_bytes.substr(0, length);
        m_bytes.remove_prefix(length);
        return taken;
    }
    bool at_end() const { return m_bytes.empty(); }

private:
    std::string_view m_bytes;
};

constexpr std::uint64_t has_due = 1, has_minute = 2, has_met = 4, has_met_at = 8, has_worker = 16, has_starting = 32;

std::uint64_t parts_of(const OwedRow& row) {
    auto part = [](bool is_there, std::uint64_t bit) { return is_there ? bit : 0; };
    return part(row.due.has_value(), has_due) | part(row.due && row.due->minute, has_minute) | part(row.met_by.has_value(), has_met) |
           part(row.met_at.has_value(), has_met_at) | part(!row.worker.is_zero(), has_worker) | part(!row.starting.is_zero(), has_starting);
}

void write(Writing& out, const OwedRow& row, const std::function<Code(std::string_view)>& code_of) {
    auto parts = parts_of(row);
    out.number(parts);
    out.raw(row.id.view());
    for (const auto* word : {&row.rule, &row.pack_digest, &row.to, &row.starting_type, &row.starting_moment, &row.note})
        out.number(code_of(*word));
    out.number(static_cast<std::uint64_t>(row.turn));
    out.number(static_cast<std::uint64_t>(row.force));
    out.number(static_cast<std::uint64_t>(row.state));
    out.signed_number(row.starts_on.time_since_epoch().count());
    out.number(static_cast<std::uint64_t>(row.late_by_working_days));
    out.number(static_cast<std::uint64_t>(row.late_by_hours));
    if (parts & has_starting)
        out.raw(row.starting.view());
    if (parts & has_due)
        out.signed_number(row.due->day.time_since_epoch().count());
    if (parts & has_minute)
        out.signed_number(row.due->minute->time_since_epoch().count());
    if (parts & has_met)
        out.raw(row.met_by->view());
    if (parts & has_met_at)
        out.signed_number(row.met_at->time_since_epoch().count());
    if (parts & has_worker)
        out.raw(row.worker.view());
    out.number(row.owed_by.size());
    for (const auto& worker : row.owed_by)
        out.raw(worker.view());
}

calendar::Day day_of(std::int64_t days) { return calendar::Day(std::chrono::days(days)); }
calendar::Instant instant_of(std::int64_t milliseconds) { return calendar::Instant(std::chrono::milliseconds(milliseconds)); }

OwedRow read(Reading& in, RecordNumber record, const std::function<std::string(Code)>& word_of) {
    OwedRow row;
    row.record = record;
    auto parts = in.number();
    row.id = policy::ObligationId::from_bytes(in.raw(16));
    for (auto* word : {&row.rule, &row.pack_digest, &row.to, &row.starting_type, &row.starting_moment, &row.note})
        *word = word_of(in.number());
    row.turn = static_cast<int>(in.number());
    row.force = static_cast<policy::Force>(in.number());
    row.state = static_cast<policy::State>(in.number());
    row.starts_on = day_of(in.signed_number());
    row.late_by_working_days = static_cast<int>(in.number());
    row.late_by_hours = static_cast<int>(in.number());
    if (parts & has_starting)
        row.starting = EntryId::from_bytes(in.raw(16));
    if (parts & has_due)
        row.due = calendar::due_on(day_of(in.signed_number()));
    if (parts & has_minute)
        row.due->minute = instant_of(in.signed_number());
    if (parts & has_met)
        row.met_by = EntryId::from_bytes(in.raw(16));
    if (parts & has_met_at)
        row.met_at = instant_of(in.signed_number());
    if (parts & has_worker)
        row.worker = WorkerNumber::from_bytes(in.raw(16));
    for (auto left = in.number(); left > 0; --left)
        row.owed_by.push_back(WorkerNumber::from_bytes(in.raw(16)));
    return row;
}

} // namespace

std::string write_owed(const std::vector<const OwedRow*>& rows, const std::function<Code(std::string_view)>& code_of) {
    Writing out;
    for (const auto* row : rows)
        write(out, *row, code_of);
    return out.take();
}

std::vector<OwedRow> read_owed(RecordNumber record, std::string_view bytes, const std::function<std::string(Code)>& word_of) {
    Reading in(bytes);
    std::vector<OwedRow> rows;
    while (!in.at_end())
        rows.push_back(read(in, record, word_of));
    return rows;
}

} // namespace lifestory::store::sqlite
