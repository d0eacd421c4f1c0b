// The account score (RULES §3): what each criterion makes of a value, what the sides' weights make of that, ranks and tiers.
//
// Sums run in criterion order, row by row, so that no blocking changes a bit; everything that orders or cuts uses the quantised
// score. "Today" is an argument: the day ages are counted from where the plan names none.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/accounts.h"
#include "model/scoring.h"

namespace fullcourt {

enum class Weights { agreed, marketing, sales };

/// Each criterion's share of all weights; they add up to 1, or are all 0 where nobody gave a weight. Agreed: the mean of the sides'
/// shares, settled ones first.
std::map<CriterionId, double> weight_shares(const Scoring &scoring, Weights weights);

/// u in [0, 1] of one value; nothing where it is missing or cannot be read.
std::optional<double> scale_value(const Criterion &criterion, const AccountTable &table, std::size_t row, std::int32_t asOf);
/// What a missing value counts; nothing: the criterion is left out.
std::optional<double> missing_value(const Criterion &criterion);
/// Days since 1970 of the plan's "as of" date, else of `today`.
std::int32_t as_of_day(const Scoring &scoring, std::int32_t today);

/// u of every account by every criterion: what does not change while weights do.
class CriterionValues {
  public:
    CriterionValues() = default;
    CriterionValues(const AccountTable &table, const Scoring &scoring, std::int32_t today);

    std::size_t rows() const { return m_rows; }
    std::size_t criteria() const { return m_ids.size(); }
    const CriterionId &id(std::size_t criterion) const { return m_ids[criterion]; }
    /// One for each row; 0 where the criterion is left out.
    const std::vector<double> &values(std::size_t criterion) const { return m_values[criterion]; }
    bool is_known(std::size_t criterion, std::size_t row) const { return m_known[criterion][row] != 0; }
    bool leaves_out_missing(std::size_t criterion) const { return m_leavesOut[criterion]; }
    /// A number for each row that is alike where the same criteria are known, and for each number one such row.
    const std::vector<std::uint32_t> &patterns() const { return m_patterns; }
    const std::vector<std::uint32_t> &pattern_rows() const { return m_patternRows; }

  private:
    void find_patterns();

    std::size_t m_rows = 0;
    std::vector<CriterionId> m_ids;
    std::vector<std::vector<double>> m_values;
    std::vector<std::vector<std::uint8_t>> m_known;
    std::vector<bool> m_leavesOut;
    std::vector<std::uint32_t> m_patterns;
    std::vector<std::uint32_t> m_patternRows;
};

/// Why an account's tier is not what its rank or score alone would give.
enum class TierReason : std::uint8_t { asScored, littleKnown, byHand };

/// A row each.
struct AccountScores {
    static constexpr std::int64_t none = -1;

    std::vector<double> score;        ///< 0 to 100; 0 where there is none
    std::vector<std::int64_t> q;      ///< floor(score · 10⁹ + 0.5); `none` without a score
    std::vector<double> confidence;   ///< share of the weight that rests on known values, 0 to 1
    std::vector<std::uint32_t> rank;  ///< from 1; those without a score last
    std::vector<std::uint32_t> order; ///< rows, best first
    std::vector<Tier> tier;
    std::vector<TierReason> reason;

    bool has_score(std::size_t row) const { return q[row] != none; }
};
AccountScores score_accounts(const Accounts &accounts, const Scoring &scoring, const CriterionValues &values, Weights weights);
/// The same for a single question.
AccountScores score_accounts(const Accounts &accounts, const Scoring &scoring, Weights weights, std::int32_t today);

/// One sentence where the tier is not what the score alone would give; "" else.
std::string tier_reason(const Accounts &accounts, const Scoring &scoring, const AccountScores &scores, std::size_t row);

// What both sides sign.
enum class SignatureState { none, valid, toConfirm, broken };
/// Alike as long as no account moves to another tier.
std::string tiers_digest(const Accounts &accounts, const AccountScores &scores);
/// Alike as long as no criterion changes.
std::string model_digest(const Scoring &scoring);
/// To confirm: the model changed, but no account moved; broken: one did. The digests are today's.
SignatureState signature_state(const Scoring &scoring, Side side, const std::string &tiersDigest, const std::string &modelDigest);

} // namespace fullcourt
