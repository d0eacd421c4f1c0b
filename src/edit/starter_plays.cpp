#include "edit/starter_plays.h"

namespace fullcourt {
namespace {

constexpr CoreFunction executive = CoreFunction::accountExecutive;
constexpr CoreFunction development = CoreFunction::salesDevelopment;
constexpr CoreFunction marketer = CoreFunction::accountMarketing;
constexpr CoreFunction specialist = CoreFunction::productSpecialist;

const std::vector<StarterPlay> &one_to_one() {
    static const std::vector<StarterPlay> plays = {
        {"Account briefing", marketer, 0, 1, -1, {{marketer, 6}, {executive, 2}, {development, 1}}},
        {"Map of the buying committee", development, 0, 2, -1, {{development, 6}, {executive, 2}}},
        {"Point of view for this company", marketer, 1, 2, 0, {{marketer, 12}, {specialist, 2}, {executive, 1}}},
        {"Ads to the committee", marketer, 3, 6, 2, {{marketer, 9}}},
        {"Personal messages", development, 3, 4, 2, {{development, 12}, {executive, 2}}},
        {"Executive dinner", executive, 7, 1, 4, {{executive, 6}, {marketer, 6}}},
        {"Discovery workshop", executive, 8, 1, 5, {{executive, 6}, {specialist, 4}, {marketer, 2}}},
        {"Demo on their own case", specialist, 9, 1, 6, {{specialist, 6}, {executive, 3}}},
        {"Business case with the buyer", executive, 10, 3, 7, {{executive, 9}, {marketer, 3}, {specialist, 3}}},
        {"Plan for the first 90 days", specialist, 13, 2, 8, {{specialist, 4}, {executive, 2}}}};
    return plays;
}

const std::vector<StarterPlay> &one_to_few() {
    static const std::vector<StarterPlay> plays = {
        {"Story of the segment", marketer, 0, 2, -1, {{marketer, 3}, {specialist, 0.5}}},
        {"Page and ads of the segment", marketer, 2, 6, 0, {{marketer, 3}}},
        {"Messages in the segment's words", development, 2, 4, 0, {{development, 4}, {executive, 0.5}}},
        {"Seat at a round table", marketer, 6, 1, 2, {{marketer, 1}, {executive, 1}}},
        {"Calls after the round table", executive, 7, 2, 3, {{executive, 2}, {development, 1}}},
        {"Demo for a group", specialist, 9, 1, 4, {{specialist, 0.5}, {executive, 0.5}}}};
    return plays;
}

const std::vector<StarterPlay> &one_to_many() {
    static const std::vector<StarterPlay> plays = {{"Ads all along", marketer, 0, 8, -1, {{marketer, 0.4}}},
                                                   {"E-mail series", marketer, 1, 4, -1, {{marketer, 0.2}}},
                                                   {"Invitation to a webinar", marketer, 5, 1, 1, {{marketer, 0.2}, {specialist, 0.1}}},
                                                   {"Call to those who answered", development, 6, 2, 2, {{development, 0.5}}}};
    return plays;
}

} // namespace

std::span<const StarterPlay> starter_plays(Tier tier) {
    switch (tier) {
    case Tier::oneToOne: return one_to_one();
    case Tier::oneToFew: return one_to_few();
    case Tier::oneToMany: return one_to_many();
    case Tier::none: break;
    }
    return {};
}

} // namespace fullcourt
