// Hostile and damaged input in what contacts, lead stages, pods, plays, frozen lists and versions of the score store.
#include <catch2/catch_test_macros.hpp>

#include "io/restore.h"
#include "io/write.h"
#include "restored_for_tests.h"

using namespace fullcourt;
using namespace fullcourt::test;

namespace {

Restored restored_with(const std::string &members) {
    const Result<Restored> restored = restore("{\"fullcourt\":{\"version\":1}," + members + "}");
    REQUIRE(restored);
    CHECK(restore(write_plan(restored->plan, restored->envelope))->report.empty());
    return *restored;
}

/// The only item of a list, with these fields besides.
Restored settled_item_with(const std::string &list, const std::string &fields) {
    return restored_with("\"" + list + "\":[{\"id\":\"i\",\"at\":\"V\",\"name\":\"N\"," + fields + "}]");
}

} // namespace

TEST_CASE("what a contact did is kept where it can be read, and told where not") {
    const Restored restored = settled_item_with(
        "contacts", R"("did":[["meeting","2026-11-20",45],["meeting","2026-02-30"],["dance","2026-11-20"],7,["reply","2026-11-21",-5]])");
    const Contact &contact = restored.plan.contacts->contacts.at(ContactId("i"));
    CHECK(contact.activities == std::vector<ContactActivity>{{ContactActivityKind::meeting, "2026-11-20", 45.0},
                                                             {ContactActivityKind::reply, "2026-11-21", std::nullopt}});
    CHECK(restored.report.sentences ==
          Sentences{"Contact 1 (“N”): The minutes of a reply was -5, which is less than 0; it was left out.",
                    "Contact 1 (“N”): 3 entries of “did” were left out: an activity is [kind, date, minutes]."});
}

TEST_CASE("numbers of plays, pods and stages are moved into their range, told") {
    CHECK(settled_item_with("plays", R"("weeks":0)").plan.engagement->plays.at(PlayId("i")).weeks == 1);
    CHECK(settled_item_with("plays", R"("weeks":1e9)").plan.engagement->plays.at(PlayId("i")).weeks == 520);
    CHECK(settled_item_with("plays", R"("effort":{"account-executive":-3})").report.sentences.size() == 1);
    CHECK(settled_item_with("playTemplates", R"("afterWeeks":-1)").plan.engagement->templates.at(PlayTemplateId("i")).afterWeeks == 0);
    CHECK(settled_item_with("leadStages", R"("leastGrade":"E")").report.sentences ==
          Sentences{"Lead stage 1 (“N”): “leastGrade” was “E”, which this program does not know; it is “any” now."});
    CHECK(restored_with(R"("leadPolicy":{"worth":{"meeting":[1],"dance":[1,2,3],"reply":[5000,0,0]}})")
              .plan.contacts->policy.worth.at(ContactActivityKind::reply) == ActivityWorth{1000, 0, 0.01});
    const LeadPolicy policy =
        restored_with(R"("leadPolicy":{"revenue":{},"measures":{"k":7,"l":"penetration"},"committeeSize":-2,"gradeA":99})")
            .plan.contacts->policy;
    CHECK(policy.revenue.empty());
    CHECK(policy.measures.at(KpiId("l")) == "penetration");
    CHECK(policy.committeeSize == 1);
    CHECK(policy.gradeA == 5);
    CHECK(restored_with(R"("podPolicy":{"oneToOne":-4})").plan.engagement->podPolicy.oneToOne == 0);
}

TEST_CASE("a frozen list of a quarter holds as many accounts as there are") {
    std::string ids;
    for (int i = 0; i < 30'000; ++i) {
        ids += (i == 0 ? "\"a" : ",\"a") + std::to_string(i) + "\"";
    }
    const Restored restored = settled_item_with("frozenLists", "\"1:many\":[" + ids + "]");
    CHECK(restored.report.empty());
    CHECK(restored.plan.scoring->lists.at(FrozenListId("i")).oneToMany.size() == 30'000);
}

TEST_CASE("criteria of a kept version are read as suspiciously as the plan's own") {
    const Restored restored =
        settled_item_with("scoreVersions", R"("criteria":[{"id":"c","at":"V","name":"C","marketing":-1},5],"tiers":[])");
    const ScoreVersion &version = restored.plan.scoring->versions.at(ScoreVersionId("i"));
    CHECK(version.criteria.at(CriterionId("c")).marketing == 0);
    CHECK(restored.report.sentences.size() == 3);
}

TEST_CASE("what plays, notes and contacts name that the plan does not have is kept and told") {
    const Restored restored = settled_item_with("plays", R"("follows":"gone","owner":"nobody")");
    CHECK(restored.plan.engagement->plays.at(PlayId("i")).follows == PlayId("gone"));
    CHECK(restored.report.kept == Sentences{"Play “N” names “nobody”, which is no role of the plan; it is kept.",
                                            "Play “N” names “gone”, which is no play of the plan; it is kept."});
}
