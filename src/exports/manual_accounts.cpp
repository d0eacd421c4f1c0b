// Which accounts are pursued and why, in words; lead stages; pods and plays.
#include <algorithm>
#include <cmath>

#include "analysis/criterion_values.h"
#include "analysis/score_board.h"
#include "analysis/targets.h"
#include "base/date_words.h"
#include "base/number.h"
#include "base/sort.h"
#include "base/text.h"
#include "exports/manual_parts.h"
#include "exports/wording.h"

namespace fullcourt {
namespace {

using namespace wording;

std::string family_name(CriterionFamily family) {
    switch (family) {
    case CriterionFamily::firmographic: return "What kind of company it is";
    case CriterionFamily::fit: return "How well it fits us";
    case CriterionFamily::intent: return "What shows that it is looking";
    case CriterionFamily::trigger: return "What has happened there";
    }
    return {};
}

// ---- A criterion in words

std::string numeric_words(const Criterion &criterion) {
    if (criterion.points.empty()) {
        return {};
    }
    std::vector<std::string> points;
    for (const ScalePoint &point : criterion.points) {
        points.push_back(percent(point.u) + " at " + to_text(point.x));
    }
    return criterion.points.size() == 1 ? "every value counts " + percent(criterion.points.front().u)
                                        : "the number counts " + listed(points) + ", and in between in proportion";
}

std::string category_words(const Criterion &criterion) {
    std::vector<std::pair<double, std::string>> values;
    for (const auto &[word, u] : criterion.values) {
        values.emplace_back(u, word);
    }
    sort_stably(values, [](const auto &a, const auto &b) { return a.first > b.first; });
    constexpr std::size_t most = 12;
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < std::min(most, values.size()); ++i) {
        parts.push_back("“" + values[i].second + "” " + percent(values[i].first));
    }
    if (values.size() > most) {
        parts.push_back(std::to_string(values.size() - most) + " more words");
    }
    const std::string others = "anything else " + percent(criterion.otherwise);
    return parts.empty() ? others : listed(parts) + "; " + others;
}

std::string scale_words(const Criterion &criterion) {
    switch (criterion.scale) {
    case ScaleKind::numeric: return numeric_words(criterion);
    case ScaleKind::category: return category_words(criterion);
    case ScaleKind::yesNo: return "yes counts in full, no counts nothing";
    case ScaleKind::recency:
        return "the newer the better: after " + to_text(criterion.halfLife) + " days it counts half, after twice as long a quarter";
    }
    return {};
}

std::string missing_words(const Criterion &criterion) {
    switch (missing_policy(criterion)) {
    case MissingPolicy::neutral: return "not known counts half";
    case MissingPolicy::skip: return "where it is not known, the criterion is left out";
    case MissingPolicy::zero:
    case MissingPolicy::asFamily: break;
    }
    return "not known counts nothing";
}

void add_criteria(Blocks &blocks, const Plan &plan, const std::vector<double> &shares) {
    const std::vector<CriterionId> order = ordered(plan.scoring->criteria);
    for (const CriterionFamily family :
         {CriterionFamily::firmographic, CriterionFamily::fit, CriterionFamily::intent, CriterionFamily::trigger}) {
        block::Bullets bullets;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const Criterion &criterion = plan.scoring->criteria.at(order[i]);
            if (criterion.family != family) {
                continue;
            }
            const std::string scale = scale_words(criterion);
            const std::string text = percent(shares[i]) + " of the score. " +
                                     stopped(capital((scale.empty() ? std::string() : scale + "; ") + missing_words(criterion)));
            bullets.items.push_back({{criterion.name + ":", true}, {" " + text, false}});
        }
        if (!bullets.items.empty()) {
            blocks.emplace_back(block::Heading{family_name(family)});
            blocks.emplace_back(std::move(bullets));
        }
    }
}

std::string tiers_sentence(const TierPolicy &tiers) {
    const std::string confidence = " 1:1 asks besides that at least " + percent(tiers.confidence) +
                                   " of the score rests on what is known of the account; else it goes to 1:few.";
    if (tiers.method == TierMethod::capacity) {
        return "The best " + counted(static_cast<std::size_t>(std::max(0, tiers.oneToOne)), "account is", "accounts are") +
               " worked one to one (1:1), the next " + std::to_string(tiers.oneToFew) +
               " in small groups (1:few), and all others with a score of " + to_text(tiers.oneToManyFrom) + " or more together (1:many)." +
               confidence;
    }
    return "Accounts with a score of " + to_text(tiers.oneToOneFrom) + " or more are worked one to one (1:1), from " +
           to_text(tiers.oneToFewFrom) + " on in small groups (1:few), from " + to_text(tiers.oneToManyFrom) + " on together (1:many)." +
           confidence;
}

std::string signature_sentence(const Plan &plan, ScoreBoard &board, Side side) {
    const std::string name = capital(std::string(side_name(side)));
    const auto found = plan.scoring->signatures.find(side);
    const SignatureState state = board.signature(side);
    if (found == plan.scoring->signatures.end() || state == SignatureState::none) {
        return name + " has not signed yet.";
    }
    const ScoringSignature &signature = found->second;
    std::string text = name + " signed" + (signature.by.empty() ? "" : " (" + signature.by + ")") +
                       (signature.on.empty() ? "" : " on " + date_words(signature.on)) + ".";
    text += state == SignatureState::voided      ? " The list has changed since, so the signature no longer holds."
            : state == SignatureState::toConfirm ? " The score has changed since, but no account's tier; that is still to be confirmed."
                                                 : "";
    return text + (signature.dissent.empty() ? "" : " It would have had otherwise: " + stopped(inside(signature.dissent)));
}

void add_score(Blocks &blocks, const Plan &plan, ScoreBoard &board) {
    if (plan.scoring->criteria.empty()) {
        return;
    }
    blocks.emplace_back(paragraph("Every account gets a score from 0 to 100. It is the sum of what each criterion gives: its share of the "
                                  "score, which both sides agreed on, times how much the account's value counts."));
    add_criteria(blocks, plan, board.shares(Weights::agreed));
    blocks.emplace_back(block::Heading{"From score to tier"});
    blocks.emplace_back(paragraph(tiers_sentence(plan.scoring->tiers)));
    blocks.emplace_back(paragraph(signature_sentence(plan, board, Side::marketing) + " " + signature_sentence(plan, board, Side::sales)));
}

// ---- The list

std::string count_sentence(const Plan &plan, const std::vector<Tier> &tiers) {
    const auto in = [&](Tier tier) { return static_cast<std::size_t>(std::count(tiers.begin(), tiers.end(), tier)); };
    const std::string all = "There are " + counted(plan.accounts->table.rows(), "account", "accounts") + " in the list";
    if (tiers.empty()) {
        return all + "; none of them has a tier yet.";
    }
    return all + ": " + std::to_string(in(Tier::oneToOne)) + " worked 1:1, " + std::to_string(in(Tier::oneToFew)) + " 1:few, " +
           std::to_string(in(Tier::oneToMany)) + " 1:many, and " + std::to_string(in(Tier::none)) + " not pursued for now.";
}

std::string pod_name(const Plan &plan, std::size_t row) {
    const std::string id = plan.accounts->table.text(podColumn(), row);
    const Pod *pod = find(plan.engagement->pods, PodId(id));
    return pod == nullptr ? id : pod->name;
}

void add_list(Blocks &blocks, const Plan &plan, ScoreBoard &board) {
    if (plan.accounts->table.rows() == 0) {
        return;
    }
    const std::vector<Tier> tiers = tiers_of(plan, board);
    blocks.emplace_back(block::Heading{"The list today"});
    blocks.emplace_back(paragraph(count_sentence(plan, tiers)));
    if (tiers.empty()) {
        return;
    }
    const Scores &scores = board.scores(Weights::agreed);
    constexpr std::size_t most = 60;
    block::Table table;
    table.heads = {"Worked one to one", "Score", "Pod", "Stage"};
    std::size_t left = 0;
    for (const std::uint32_t row : scores.order) {
        if (tiers[row] != Tier::oneToOne) {
            continue;
        }
        if (table.rows.size() == most) {
            ++left;
            continue;
        }
        table.rows.push_back({{account_name(*plan.accounts, row), scores.q[row] == noScore ? std::string() : tenths(scores.score[row]),
                               pod_name(plan, row), plan.accounts->table.text(stageColumn(), row)},
                              false});
    }
    if (!table.rows.empty()) {
        blocks.emplace_back(std::move(table));
    }
    if (left != 0) {
        blocks.emplace_back(block::Missing{"And " + counted(left, "account", "accounts") + " more."});
    }
}

// ---- Lead stages

void add_lead_stages(Blocks &blocks, const Plan &plan) {
    if (plan.contacts->stages.empty()) {
        return;
    }
    blocks.emplace_back(block::Heading{"From contact to opportunity"});
    blocks.emplace_back(paragraph("The stages of a contact, what each means, and what is done at it:"));
    block::Bullets stages;
    for (const LeadStageId &id : ordered(plan.contacts->stages)) {
        const LeadStage &stage = plan.contacts->stages.at(id);
        std::string text;
        const auto add = [&](const std::string &lead, const std::string &words) {
            text += words.empty() ? "" : " " + lead + stopped(words);
        };
        add("", stage.definition);
        add("What is done: ", inside(stage.action));
        add("When: ", inside(stage.timing));
        add("Why: ", inside(stage.reason));
        add("By: ", plan.organisation->roles.contains(stage.owner) ? role_head(plan, stage.owner) : std::string());
        if (stage.responseHours) {
            text += " An answer within " + counted(static_cast<std::size_t>(*stage.responseHours), "hour", "hours") + " of working days.";
        }
        const bool both = stage.signedByMarketing && stage.signedBySales;
        text += both ? " Signed by both sides." : " Not signed by both sides yet.";
        stages.items.push_back({{stage.name + ".", true}, {text, false}});
    }
    blocks.emplace_back(std::move(stages));
}

// ---- Pods and plays

std::string members_words(const Plan &plan, const Pod &pod) {
    std::vector<std::string> members;
    for (const RoleId &role : ordered(plan.organisation->roles)) {
        const auto member = pod.members.find(role);
        if (member == pod.members.end()) {
            continue;
        }
        const Person *person = find(plan.organisation->people, PersonId(member->second));
        members.push_back(role_head(plan, role) + (person == nullptr || person->name.empty() ? std::string() : " " + person->name));
    }
    return listed(members);
}

void add_pods(Blocks &blocks, const Plan &plan, const std::vector<Tier> &tiers) {
    if (plan.engagement->pods.empty()) {
        return;
    }
    std::map<std::string, std::array<std::size_t, 4>> counts;
    for (std::size_t row = 0; row < plan.accounts->table.rows(); ++row) {
        const auto tier = static_cast<std::size_t>(tiers.empty() ? Tier::none : tiers[row]);
        ++counts[plan.accounts->table.text(podColumn(), row)][tier];
    }
    const auto number = [](std::size_t count) { return count == 0 ? std::string() : std::to_string(count); };
    blocks.emplace_back(paragraph("A pod is the people who work the same accounts together, for as long as the accounts are theirs."));
    block::Table table;
    table.heads = {"Pod", "Who", "1:1", "1:few", "1:many"};
    for (const PodId &id : ordered(plan.engagement->pods)) {
        const Pod &pod = plan.engagement->pods.at(id);
        const std::array<std::size_t, 4> &has = counts[id.text];
        table.rows.push_back({{pod.name, members_words(plan, pod), number(has[1]), number(has[2]), number(has[3])}, false});
    }
    blocks.emplace_back(std::move(table));
}

std::string weeks_words(int after, int weeks) {
    return weeks <= 1 ? "week " + std::to_string(after + 1) : "weeks " + std::to_string(after + 1) + " to " + std::to_string(after + weeks);
}

void add_templates(Blocks &blocks, const Plan &plan) {
    for (const Tier tier : {Tier::oneToOne, Tier::oneToFew, Tier::oneToMany}) {
        block::Table table;
        table.heads = {"Play", "When", "Led by", "Hours"};
        std::vector<PlayTemplateId> order = ordered(plan.engagement->templates);
        sort_stably(order, [&](const PlayTemplateId &a, const PlayTemplateId &b) {
            return plan.engagement->templates.at(a).afterWeeks < plan.engagement->templates.at(b).afterWeeks;
        });
        for (const PlayTemplateId &id : order) {
            const PlayTemplate &play = plan.engagement->templates.at(id);
            if (play.tier != tier) {
                continue;
            }
            std::vector<std::string> hours;
            for (const auto &[role, effort] : play.effort) {
                hours.push_back(role_head(plan, role) + " " + to_text(effort));
            }
            table.rows.push_back(
                {{play.name, capital(weeks_words(play.afterWeeks, play.weeks)),
                  plan.organisation->roles.contains(play.owner) ? role_head(plan, play.owner) : std::string(), listed(hours)},
                 false});
        }
        if (!table.rows.empty()) {
            blocks.emplace_back(block::Heading{"What an account in " + std::string(tier_name(tier)) + " gets"});
            blocks.emplace_back(std::move(table));
        }
    }
}

void add_plays(Blocks &blocks, const Plan &plan) {
    std::set<AccountId> accounts;
    std::array<std::size_t, 4> byStatus{};
    for (const auto &[id, play] : plan.engagement->plays) {
        accounts.insert(play.account);
        ++byStatus[static_cast<std::size_t>(play.status)];
    }
    if (accounts.empty()) {
        return;
    }
    blocks.emplace_back(block::Heading{"Where we stand"});
    blocks.emplace_back(paragraph(counted(accounts.size(), "account has", "accounts have") + " a plan of its own, with " +
                                  counted(byStatus[0], "play planned", "plays planned") + ", " + std::to_string(byStatus[1]) +
                                  " running, " + std::to_string(byStatus[2]) + " done and " + std::to_string(byStatus[3]) + " dropped."));
}

} // namespace

Blocks account_blocks(const Plan &plan, ScoreBoard &board) {
    Blocks blocks;
    add_score(blocks, plan, board);
    add_list(blocks, plan, board);
    add_lead_stages(blocks, plan);
    return blocks;
}

Blocks engagement_blocks(const Plan &plan, ScoreBoard &board) {
    Blocks blocks;
    add_pods(blocks, plan, tiers_of(plan, board));
    add_templates(blocks, plan);
    add_plays(blocks, plan);
    return blocks;
}

} // namespace fullcourt
