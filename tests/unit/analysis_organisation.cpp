#include <algorithm>
#include <cmath>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "analysis/check.h"
#include "analysis/offices.h"
#include "analysis/organisation_change.h"
#include "analysis/organisation_fit.h"
#include "base/random.h"
#include "operating_plan.h"
#include "rounds.h"

using namespace fullcourt;
using namespace fullcourt::test;
using Catch::Approx;

namespace {

using Context = std::map<std::string, int>;

OrganisationChoice answered(Context context, Home home = Home::notChosen) {
    OrganisationChoice choice;
    choice.home = home;
    choice.context = std::move(context);
    return choice;
}

const Fit &fit_with_code(const std::vector<Fit> &fits, std::string_view code) {
    const auto at = std::find_if(fits.begin(), fits.end(), [&](const Fit &fit) { return fit.code == code; });
    REQUIRE(at != fits.end());
    return *at;
}

std::vector<std::string> order(const OrganisationChoice &choice) {
    std::vector<std::string> codes;
    for (const Fit &fit : compare_models(choice)) {
        codes.push_back(fit.code);
    }
    return codes;
}

Collection<OwnModel> own_model(std::map<std::string, OwnNeed> needs) {
    OwnModel model;
    model.name = "Ours";
    model.home = Home::overlay;
    model.needs = std::move(needs);
    model.advantages = {"Fits us"};
    return {{OwnModelId("ours"), model}};
}

OrganisationChoice random_choice(const RandomBits &bits) {
    OrganisationChoice choice;
    for (const Factor &factor : factors()) {
        if (bits() % 4 != 0) {
            choice.context[std::string(factor.code)] = static_cast<int>(bits() % 5);
        }
    }
    choice.home = static_cast<Home>(bits() % 6);
    choice.liaison = bits() % 2 == 0;
    choice.bdrOwner = static_cast<BdrOwner>(bits() % 2);
    return choice;
}

/// The same arithmetic, plainly, with one importance of one model's need replaced: who wins.
std::string winner_with(const OrganisationChoice &choice, std::string_view model, std::string_view factor, double importance) {
    std::string best;
    double highest = -1;
    const auto consider = [&](const std::string &code, const std::vector<const NamedModel *> &parts) {
        double sum = 0;
        double weight = 0;
        for (const NamedModel *part : parts) {
            for (const FactorNeed &need : part->needs) {
                const auto answer = choice.context.find(std::string(need.factor));
                if (answer == choice.context.end()) {
                    continue;
                }
                const int gap = need.kind == NeedKind::atLeast ? need.level - answer->second : answer->second - need.level;
                const double w = part->code == model && need.factor == factor ? importance : need.importance;
                sum += w * (1 - std::max(0, gap) / 4.0);
                weight += w;
            }
        }
        if (weight > 0 && sum / weight > highest + 1e-12) {
            highest = sum / weight;
            best = code;
        }
    };
    for (const NamedModel &one : named_models()) {
        consider(std::string(one.code), {&one});
    }
    if (parts_of(choice).size() > 1) {
        consider("composed", parts_of(choice));
    }
    return best;
}

} // namespace

TEST_CASE("The table is that of RULES §5", "[analysis]") {
    REQUIRE(factors().size() == 12);
    REQUIRE(named_models().size() == 7);
    std::vector<std::pair<std::string, double>> sums;
    for (const NamedModel &model : named_models()) {
        double sum = 0;
        for (const FactorNeed &need : model.needs) {
            sum += need.importance;
            CHECK(std::any_of(factors().begin(), factors().end(), [&](const Factor &factor) { return factor.code == need.factor; }));
        }
        sums.emplace_back(model.code, sum);
        CHECK_FALSE(model.advantages.empty());
        CHECK_FALSE(model.drawbacks.empty());
        CHECK(model.essence.ends_with('.'));
        CHECK(model.fitsWhen.ends_with('.'));
        CHECK(model.governance.ends_with('.'));
    }
    CHECK(sums ==
          std::vector<std::pair<std::string, double>>{
              {"marketing-led", 8}, {"sales-led", 8}, {"hybrid", 9}, {"overlay", 7}, {"liaison", 5}, {"own-bdrs", 4}, {"vp-sales", 5}});
}

TEST_CASE("Fit is the weighted mean of suitabilities, with every term shown", "[analysis]") {
    const std::vector<Fit> fits = compare_models(answered({{"marketing-scale", 2}, {"marketers-needed", 4}, {"content", 4}}));
    const Fit &marketing = fit_with_code(fits, "marketing-led");
    CHECK(*marketing.score == Approx(100 * (3 * 0.75 + 3 * 1 + 2 * 1) / 8));
    REQUIRE(marketing.terms.size() == 3);
    CHECK(marketing.terms[0].suitability == 0.75);
    CHECK(marketing.terms[0].answer == 2);
    CHECK(*fit_with_code(fits, "sales-led").score == Approx(50));
    CHECK(fit_with_code(fits, "sales-led").terms.size() == 1);
    CHECK_FALSE(fit_with_code(fits, "liaison").score);
    CHECK(fits.back().terms.empty());
}

TEST_CASE("At most is the mirror of at least", "[analysis]") {
    const auto suits = [](int answer) {
        return fit_with_code(compare_models(answered({{"alignment", answer}})), "liaison").terms.at(0).suitability;
    };
    CHECK(suits(0) == 1);
    CHECK(suits(2) == 1);
    CHECK(suits(3) == 0.75);
    CHECK(suits(4) == 0.5);
}

TEST_CASE("Ties keep the order of the table, and models without an answer come last", "[analysis]") {
    CHECK(order({}) == std::vector<std::string>{"marketing-led", "sales-led", "hybrid", "overlay", "liaison", "own-bdrs", "vp-sales"});
    CHECK(order(answered({{"governance", 4}})) ==
          std::vector<std::string>{"hybrid", "overlay", "marketing-led", "sales-led", "liaison", "own-bdrs", "vp-sales"});
    CHECK(order(answered({{"sales-scale", 4}})).front() == "sales-led");
    // Numbers out of the scale are held at its ends, and a factor that is not known is nothing.
    CHECK(compare_models(answered({{"sales-scale", 99}, {"weather", 3}})).front().terms.front().answer == 4);
}

TEST_CASE("A composed answer joins the terms of its parts", "[analysis]") {
    OrganisationChoice choice = answered({{"governance", 4}, {"connector", 0}, {"functions", 1}}, Home::matrix);
    CHECK(compare_models(choice).size() == 7);
    choice.liaison = true;
    const std::vector<Fit> fits = compare_models(choice);
    REQUIRE(fits.size() == 8);
    const Fit &composed = fit_with_code(fits, "composed");
    CHECK(composed.name == "Hybrid (matrix), with a full-time liaison");
    CHECK(composed.terms.size() == 4);
    CHECK(*composed.score == Approx(100 * (3 + 1 + 1 + 3 * 0.25) / 8));
    choice.bdrOwner = BdrOwner::marketing;
    CHECK(choice_name(choice) == "Hybrid (matrix), with a full-time liaison and BDRs owned by marketing");
    choice.home = Home::notChosen;
    CHECK(compare_models(choice).size() == 7);
}

TEST_CASE("A winner is clear by more than ten points", "[analysis]") {
    CHECK_FALSE(robustness({}).clear);
    CHECK(robustness({}).winner.empty());
    CHECK(robustness({}).undecided.size() == 12);
    CHECK_FALSE(robustness({}).answer);
    CHECK(robustness(answered({{"connector", 4}})).clear);
    const Robustness tied = robustness(answered({{"governance", 4}, {"functions", 3}}));
    CHECK(tied.winner == "hybrid");
    CHECK_FALSE(tied.clear);
    CHECK(tied.undecided.front() == "marketing-scale");
    CHECK(std::find(tied.undecided.begin(), tied.undecided.end(), "mandate") != tied.undecided.end());
    CHECK(std::find(tied.undecided.begin(), tied.undecided.end(), "connector") == tied.undecided.end());
}

TEST_CASE("The nearest other answer is the nearest of all", "[analysis]") {
    const RandomBits bits = counting_bits(7);
    for (int round = 0; round < test::rounds(300); ++round) {
        const OrganisationChoice choice = random_choice(bits);
        const Robustness robust = robustness(choice);
        if (robust.winner.empty()) {
            continue;
        }
        REQUIRE(robust.winner == winner_with(choice, "", "", 0));
        int nearest = 9;
        for (const auto &[factor, answer] : choice.context) {
            for (int to = 0; to <= 4; ++to) {
                OrganisationChoice other = choice;
                other.context[factor] = to;
                if (winner_with(other, "", "", 0) != robust.winner) {
                    nearest = std::min(nearest, std::abs(to - answer));
                }
            }
        }
        REQUIRE(robust.answer.has_value() == (nearest < 9));
        if (robust.answer) {
            REQUIRE(std::abs(robust.answer->to - robust.answer->from) == nearest);
        }
    }
}

TEST_CASE("The nearest other importance changes the winner there, and nothing nearer does", "[analysis]") {
    const RandomBits bits = counting_bits(11);
    int changes = 0;
    for (int round = 0; round < test::rounds(120); ++round) {
        const OrganisationChoice choice = random_choice(bits);
        const Robustness robust = robustness(choice);
        if (robust.winner.empty()) {
            continue;
        }
        double distance = 40;
        if (robust.importance) {
            ++changes;
            const Robustness::ImportanceChange &change = *robust.importance;
            distance = std::abs(change.to - change.from);
            const auto winner_at = [&](double value) { return winner_with(choice, change.model, change.factor, value); };
            const bool up = winner_at(change.to + 1e-6) == change.winner;
            const bool down = change.to > 1e-6 && winner_at(change.to - 1e-6) == change.winner;
            REQUIRE((up || down || winner_at(change.to) == change.winner));
        }
        for (const NamedModel &model : named_models()) {
            for (const FactorNeed &need : model.needs) {
                for (int i = 1; i < 40; ++i) {
                    const double step = distance * i / 40 - 1e-6;
                    for (const double value : {need.importance - step, need.importance + step}) {
                        if (value > 1e-6 && step > 0) {
                            REQUIRE(winner_with(choice, model.code, need.factor, value) == robust.winner);
                        }
                    }
                }
            }
        }
    }
    CHECK(changes >= test::rounds(48));
}

TEST_CASE("One model alone in the race is changed by no single thing", "[analysis]") {
    const Robustness robust = robustness(answered({{"connector", 1}}));
    CHECK(robust.winner == "liaison");
    CHECK_FALSE(robust.answer);
    CHECK_FALSE(robust.importance);
}

TEST_CASE("Offices are known by their usual names", "[analysis]") {
    Plan plan;
    add_role(plan, "x1", BusinessFunction::sales).name = "Vice President of Sales";
    add_role(plan, "x2", BusinessFunction::marketing).shortName = "CMO";
    add_role(plan, "sales-operations", BusinessFunction::operations).name = "The number people";
    const Offices offices(*plan.organisation);
    CHECK(offices.of(Office::vpSales) == RoleId("x1"));
    CHECK(offices.of(Office::vpMarketing) == RoleId("x2"));
    CHECK(offices.of(Office::salesOperations) == RoleId("sales-operations"));
    CHECK(offices.of(Office::liaison).empty());
}

TEST_CASE("Who stands above: the nearest whom all report to, else leadership; circles end", "[analysis]") {
    Plan plan = operating_plan();
    const auto above = [&](std::initializer_list<const char *> ids) { return ChainsOfCommand(*plan.organisation).above(roles(ids)); };
    CHECK(above({"AE", "SDR"}) == std::vector{RoleId("Sales manager"), RoleId("VP Sales"), RoleId("CRO")});
    CHECK(above({"VP Sales", "VP Marketing"}) == std::vector{RoleId("CRO")});
    CHECK(above({"VP Product", "CFO"}) == std::vector{RoleId("CRO")});
    CHECK(above({}) == std::vector{RoleId("CRO")});
    plan.organisation.edit().roles.at(RoleId("CRO")).reportsTo = RoleId("AE");
    CHECK(reports_up_to(*plan.organisation, RoleId("AE"), RoleId("CRO")));
    CHECK_FALSE(reports_up_to(*plan.organisation, RoleId("AE"), RoleId("VP Product")));
}

TEST_CASE("Adopting a model draws its lines and its meetings in one step", "[analysis]") {
    Plan plan = operating_plan();
    CHECK(adopt_model(plan, plan.organisation->choice).steps.empty());
    OrganisationChoice answers = plan.organisation->choice;
    answers.home = Home::sales;
    answers.bdrOwner = BdrOwner::marketing;
    answers.liaison = true;
    std::vector<std::string> sentences;
    for (const ModelChange &change : model_changes(plan, answers)) {
        sentences.push_back(change.sentence);
    }
    CHECK(sentences == std::vector<std::string>{"The chosen model is Sales-led.", "A full-time liaison joins.", "Marketing owns the BDRs.",
                                                "Account marketer reports to VP Sales instead of VP Marketing.",
                                                "SDR reports to VP Marketing instead of Sales manager.",
                                                "One person works as Cross-functional liaison.",
                                                "VP Sales is accountable for Content creation instead of VP Marketing.",
                                                "Cross-functional liaison helps to settle conflicts on level 1."});
    const PlanEdit edit = adopt_model(plan, answers);
    CHECK(edit.label == "Adopt Sales-led, with a full-time liaison and BDRs owned by marketing");
    fullcourt::apply(plan, edit);
    CHECK(adopt_model(plan, answers).steps.empty());
    for (const Finding &finding : check(plan)) {
        CHECK_FALSE(finding.rule.starts_with("model."));
    }
    plan.governance.edit().meetings.clear();
    answers.home = Home::matrix;
    fullcourt::apply(plan, adopt_model(plan, answers));
    CHECK(plan.governance->meetings.size() == 2);
}

TEST_CASE("Who is accountable for what only account marketers do follows whom they report to", "[analysis]") {
    Plan plan = operating_plan();
    const ActivityId content("Content creation");
    OrganisationChoice answers = plan.organisation->choice;
    answers.home = Home::sales;
    fullcourt::apply(plan, adopt_model(plan, answers));
    CHECK(letters_at(*plan.raci, content, RoleId("VP Sales")).text() == "A");
    CHECK(letters_at(*plan.raci, content, RoleId("VP Marketing")).text() == "C");
    CHECK(letters_at(*plan.raci, ActivityId("Account strategy"), RoleId("VP Sales")).text() == "C"); // AEs do it, too
    answers.home = Home::matrix;
    fullcourt::apply(plan, adopt_model(plan, answers));
    CHECK(letters_at(*plan.raci, content, RoleId("VP Marketing")).text() == "A");
    CHECK(letters_at(*plan.raci, content, RoleId("VP Sales")).text() == "C");
    CHECK(adopt_model(plan, answers).steps.empty());
}

TEST_CASE("Where all report to the VP Sales, that one alone settles what the VPs settled, and back again", "[analysis]") {
    Plan plan = operating_plan();
    const auto third = [&] { return plan.governance->escalation.at(EscalationLevelId("3")).parties; };
    OrganisationChoice answers = plan.organisation->choice;
    answers.home = Home::salesVicePresident;
    set_letters(plan.raci.edit(), ActivityId("Demo delivery"), RoleId("VP Marketing"), Letters::accountable_and_responsible());
    fullcourt::apply(plan, adopt_model(plan, answers));
    CHECK(third() == roles({"VP Sales"}));
    CHECK(letters_at(*plan.raci, ActivityId("Demo delivery"), RoleId("VP Sales")).text() == "A");
    CHECK(letters_at(*plan.raci, ActivityId("Demo delivery"), RoleId("VP Marketing")).text() == "R");
    CHECK(adopt_model(plan, answers).steps.empty());
    answers.home = Home::matrix;
    fullcourt::apply(plan, adopt_model(plan, answers));
    CHECK(third() == roles({"VP Sales", "VP Marketing"}));
    CHECK(adopt_model(plan, answers).steps.empty());
}

TEST_CASE("An overlay team joins the second level; a plan without a ladder stays without", "[analysis]") {
    Plan plan = operating_plan();
    OrganisationChoice answers = plan.organisation->choice;
    answers.home = Home::overlay;
    fullcourt::apply(plan, adopt_model(plan, answers));
    CHECK(plan.governance->escalation.at(EscalationLevelId("2")).parties.contains(RoleId("overlay-team")));
    CHECK(adopt_model(plan, answers).steps.empty());
    Plan flat = operating_plan();
    flat.governance.edit().escalation.clear();
    answers.liaison = true;
    fullcourt::apply(flat, adopt_model(flat, answers));
    CHECK(flat.governance->escalation.empty());
}

TEST_CASE("What a model takes is told against today", "[analysis]") {
    const Plan plan = operating_plan();
    OrganisationChoice answers = plan.organisation->choice;
    const ModelLoad today = model_load(plan, answers);
    CHECK(today.heads == today.headsToday);
    CHECK(today.sentence.find("people, as today;") != std::string::npos);
    answers.home = Home::overlay;
    const ModelLoad overlay = model_load(plan, answers);
    CHECK(overlay.heads == today.heads + 1);
    CHECK(overlay.sentence.find("1 more than today;") != std::string::npos);
    CHECK(overlay.hoursToday == today.hoursToday);
}

TEST_CASE("A model of one's own is compared like the seven", "[analysis]") {
    const Collection<OwnModel> own = own_model({{"connector", {false, 4, 2}}, {"alignment", {true, 1, 1}}, {"weather", {false, 4, 9}}});
    const OrganisationChoice choice = answered({{"connector", 3}, {"alignment", 3}, {"weather", 0}});
    const std::vector<Fit> fits = compare_models(choice, own);
    CHECK(fits.size() == 8);
    const Fit &ours = fit_with_code(fits, "own:ours");
    CHECK(ours.name == "Ours");
    REQUIRE(ours.terms.size() == 2); // nobody answers for the weather
    CHECK(ours.score == Approx(100 * (2 * 0.75 + 1 * 0.5) / 3));
    const Robustness robust = robustness(answered({{"connector", 4}, {"alignment", 0}}), own_model({{"alignment", {true, 0, 5}}}));
    CHECK((robust.winner == "own:ours" || robust.winner == "liaison"));
    const ModelTable table(own);
    CHECK(table.models().size() == 8);
    CHECK(table.find("own:ours")->advantages.front() == "Fits us");
    CHECK(own_model_of("own:ours") == OwnModelId("ours"));
    CHECK(own_model_of("liaison").empty());
}

TEST_CASE("A copy of one of the seven fits exactly as that one does", "[analysis]") {
    for (const NamedModel &model : named_models()) {
        const Collection<OwnModel> own = {{OwnModelId("copy"), own_copy_of(model)}};
        const RandomBits bits = counting_bits(3);
        for (int i = 0; i < 50; ++i) {
            const std::vector<Fit> fits = compare_models(random_choice(bits), own);
            CHECK(fit_with_code(fits, "own:copy").score == fit_with_code(fits, model.code).score);
        }
    }
}
