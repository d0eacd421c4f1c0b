// A person of the account team, where a plan names people at all: which hats they wear, and for how much of their time.
#pragma once

#include <map>
#include <string>

#include "model/role.h"

namespace fullcourt {

struct Person {
    std::string name;
    std::map<RoleId, double> hats; ///< role → share of their time, 0 to 1; 0: not said
    bool vacant = false;           ///< a position that nobody holds yet
    Position position;
    Extra extra;

    friend bool operator==(const Person &, const Person &) = default;
};
using PersonId = Id<Person>;

} // namespace fullcourt
