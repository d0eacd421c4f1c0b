#include "analysis/offices.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "base/text.h"

namespace fullcourt {
namespace {

/// "VP of Sales" → "vp sales", "vice-president-sales" → "vp sales".
std::string plain(std::string_view name) {
    std::string words;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty() && word != "of" && word != "the" && word != "president") {
            words += (words.empty() ? "" : " ") + (word == "vice" || word == "svp" ? std::string("vp") : word);
        }
        word.clear();
    };
    for (const char c : lowered(name)) {
        if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) {
            word += c;
        } else {
            end_word();
        }
    }
    end_word();
    return words;
}

struct Title {
    std::string_view name; ///< as plain() gives it
    Office office;
};
constexpr Title titles[] = {{"vp sales", Office::vpSales},
                            {"sales vp", Office::vpSales},
                            {"head sales", Office::vpSales},
                            {"chief sales officer", Office::vpSales},
                            {"vp marketing", Office::vpMarketing},
                            {"marketing vp", Office::vpMarketing},
                            {"head marketing", Office::vpMarketing},
                            {"chief marketing officer", Office::vpMarketing},
                            {"cmo", Office::vpMarketing},
                            {"sales operations", Office::salesOperations},
                            {"sales ops", Office::salesOperations},
                            {"revenue operations", Office::salesOperations},
                            {"sales manager", Office::salesManager},
                            {"content manager", Office::contentManager},
                            {"business development rep", Office::businessDevelopment},
                            {"business development reps", Office::businessDevelopment},
                            {"business development representative", Office::businessDevelopment},
                            {"bdr", Office::businessDevelopment},
                            {"bdrs", Office::businessDevelopment},
                            {"cross functional liaison", Office::liaison},
                            {"full time liaison", Office::liaison},
                            {"liaison", Office::liaison},
                            {"overlay team", Office::overlayTeam},
                            {"overlay organisation", Office::overlayTeam},
                            {"overlay organization", Office::overlayTeam},
                            {"overlay", Office::overlayTeam}};

const Title *title_of(std::string_view name) {
    const std::string words = plain(name);
    const auto *at = std::find_if(std::begin(titles), std::end(titles), [&](const Title &title) { return title.name == words; });
    return at == std::end(titles) ? nullptr : at;
}

/// The role's superiors by solid lines, nearest first; a circle ends where it closes. The ids are the organisation's: those of
/// its roles where it has them, so that one role is one address.
std::vector<const RoleId *> superiors(const Organisation &organisation, const RoleId &role) {
    std::vector<const RoleId *> chain;
    auto at = organisation.roles.find(role);
    while (at != organisation.roles.end() && !at->second.reportsTo.empty() && at->second.reportsTo != role) {
        const RoleId &superior = at->second.reportsTo;
        at = organisation.roles.find(superior);
        const RoleId *next = at == organisation.roles.end() ? &superior : &at->first;
        if (std::find(chain.begin(), chain.end(), next) != chain.end()) {
            break;
        }
        chain.push_back(next);
    }
    return chain;
}

/// The company's leaders but these and those of whom there are none, in the plan's order.
std::vector<RoleId> leaders_but(const Organisation &organisation, const std::set<RoleId> &roles) {
    std::vector<const RoleId *> leaders;
    std::vector<const Position *> positions;
    for (const auto &[id, role] : organisation.roles) {
        if (role.function == BusinessFunction::leadership && role.headcount != 0 && !roles.contains(id)) {
            leaders.push_back(&id);
            positions.push_back(&role.position);
        }
    }
    std::vector<RoleId> shown;
    for (const std::size_t index : rising(positions)) {
        shown.push_back(*leaders[index]);
    }
    return shown;
}

} // namespace

Offices::Offices(const Organisation &organisation) {
    std::array<const Role *, std::tuple_size_v<decltype(m_holders)>> first{};
    for (const auto &[id, role] : organisation.roles) {
        for (const std::string *name : {&id.text, &role.name, &role.shortName}) {
            const Title *title = name->empty() ? nullptr : title_of(*name);
            if (title == nullptr) {
                continue;
            }
            const auto office = static_cast<std::size_t>(title->office);
            if (first[office] == nullptr || role.position < first[office]->position) {
                first[office] = &role;
                m_holders[office] = id;
            }
        }
    }
}

std::vector<RoleId> roles_of(const Organisation &organisation, CoreFunction core) {
    std::vector<RoleId> roles = ordered(organisation.roles);
    std::erase_if(roles, [&](const RoleId &id) { return organisation.roles.at(id).core != core; });
    return roles;
}

bool reports_up_to(const Organisation &organisation, const RoleId &role, const RoleId &superior) {
    const std::vector<const RoleId *> chain = superiors(organisation, role);
    return std::any_of(chain.begin(), chain.end(), [&](const RoleId *one) { return *one == superior; });
}

std::vector<RoleId> ChainsOfCommand::above(const std::set<RoleId> &roles) {
    Chain common;
    for (const RoleId &role : roles) {
        const auto known = m_organisation.roles.find(role);
        if (known == m_organisation.roles.end()) {
            return leaders_but(m_organisation, roles);
        }
        const auto [at, added] = m_chains.try_emplace(known->first.text);
        if (added) {
            at->second = superiors(m_organisation, role);
        }
        if (role == *roles.begin()) {
            common = at->second;
        } else {
            std::erase_if(common,
                          [&](const RoleId *one) { return std::find(at->second.begin(), at->second.end(), one) == at->second.end(); });
        }
    }
    std::erase_if(common, [&](const RoleId *one) { return roles.contains(*one) || !m_organisation.roles.contains(*one); });
    if (common.empty()) {
        return leaders_but(m_organisation, roles);
    }
    std::vector<RoleId> nearestFirst;
    for (const RoleId *one : common) {
        nearestFirst.push_back(*one);
    }
    return nearestFirst;
}

} // namespace fullcourt
