// Governance (DOMAIN §9): how things are done and by which standards, how the sides work together, how the model itself is
// improved, and the tools it takes.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/period.h"
#include "model/role.h"

namespace fullcourt {

enum class PracticeKind { process, standard, collaboration, improvement };

struct Practice {
    PracticeKind kind = PracticeKind::process;
    std::string name;
    std::string text;               ///< what is agreed; may have several lines
    std::vector<std::string> steps; ///< in order; for processes mostly
    RoleId owner;                   ///< who keeps it alive; empty: nobody yet
    std::set<RoleId> approvers;     ///< whose consent a result of it needs
    Period period;                  ///< how often it is reviewed or held; unit none: not said
    std::string due;                ///< calendar date of the next review or training; empty: none
    Position position;
    Extra extra;

    friend bool operator==(const Practice &, const Practice &) = default;
};
using PracticeId = Id<Practice>;

/// What a tool is for; one that serves several purposes stands where it is used most.
enum class ToolPurpose { other, accounts, campaigns, content, analytics, communication };

struct Tool;
using ToolId = Id<Tool>;

struct Tool {
    std::string name;
    ToolPurpose purpose = ToolPurpose::other;
    RoleId owner; ///< who looks after it; empty: nobody yet
    std::set<RoleId> access;
    std::string training;            ///< who trains whom, and when; one line
    std::set<ToolId> integratesWith; ///< read both ways: one of the two naming the other is enough
    Position position;
    Extra extra;

    friend bool operator==(const Tool &, const Tool &) = default;
};

struct Practices {
    Collection<Practice> practices;
    Collection<Tool> tools;

    friend bool operator==(const Practices &, const Practices &) = default;
};

/// Whether data flows between the two: either names the other.
inline bool integrate(const Collection<Tool> &tools, const ToolId &one, const ToolId &other) {
    const Tool *first = find(tools, one);
    const Tool *second = find(tools, other);
    return (first != nullptr && first->integratesWith.contains(other)) || (second != nullptr && second->integratesWith.contains(one));
}

/// What the practice of owning tests of what works is called where Fullcourt adds it.
inline constexpr std::string_view testingName = "Testing and optimisation";
/// The improvement that is about testing, in the order of their positions; empty: none.
PracticeId testing_practice(const Practices &practices);

} // namespace fullcourt
