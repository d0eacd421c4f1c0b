#include "edit/account_gestures.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "edit/item_gestures.h"
#include "edit/place_words.h"

namespace fullcourt {

template <> struct ItemWays<Criterion> {
    static constexpr std::string_view one = "a criterion";
    static constexpr std::string_view many = "criteria";

    static std::string label(const std::string &name, const Criterion &before, const Criterion &after) {
        return change_label(name, {{before.marketing != after.marketing, "marketing's weight of"},
                                   {before.sales != after.sales, "sales' weight of"},
                                   {before.settled != after.settled, "the settled share of"},
                                   {!(before.column == after.column), "the column of"},
                                   {before.missing != after.missing, "what is missing in"},
                                   {before.family != after.family, "the family of"},
                                   {before.scale != after.scale || before.points != after.points || before.values != after.values ||
                                        before.otherwise != after.otherwise || before.halfLife != after.halfLife,
                                    "the scale of"}});
    }

    static double within(double value, double most) { return std::isfinite(value) ? std::clamp(value, 0.0, most) : 0; }

    static Criterion tidy(Criterion criterion) {
        criterion.name = one_line(criterion.name);
        std::vector<ScalePoint> points;
        for (const ScalePoint &point : criterion.points) {
            if (std::isfinite(point.x) && (points.empty() || point.x > points.back().x) && points.size() < longestList) {
                points.push_back({point.x == 0 ? 0 : point.x, within(point.u, 1)});
            }
        }
        criterion.points = std::move(points);
        std::map<std::string, double> values;
        for (const auto &[word, u] : criterion.values) {
            const std::string name = lowered(one_line(word));
            if (!name.empty() && values.size() < longestList) {
                values.emplace(name, within(u, 1));
            }
        }
        criterion.values = std::move(values);
        criterion.otherwise = within(criterion.otherwise, 1);
        criterion.halfLife = std::isfinite(criterion.halfLife) ? std::clamp(criterion.halfLife, 0.01, 100'000.0) : 90;
        criterion.marketing = within(criterion.marketing, 1e6);
        criterion.sales = within(criterion.sales, 1e6);
        if (criterion.settled) {
            criterion.settled = within(*criterion.settled, 1);
        }
        return criterion;
    }
};

template <> struct ItemWays<ScoreVersion> {
    static constexpr std::string_view one = "a version of the score";
    static constexpr std::string_view many = "versions of the score";

    static std::string label(const std::string &name, const ScoreVersion &before, const ScoreVersion &after) {
        return change_label(name, {{before.note != after.note, "the note on"}});
    }
    static ScoreVersion tidy(ScoreVersion version) {
        version.name = one_line(version.name);
        version.note = long_text(version.note);
        return version;
    }
};

template <> struct ItemWays<FrozenList> {
    static constexpr std::string_view one = "a frozen list";
    static constexpr std::string_view many = "frozen lists";

    static std::string label(const std::string &name, const FrozenList &, const FrozenList &) { return change_label(name, {}); }
    static FrozenList tidy(FrozenList list) {
        list.name = one_line(list.name);
        return list;
    }
};

template <> struct ItemWays<AccountColumn> {
    static constexpr std::string_view one = "a column";
    static constexpr std::string_view many = "columns";

    static std::string label(const std::string &name, const AccountColumn &before, const AccountColumn &after) {
        return change_label(name, {{before.type != after.type, "the type of"}});
    }
    static AccountColumn tidy(AccountColumn column) {
        column.name = one_line(column.name);
        return column;
    }
};

namespace {

/// A mark that says nothing is taken out.
EditStep put_mark(const Plan &plan, const AccountId &account, AccountMark mark) {
    AccountMark nothing;
    nothing.position = mark.position;
    if (mark == nothing) {
        return Remove<AccountMark>{account};
    }
    if (mark.position.key.empty()) {
        mark.position = position_at_end(plan.accounts->marks);
    }
    return Put<AccountMark>{account, std::move(mark)};
}

PlanEdit change_mark(const Plan &plan, const AccountId &account, const std::string &label, const AccountMark &mark) {
    if (mark == mark_of(plan, account)) {
        return {};
    }
    return {label, {put_mark(plan, account, mark)}};
}

} // namespace

PlanEdit set_account_cell(const Plan &plan, const AccountId &account, const AccountColumnId &column, const std::string &text) {
    return set_account_cells(plan, {account}, column, text);
}

PlanEdit set_account_cells(const Plan &plan, const std::vector<AccountId> &accounts, const AccountColumnId &column,
                           const std::string &text) {
    const AccountColumn *described = find(plan.accounts->columns, column);
    const std::string sound = with_valid_utf8(long_text(text));
    SetAccountCells set{column, {}};
    if (described != nullptr) {
        const AccountIndex index(plan.accounts->table);
        for (const AccountId &account : accounts) {
            const std::optional<std::size_t> row = index.row_of(account.text);
            if (row && plan.accounts->table.text(column, *row) != sound) {
                set.cells.emplace(account, sound);
            }
        }
    }
    if (set.cells.empty()) {
        return {};
    }
    const std::string who =
        set.cells.size() == 1 ? account_called(plan, set.cells.begin()->first) : counted(set.cells.size(), "account", "accounts");
    return {"Change " + quoted(described->name) + " of " + who, {std::move(set)}};
}

PlanEdit change_account_column(const Plan &plan, const AccountColumnId &id, const AccountColumn &column) {
    return change(plan.accounts->columns, id, column);
}

PlanEdit note_account(const Plan &plan, const AccountId &account, const std::string &note) {
    AccountMark mark = mark_of(plan, account);
    mark.note = long_text(note);
    return change_mark(plan, account, "Change the note on " + account_called(plan, account), mark);
}

PlanEdit tag_accounts(const Plan &plan, const std::vector<AccountId> &accounts, const std::string &tag, bool on) {
    const std::string name = one_line(tag);
    PlanEdit edit{std::string(on ? "Tag " : "Untag ") + accounts_called(plan, accounts) + (on ? " as " : " from ") + quoted(name), {}};
    for (const AccountId &account : accounts) {
        AccountMark mark = mark_of(plan, account);
        const auto it = std::find(mark.tags.begin(), mark.tags.end(), name);
        if (name.empty() || on == (it != mark.tags.end())) {
            continue;
        }
        if (on) {
            mark.tags.push_back(name);
        } else {
            mark.tags.erase(it);
        }
        edit.steps.push_back(put_mark(plan, account, std::move(mark)));
    }
    return edit.steps.empty() ? PlanEdit() : edit;
}

PlanEdit set_tier_by_hand(const Plan &plan, const AccountId &account, std::optional<Tier> tier, const std::string &reason) {
    AccountMark mark = mark_of(plan, account);
    mark.tier = tier;
    mark.reason = tier ? one_line(reason) : std::string();
    const std::string name = account_called(plan, account);
    return change_mark(plan, account, tier ? "Put " + name + " into " + std::string(tier_name(*tier)) : "Let the score decide on " + name,
                       mark);
}

PlanEdit place_accounts(const Plan &plan, const std::vector<AccountId> &accounts, std::optional<Placement> placement) {
    static constexpr std::string_view names[] = {"low", "medium", "high"};
    PlanEdit edit;
    for (const AccountId &account : accounts) {
        AccountMark mark = mark_of(plan, account);
        if (mark.placement == placement) {
            continue;
        }
        mark.placement = placement;
        edit.steps.push_back(put_mark(plan, account, std::move(mark)));
    }
    if (edit.steps.empty()) {
        return {};
    }
    const std::string who = accounts_called(plan, accounts);
    edit.label = placement ? "Place " + who + " as " + std::string(names[static_cast<std::size_t>(*placement)])
                           : "Take " + who + " out of the known accounts";
    return edit;
}

PlanEdit add_criteria(const Plan &plan, const std::vector<Criterion> &criteria, const RandomBits &bits, std::vector<CriterionId> *made) {
    std::vector<std::string> names;
    names.reserve(criteria.size());
    for (const Criterion &criterion : criteria) {
        names.push_back(criterion.name);
    }
    if (criteria.empty()) {
        return {};
    }
    return add_all(plan.scoring->criteria, label_for_new(names, "a criterion", "criteria"), criteria, {}, bits, made);
}

PlanEdit change_criterion(const Plan &plan, const CriterionId &id, const Criterion &criterion) {
    return change(plan.scoring->criteria, id, criterion);
}

PlanEdit remove_criteria(const Plan &plan, const std::vector<CriterionId> &ids) { return remove(plan.scoring->criteria, ids); }

PlanEdit move_criteria(const Plan &plan, const std::vector<CriterionId> &ids, const CriterionId &before) {
    return move(plan.scoring->criteria, ids, before);
}

PlanEdit set_weight(const Plan &plan, const CriterionId &id, Side side, double weight) {
    const Criterion *before = find(plan.scoring->criteria, id);
    if (before == nullptr) {
        return {};
    }
    Criterion criterion = *before;
    (side == Side::marketing ? criterion.marketing : criterion.sales) = weight;
    return change_criterion(plan, id, criterion);
}

PlanEdit settle_share(const Plan &plan, const CriterionId &id, std::optional<double> share) {
    const Criterion *before = find(plan.scoring->criteria, id);
    if (before == nullptr) {
        return {};
    }
    Criterion criterion = *before;
    criterion.settled = share;
    return change_criterion(plan, id, criterion);
}

PlanEdit settle_shares(const Plan &plan, const std::map<CriterionId, double> &shares, const std::string &label) {
    PlanEdit edit{label, {}};
    for (const auto &[id, share] : shares) {
        for (EditStep &step : settle_share(plan, id, share).steps) {
            edit.steps.push_back(std::move(step));
        }
    }
    return edit.steps.empty() ? PlanEdit() : edit;
}

PlanEdit set_tier_policy(const Plan &plan, const TierPolicy &policy) {
    TierPolicy sound = policy;
    const auto share = [](double value, double most, double standard) {
        return std::isfinite(value) ? std::clamp(value, 0.0, most) : standard;
    };
    sound.oneToOne = std::clamp(policy.oneToOne, 0, 1'000'000);
    sound.oneToFew = std::clamp(policy.oneToFew, 0, 1'000'000);
    sound.oneToManyFrom = share(policy.oneToManyFrom, 100, 40);
    sound.oneToFewFrom = share(policy.oneToFewFrom, 100, 60);
    sound.oneToOneFrom = share(policy.oneToOneFrom, 100, 75);
    sound.confidence = share(policy.confidence, 1, 0.6);
    sound.extra = plan.scoring->tiers.extra;
    if (sound == plan.scoring->tiers) {
        return {};
    }
    return {"Change how tiers are cut", {SetTierPolicy{std::move(sound)}}};
}

PlanEdit sign_scoring(const Plan &plan, Side side, const std::optional<ScoringSignature> &signature) {
    const ScoringSignature *before = find(plan.scoring->signatures, side);
    if (side == Side::product || (before == nullptr && !signature)) {
        return {};
    }
    std::optional<ScoringSignature> sound = signature;
    if (sound) {
        sound->by = one_line(sound->by);
        sound->dissent = long_text(sound->dissent);
    }
    if (before != nullptr && sound && *before == *sound) {
        return {};
    }
    return {(signature ? "Sign the score for " : "Take back the signature of ") + std::string(side_name(side)),
            {SetSignature{side, std::move(sound)}}};
}

PlanEdit confirm_scoring(const Plan &plan, Side side, const ScoringSignature &signature) {
    PlanEdit edit = sign_scoring(plan, side, signature);
    edit.label = edit.steps.empty() ? std::string() : "Confirm the signature of " + std::string(side_name(side));
    return edit;
}

PlanEdit keep_score_version(const Plan &plan, const std::string &name, const std::string &note, const std::string &on,
                            const RandomBits &bits, std::vector<ScoreVersionId> *made) {
    ScoreVersion version;
    version.name = name;
    version.note = note;
    version.on = on;
    version.criteria = plan.scoring->criteria;
    version.tiers = plan.scoring->tiers;
    if (one_line(name).empty() || version.criteria.empty()) {
        return {};
    }
    return add_all(plan.scoring->versions, "Keep the score as " + quoted(one_line(name)), {version}, {}, bits, made);
}

PlanEdit change_score_version(const Plan &plan, const ScoreVersionId &id, const ScoreVersion &version) {
    return change(plan.scoring->versions, id, version);
}

PlanEdit remove_score_versions(const Plan &plan, const std::vector<ScoreVersionId> &ids) { return remove(plan.scoring->versions, ids); }

PlanEdit bring_back_score_version(const Plan &plan, const ScoreVersionId &id) {
    const ScoreVersion *version = find(plan.scoring->versions, id);
    if (version == nullptr) {
        return {};
    }
    PlanEdit edit{"Bring back the score " + quoted(version->name), {}};
    for (const auto &[criterion, now] : plan.scoring->criteria) {
        if (!version->criteria.contains(criterion)) {
            edit.steps.emplace_back(Remove<Criterion>{criterion});
        }
    }
    for (const auto &[criterion, then] : version->criteria) {
        const Criterion *now = find(plan.scoring->criteria, criterion);
        if (now == nullptr || !(*now == then)) {
            edit.steps.emplace_back(Put<Criterion>{criterion, then});
        }
    }
    if (!(version->tiers == plan.scoring->tiers)) {
        edit.steps.emplace_back(SetTierPolicy{version->tiers});
    }
    return edit.steps.empty() ? PlanEdit() : edit;
}

PlanEdit freeze_list(const Plan &plan, const FrozenList &list, const RandomBits &bits, std::vector<FrozenListId> *made) {
    if (one_line(list.name).empty()) {
        return {};
    }
    return add_all(plan.scoring->lists, "Freeze the list " + quoted(one_line(list.name)), {list}, {}, bits, made);
}

PlanEdit change_frozen_list(const Plan &plan, const FrozenListId &id, const FrozenList &list) {
    return change(plan.scoring->lists, id, list);
}

PlanEdit remove_frozen_lists(const Plan &plan, const std::vector<FrozenListId> &ids) { return remove(plan.scoring->lists, ids); }

PlanEdit set_outcome_policy(const Plan &plan, const OutcomePolicy &policy) {
    OutcomePolicy sound;
    sound.column = policy.column;
    sound.extra = plan.scoring->outcome.extra;
    const auto add = [](const std::set<std::string> &words, std::set<std::string> &into, const std::set<std::string> &without) {
        for (const std::string &word : words) {
            const std::string tidy = lowered(trimmed(one_line(word)));
            if (!tidy.empty() && !without.contains(tidy) && into.size() < longestList) {
                into.insert(tidy);
            }
        }
    };
    add(policy.won, sound.won, {});
    add(policy.lost, sound.lost, sound.won);
    if (sound == plan.scoring->outcome) {
        return {};
    }
    return {"Change what counts as won and lost", {SetOutcomePolicy{std::move(sound)}}};
}

Criterion criterion_for(const Accounts &accounts, const AccountColumnId &column) {
    Criterion criterion;
    criterion.column = column;
    criterion.marketing = 1;
    criterion.sales = 1;
    const AccountColumn *described = find(accounts.columns, column);
    if (described == nullptr) {
        return criterion;
    }
    criterion.name = described->name;
    std::vector<double> numbers;
    std::set<std::string> words;
    static constexpr std::size_t mostWords = 12;
    for (std::size_t row = 0; row < accounts.table.rows(); ++row) {
        const AccountValue value = accounts.table.value(column, row);
        if (const auto *number = std::get_if<double>(&value)) {
            numbers.push_back(*number);
        } else if (const auto *text = std::get_if<std::string_view>(&value); text != nullptr && words.size() < mostWords) {
            words.insert(lowered(trimmed(*text)));
        }
    }
    switch (described->type) {
    case AccountColumnType::number:
        if (!numbers.empty()) {
            std::sort(numbers.begin(), numbers.end());
            const double low = numbers[numbers.size() / 10];
            const double high = numbers[numbers.size() - 1 - numbers.size() / 10];
            criterion.points = {{low, 0}, {high > low ? high : low + 1, 1}};
        }
        break;
    case AccountColumnType::date:
        criterion.scale = ScaleKind::recency;
        criterion.family = CriterionFamily::intent;
        break;
    case AccountColumnType::yesNo:
        criterion.scale = ScaleKind::yesNo;
        criterion.family = CriterionFamily::trigger;
        break;
    case AccountColumnType::text:
    case AccountColumnType::category:
        criterion.scale = ScaleKind::category;
        for (const std::string &word : words) {
            criterion.values.emplace(word, 0.5);
        }
        break;
    }
    return criterion;
}

} // namespace fullcourt
