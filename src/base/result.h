// An expected failure as a value: a sentence a person can act on, and where it happened.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>

namespace fullcourt {

/// Where in a text: lines and columns count from 1; 0 means "not known".
struct Place {
    std::size_t line = 0;
    std::size_t column = 0;

    friend bool operator==(const Place &, const Place &) = default;
};

/// What went wrong, as one sentence without a final file name: callers know which file they read.
struct Error {
    std::string message;
    Place place;

    friend bool operator==(const Error &, const Error &) = default;
};

/// Either a value or an Error. Test it, then use `*result` or `result.error()`.
template <class Value> class [[nodiscard]] Result {
  public:
    // Implicit on purpose: `return value;` and `return Error{…};` both read well.
    // NOLINTNEXTLINE(google-explicit-constructor)
    Result(Value value) : m_value(std::in_place_index<0>, std::move(value)) {}
    // NOLINTNEXTLINE(google-explicit-constructor)
    Result(Error error) : m_value(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_value.index() == 0; }
    Value &operator*() & { return std::get<0>(m_value); }
    const Value &operator*() const & { return std::get<0>(m_value); }
    Value &&operator*() && { return std::get<0>(std::move(m_value)); }
    Value *operator->() { return &std::get<0>(m_value); }
    const Value *operator->() const { return &std::get<0>(m_value); }
    const Error &error() const { return std::get<1>(m_value); }

  private:
    std::variant<Value, Error> m_value;
};

} // namespace fullcourt
