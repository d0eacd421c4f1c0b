// A plan's settings as the checks read them, and how a finding is made of a rule. For the files of this layer.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/finding.h"
#include "analysis/rules.h"

namespace fullcourt {

/// Which rules are on, looked up once. The settings must outlive it.
class Policy {
  public:
    explicit Policy(const Settings &settings);

    bool on(std::string_view rule) const;
    double limit(std::string_view name) const { return threshold(m_settings, name); }

  private:
    const Settings &m_settings;
    std::vector<std::string_view> m_on; // sorted
};

/// With the rule's own severity, reason and section; without subject and key.
Finding finding_of(std::string_view rule, std::string message);
/// The same with subject and key; `evidence` as finding_key takes it.
Finding finding_of(std::string_view rule, std::vector<std::string> subject, const std::string &evidence, std::string message);

/// "a, b and c"; beyond four names "a, b, c and 3 others".
std::string some_of(std::span<const std::string_view> names);
std::string some_of(const std::vector<std::string> &names);

/// Ids as evidence: sorted, a line each, so that an order that says nothing changes nothing.
template <class Ids> std::string evidence_of(const Ids &ids) {
    std::vector<std::string_view> texts;
    texts.reserve(ids.size());
    std::size_t size = 0;
    for (const auto &id : ids) {
        texts.push_back(id.text);
        size += id.text.size() + 1;
    }
    std::sort(texts.begin(), texts.end());
    std::string lines;
    lines.reserve(size);
    for (const std::string_view text : texts) {
        lines.append(text).append("\n");
    }
    return lines;
}

} // namespace fullcourt
