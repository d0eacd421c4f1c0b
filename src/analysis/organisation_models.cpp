// The table of RULES §5 and what DOMAIN §3 says of each model, in our own words.
#include "analysis/organisation_fit.h"

#include <array>

namespace fullcourt {
namespace {

constexpr std::array factorTable = {
    Factor{"marketing-scale", "Marketing is large and mature."},
    Factor{"sales-scale", "Sales is large and established."},
    Factor{"alignment", "Marketing and sales already work well together."},
    Factor{"marketers-needed", "How many account marketers will be needed?", {"1–2", "3–5", "6–10", "11–19", "20 or more"}},
    Factor{"content", "The work leans on marketing's content and demand engine."},
    Factor{"governance", "Priorities and communication are well governed."},
    Factor{"functions", "More than marketing and sales must be coordinated."},
    Factor{"mandate", "Leaders raise account-based marketing to company strategy."},
    Factor{"connector", "A senior person is at hand whom both sides trust."},
    Factor{"marketing-revenue", "Marketing is ready to own a revenue duty."},
    Factor{"sales-sponsor", "The VP Sales wants to own account-based marketing."},
    Factor{"mobility", "Marketers must be able to move between sales teams."},
};

constexpr NeedKind least = NeedKind::atLeast;
constexpr NeedKind most = NeedKind::atMost;

constexpr std::array marketingNeeds = {FactorNeed{"marketing-scale", least, 3, 3}, FactorNeed{"marketers-needed", least, 4, 3},
                                       FactorNeed{"content", least, 3, 2}};
constexpr std::array salesNeeds = {FactorNeed{"sales-scale", least, 3, 3}, FactorNeed{"alignment", least, 3, 3},
                                   FactorNeed{"content", most, 2, 1}, FactorNeed{"sales-sponsor", least, 2, 1}};
constexpr std::array hybridNeeds = {FactorNeed{"marketing-scale", least, 2, 1}, FactorNeed{"sales-scale", least, 2, 1},
                                    FactorNeed{"content", least, 2, 1},         FactorNeed{"governance", least, 3, 3},
                                    FactorNeed{"functions", least, 1, 1},       FactorNeed{"mobility", least, 3, 2}};
constexpr std::array overlayNeeds = {FactorNeed{"governance", least, 2, 1}, FactorNeed{"functions", least, 3, 3},
                                     FactorNeed{"mandate", least, 3, 3}};
constexpr std::array liaisonNeeds = {FactorNeed{"alignment", most, 2, 1}, FactorNeed{"functions", least, 1, 1},
                                     FactorNeed{"connector", least, 3, 3}};
constexpr std::array bdrNeeds = {FactorNeed{"marketing-revenue", least, 3, 3}, FactorNeed{"sales-sponsor", most, 2, 1}};
constexpr std::array vicePresidentNeeds = {FactorNeed{"sales-scale", least, 2, 1}, FactorNeed{"content", most, 2, 1},
                                           FactorNeed{"sales-sponsor", least, 3, 3}};

using ReasonText = std::string_view;
constexpr std::array marketingFor = {ReasonText("Easy to hire for and to grow"), ReasonText("Content and demand generation are next door"),
                                     ReasonText("Execution stays clear of the politics of sales")};
constexpr std::array marketingAgainst = {ReasonText("Stands at the edge of how sales works"),
                                         ReasonText("Competes with marketing's other work"),
                                         ReasonText("Sales does not own the execution")};
constexpr std::array salesFor = {ReasonText("Works in the rhythm of sales"), ReasonText("Sales owns strategy and execution"),
                                 ReasonText("One reporting line")};
constexpr std::array salesAgainst = {ReasonText("Urgent sales requests swallow it"),
                                     ReasonText("Less content and fewer systems to build on"),
                                     ReasonText("Harder to recruit: few marketers look for a job in sales")};
constexpr std::array hybridFor = {ReasonText("Marketing's resources and standards, close to sales"),
                                  ReasonText("Clear duty towards the account executives' teams"),
                                  ReasonText("Easy to grow, and people can move between teams"),
                                  ReasonText("Works with product and customer success as a matter of course")};
constexpr std::array hybridAgainst = {ReasonText("Two lines can confuse priorities"), ReasonText("Falls apart without strong governance")};
constexpr std::array overlayFor = {ReasonText("Strategic weight in the company"), ReasonText("Strong coordination across functions"),
                                   ReasonText("Decisions from data, together with both operations teams")};
constexpr std::array overlayAgainst = {ReasonText("Owns neither systems nor tactics, so it depends on the functions"),
                                       ReasonText("Needs a place high in the organisation")};
constexpr std::array liaisonFor = {ReasonText("One owner for how marketing and sales work together"),
                                   ReasonText("Needs no reorganisation")};
constexpr std::array liaisonAgainst = {ReasonText("Rests on one person"), ReasonText("No role for somebody junior")};
constexpr std::array bdrFor = {ReasonText("Knows the accounts closely and speaks to each by itself"),
                               ReasonText("Marketing is judged by results and taken as a partner"),
                               ReasonText("Near the data, so it tries and changes more")};
constexpr std::array bdrAgainst = {ReasonText("Marketing takes on a duty for revenue"), ReasonText("Sales gives up a team")};
constexpr std::array vicePresidentFor = {ReasonText("A team with its eye on revenue"), ReasonText("One owner of all actions and results")};
constexpr std::array vicePresidentAgainst = {ReasonText("Rests on a VP Sales who wants it"),
                                             ReasonText("Farther from marketing's content engine")};

constexpr std::array modelTable = {
    NamedModel{"marketing-led",
               "Marketing-led",
               marketingNeeds,
               Home::marketing,
               {},
               {},
               "Account marketers sit in marketing and report to the VP Marketing.",
               marketingFor,
               marketingAgainst,
               "Fits where marketing is large and mature, 20 or more account marketers are needed, and specialists in content and "
               "campaigns are wanted.",
               "Regular syncs with sales leadership and with each account executive."},
    NamedModel{"sales-led",
               "Sales-led",
               salesNeeds,
               Home::sales,
               {},
               {},
               "Account marketers sit in sales and report to the VP Sales or to sales operations.",
               salesFor,
               salesAgainst,
               "Fits where sales is large and established, both sides already work well together, and account marketers also strengthen "
               "sales operations.",
               "A regular sync with marketing on content and campaigns."},
    NamedModel{"hybrid",
               "Hybrid (matrix)",
               hybridNeeds,
               Home::matrix,
               {},
               {},
               "Account marketers sit in marketing, with a dotted line to the VP Sales.",
               hybridFor,
               hybridAgainst,
               "Fits most mid-size to large companies that sell software to businesses.",
               "Weekly syncs with the assigned account executives; the two VPs align every month."},
    NamedModel{"overlay",
               "Overlay organisation",
               overlayNeeds,
               Home::overlay,
               {},
               {},
               "A team beside marketing, sales and support directs and coordinates, and leaves systems and tactics to them.",
               overlayFor,
               overlayAgainst,
               "Needs a high place in the organisation and close work with both operations teams.",
               "Recommendations and decisions together with marketing and sales operations."},
    NamedModel{"liaison",
               "Full-time liaison",
               liaisonNeeds,
               Home::notChosen,
               true,
               {},
               "One senior person on the team owns communication between marketing and sales and leads the joint effort.",
               liaisonFor,
               liaisonAgainst,
               "Needs somebody experienced and credible on both sides.",
               "The liaison sits in the meetings of both sides."},
    NamedModel{"own-bdrs",
               "Marketing owns the BDRs",
               bdrNeeds,
               Home::notChosen,
               {},
               BdrOwner::marketing,
               "Business development reps report to marketing, beside the account-based marketing team.",
               bdrFor,
               bdrAgainst,
               "Needs marketing that takes on a revenue duty.",
               "Shared figures with sales on what the reps hand over."},
    NamedModel{"vp-sales",
               "Reports to the VP Sales",
               vicePresidentNeeds,
               Home::salesVicePresident,
               {},
               {},
               "The whole account-based marketing team reports to the VP Sales.",
               vicePresidentFor,
               vicePresidentAgainst,
               "Needs a VP Sales who wants it, or who already leans on the team.",
               "The VP Sales's own reviews."},
};

} // namespace

std::span<const Factor> factors() { return factorTable; }

std::span<const NamedModel> named_models() { return modelTable; }

} // namespace fullcourt
