// A value that copies share until one of them is changed: what makes a snapshot of a plan cheap.
#pragma once

#include <memory>
#include <utility>

namespace fullcourt {

/// Reads like a `const Value`; `edit()` gives this copy its own Value first where others share it.
/// Equality is the values' own; copies that still share are equal without looking.
template <class Value> class Shared {
  public:
    Shared() : m_value(std::make_shared<Value>()) {}
    explicit Shared(Value value) : m_value(std::make_shared<Value>(std::move(value))) {}

    const Value &operator*() const { return *m_value; }
    const Value *operator->() const { return m_value.get(); }

    Value &edit() {
        if (m_value.use_count() != 1) {
            m_value = std::make_shared<Value>(*m_value);
        }
        return *m_value;
    }

    /// True where both still hold the very same Value: the quick "nothing changed here".
    bool shares_with(const Shared &other) const { return m_value == other.m_value; }

    friend bool operator==(const Shared &a, const Shared &b) { return a.m_value == b.m_value || *a.m_value == *b.m_value; }

  private:
    std::shared_ptr<Value> m_value;
};

} // namespace fullcourt
