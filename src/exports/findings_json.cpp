#include "exports/findings_json.h"

#include <nlohmann/json.hpp>

namespace fullcourt {
namespace {

using Json = nlohmann::ordered_json;

std::string finding_json(const Finding &finding) {
    Json fixes = Json::array();
    for (const PlanEdit &fix : finding.fixes) {
        fixes.push_back({{"label", fix.label}});
    }
    const Json json = {{"rule", finding.rule},
                       {"severity", severity_name(finding.severity)},
                       {"subject", finding.subject},
                       {"key", finding.key},
                       {"message", finding.message},
                       {"why", finding.why},
                       {"accepted", finding.accepted.has_value()},
                       {"fixes", std::move(fixes)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

std::string findings_json(const std::vector<Finding> &findings) {
    std::string text = "{\"findings\":[";
    for (std::size_t i = 0; i < findings.size(); ++i) {
        text += i == 0 ? "\n" : ",\n";
        text += finding_json(findings[i]);
    }
    return text + (findings.empty() ? "]}\n" : "\n]}\n");
}

} // namespace fullcourt
