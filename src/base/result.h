// A value, or the reasons why not: what every function returns that may say no. Faults of the machine are thrown
// (base/fault.h); mistakes of ours are asserted.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace lifestory {

// We will not do this. `code` is stable and for programs ("not-found"); `field` names the form field or JSON
// pointer it belongs to (may be empty); `message` is one plain sentence that says what to do; `clause` the rule
// it rests on (may be empty).
struct Refusal {
    std::string code;
    std::string field;
    std::string message;
    std::string clause;
    bool operator==(const Refusal&) const = default;
};

using Refusals = std::vector<Refusal>;

struct Nothing {
    bool operator==(const Nothing&) const = default;
};

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::move(value)) {}
    Result(Refusal refusal) : m_state(Refusals{std::move(refusal)}) {}
    Result(Refusals refusals) : m_state(std::move(refusals)) { assert(!this->refusals().empty()); }

    bool has_value() const { return std::holds_alternative<T>(m_state); }
    explicit operator bool() const { return has_value(); }

    T& value() & { return std::get<T>(m_state); }
    const T& value() const& { return std::get<T>(m_state); }
    T&& value() && { return std::get<T>(std::move(m_state)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Refusals& refusals() const { return std::get<Refusals>(m_state); }
    const Refusal& refusal() const { return refusals().front(); }

private:
    std::variant<T, Refusals> m_state;
};

using Outcome = Result<Nothing>;

inline Refusal refuse(std::string code, std::string message, std::string field = {}, std::string clause = {}) {
    return Refusal{std::move(code), std::move(field), std::move(message), std::move(clause)};
}

} // namespace lifestory

// Takes the value of a Result, or returns its refusals from the function it stands in.
#define TRY(expression)                                                                                                \
    __extension__({                                                                                                    \
        auto try_result = (expression);                                                                                \
        if (!try_result.has_value())                                                                                   \
            return try_result.refusals();                                                                              \
        std::move(try_result).value();                                                                                 \
    })
