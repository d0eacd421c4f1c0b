#include "analysis/policy.h"

#include "base/text.h"

namespace fullcourt {
namespace {

/// Names beyond this many are counted in a sentence, not listed.
constexpr std::size_t mostNames = 4;

} // namespace

Policy::Policy(const Settings &settings) : m_settings(settings) {
    for (const RuleInfo &rule : rules()) {
        if (is_on(settings, rule)) {
            m_on.push_back(rule.code);
        }
    }
    std::sort(m_on.begin(), m_on.end());
}

bool Policy::on(std::string_view rule) const { return std::binary_search(m_on.begin(), m_on.end(), rule); }

Finding finding_of(std::string_view code, std::string message) {
    Finding finding;
    const RuleInfo *rule = find_rule(code);
    finding.rule = rule->code;
    finding.severity = rule->severity;
    finding.section = section_of(code);
    finding.why = rule->why;
    finding.message = std::move(message);
    return finding;
}

Finding finding_of(std::string_view rule, std::vector<std::string> subject, const std::string &evidence, std::string message) {
    Finding finding = finding_of(rule, std::move(message));
    finding.subject = std::move(subject);
    finding.key = finding_key(finding.rule, finding.subject, evidence);
    return finding;
}

std::string some_of(std::span<const std::string_view> names) {
    if (names.size() <= mostNames) {
        return listed(names);
    }
    std::vector<std::string_view> shown(names.begin(), names.begin() + mostNames - 1);
    const std::string others = std::to_string(names.size() - shown.size()) + " others";
    shown.push_back(others);
    return listed(shown);
}

std::string some_of(const std::vector<std::string> &names) { return some_of(std::vector<std::string_view>(names.begin(), names.end())); }

} // namespace fullcourt
