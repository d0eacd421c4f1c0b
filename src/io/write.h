// Plan → canonical bytes: the envelope on one line, then one item a line in a stable order (DESIGN §4), so that
// an edit of one cell changes the envelope's line and one other. The same plan always gives the same bytes.
//
// Format 1. Keys in this order; what is empty or has its default is left out; unknown keys follow, sorted by bytes.
//
//   {"fullcourt":{"version":1,"plan":ID,"revision":…,"parent":…,"ancestry":[…],"saved":INSTANT},
//   "title":…,
//   "description":…,
//   "roles":[                          sorted by (at, id), one a line
//   {"id":…,"at":POSITION,"name":…,"short":…,"function":…,"core":…,
//    "headcount":8,"reportsTo":ROLE,"dottedTo":ROLE,"costPerHead":90000}
//   ],
//   "team":[                           people
//   {"id":…,"at":…,"name":…,"hats":{"account-executive":0.5},"vacant":true}
//   ],
//   "choice":{"home":"marketing", "sales", "matrix", "overlay" or "vp-sales","liaison":true,"bdrOwner":"marketing",
//             "context":{"alignment":3}},              answers 0 to 4 by factor
//   "models":[                         organisation models besides the seven of DOMAIN §3
//   {"id":…,"at":…,"name":…,"home":…,"liaison":true,"bdrOwner":"marketing","essence":…,"advantages":[…],"drawbacks":[…],
//    "governance":…,"fitsWhen":…,"needs":{"alignment":[">=" or "<=",LEVEL 0 to 4,IMPORTANCE 0 to 100]}}
//   ],
//   "grid":{"scheme":"rasci" or "raci",
//   "letters":{"V":"verifies"},        letters besides the scheme's, with their meaning
//   "phases":[ {"id":…,"at":…,"name":…} ],
//   "activities":[ {"id":…,"at":…,"name":…,"note":…,"phase":ID of a phase} ],
//   "columns":[ {"role":ID of a role,"at":…} ],
//   "rows":{                           one activity a line, sorted by its id, so that moving it moves no letters
//   "close":{"account-executive":"A","cfo":"C","vp-sales":"A/R"}
//   },
//   "notes":{                          on cells, one activity a line
//   "close":{"cfo":"Only above 100,000"}
//   },
//   "asIsOn":DATE,                     when the picture of how it was before was taken
//   "asIs":{ "close":{"vp-sales":"A"} }   its letters, as "rows"
//   },
//   "meetings":[
//   {"id":…,"at":…,"name":…,"every":"week" or "2 weeks","minutes":30,"weekday":"monday","start":MINUTES
//    after midnight,"attendees":[ROLE],"pod":true,"topics":[…],"outputs":[…],"held":{DATE:true, or false where it was skipped}}
//   ],
//   "decisions":[
//   {"id":…,"at":…,"name":…,"deciders":[ROLE],"either":true,"tieBreak":ROLE,"inputs":{"finance":"market size"},"every":"month",
//    "deadline":…,"turnaroundDays":7,"activities":[ACTIVITY],"forum":MEETING}
//   ],
//   "escalation":[                     the ladder from its foot
//   {"id":…,"at":…,"parties":[ROLE],"about":…,"rises":what makes it rise,"limitDays":7,"forum":MEETING}
//   ],
//   "kpis":[
//   {"id":…,"at":…,"name":…,"role":ROLE,"owner":ROLE,"unit":…,"direction":"down","centre":"lead" or "neither","target":…,
//    "source":…,"review":MEETING,"signedByMarketing":true,"signedBySales":true,"values":{"2026-Q4":12.5}}
//   ],
//   "practices":[                      governance
//   {"id":…,"at":…,"kind":"standard", "collaboration" or "improvement","name":…,"text":…,"steps":[…],"owner":ROLE,"approvers":[ROLE],
//    "every":"quarter","due":DATE}
//   ],
//   "tools":[
//   {"id":…,"at":…,"name":…,"purpose":"accounts", "campaigns", "content", "analytics" or "communication","owner":ROLE,"access":[ROLE],
//    "training":…,"integratesWith":[TOOL]}
//   ],
//   "readiness":{                      answers 0 to 4 of the sides "marketing", "sales" and "product", one statement a line
//   "shared-goals":{"marketing":3,"sales":1}
//   },
//   "log":[
//   {"id":…,"at":…,"kind":"action","what":…,"owner":ROLE,"due":DATE,"done":true,"on":DATE,"about":key of a finding}
//   ],
//   "disputes":[
//   {"id":…,"at":…,"what":…,"activity":ACTIVITY,"level":ESCALATION LEVEL,"rule":…,"days":12,"on":DATE}
//   ],
//   "ballots":{                        by side what it filled in blindly, as "rows"
//   "marketing":{
//   "close":{"account-executive":"A"}
//   }
//   },
//   "ballotContext":{                  by side its answers about the company, as "context" of the choice
//   "sales":{"alignment":1}
//   },
//   "tallies":{"close":"5–3"},         what the room showed, by activity
//   "runSheet":[
//   {"id":…,"at":…,"name":…,"minutes":10,"purpose":"grid", "decisions", "rhythm" or "close"}
//   ],
//   "parked":[ key of a finding ],     put aside in the workshop, one a line
//   "accountColumns":[
//   {"id":…,"at":…,"name":…,"type":"number", "date", "yes-no" or "category","hidden":true,"frozen":true,"width":120}
//   ],
//   "accountKey":…,                    what the key is called
//   "accountName":ID of a column,      which one names an account to people
//   "accounts":[                       the columns' ids behind the key's empty place, then a row a line; null is missing
//   ["","industry","employees"],
//   ["001A","Software",250]
//   ],
//   "accountMarks":[                   what people say of one account, by its key
//   {"id":…,"at":…,"note":…,"tags":[…],"tier":"1:1","reason":…,"placement":"low", "medium" or "high","committeeSize":7,
//    "pinned":true,"stageSince":{"engaged":DATE}}
//   ],
//   "accountBoard":{"by":"stage" or "pod","fields":[COLUMN],"limits":{"tier:1:1":10}},
//   "accountStages":[…],               in order, where they are not the standard ones
//   "accountImport":{                  how the last file was read: its head → a column; empty: left out
//   "Account Name":"name"
//   },
//   "criteria":[
//   {"id":…,"at":…,"name":…,"family":"fit", "intent" or "trigger","column":COLUMN,"scale":"category", "yes-no" or "recency",
//    "points":[[X,U]],"values":{"software":1},"otherwise":0,"halfLife":90,"missing":"zero", "neutral" or "skip","marketing":WEIGHT,
//    "sales":WEIGHT,"settled":SHARE}
//   ],
//   "tiers":{"method":"cut-offs","oneToOne":10,"oneToFew":50,"oneToManyFrom":40,"oneToFewFrom":60,"oneToOneFrom":75,"confidence":0.6,
//            "asOf":DATE},
//   "scoringSignatures":{              by "marketing" and "sales"
//   "sales":{"by":…,"on":DATE,"dissent":…,"tiers":DIGEST,"model":DIGEST}
//   },
//   "scoreVersions":[ {"id":…,"at":…,"name":…,"on":DATE,"note":…,"criteria":[ as above ],"tiers":{ as above }} ],
//   "frozenLists":[ {"id":…,"at":…,"name":…,"on":DATE,"1:1":[ACCOUNT],"1:few":[ACCOUNT],"1:many":[ACCOUNT]} ],
//   "outcome":{"column":COLUMN,"won":[words],"lost":[words]},
//   "contacts":[
//   {"id":…,"at":…,"name":…,"account":ACCOUNT,"title":…,"committee":"decider", "champion", "influencer", "user" or "gatekeeper",
//    "budget":"yes" or "no","authority":…,"need":…,"timeline":…,"stage":LEAD STAGE,"stageSince":DATE,"did":[["meeting",DATE,MINUTES]],
//    "note":…}
//   ],
//   "leadStages":[
//   {"id":…,"at":…,"name":…,"definition":…,"action":…,"timing":…,"reason":…,"owner":ROLE,"responseHours":24,"signedByMarketing":true,
//    "signedBySales":true,"leastGrade":"B","leastPoints":50,"leastAnswers":2}
//   ],
//   "leadPolicy":{"worth":{"meeting":[POINTS,MINUTES,HALF-LIFE]},"gradeA":4,"gradeB":3,"gradeC":2,"engagedDays":90,"committeeSize":5,
//       "revenue":COLUMN,"measures":{KPI:"penetration", "coverage" …}},
//   "pods":[ {"id":…,"at":…,"name":…,"members":{ROLE:PERSON},"affinity":[words]} ],
//   "podPolicy":{"affinity":COLUMN,"oneToOne":10,"oneToFew":3,"oneToMany":1},
//   "plays":[
//   {"id":…,"at":…,"name":…,"account":ACCOUNT,"owner":ROLE,"start":DATE,"weeks":2,"effort":{ROLE:HOURS},"follows":PLAY,
//    "status":"running", "done" or "dropped"}
//   ],
//   "playTemplates":[ {"id":…,"at":…,"name":…,"tier":"1:few", "1:many" or
//   "none","owner":ROLE,"afterWeeks":2,"weeks":1,"effort":…,"follows":…} ], "engagementNotes":[
//   {"id":…,"at":…,"kind":"change","account":ACCOUNT,"on":DATE,"text":…,"contact":CONTACT,"play":PLAY} ], "rules":{ "raci.no-blank":true },
//   settings that differ from a rule's own default, one a line "thresholds":{ "raci.many-responsible.count":5 }, "acceptances":{ findings
//   looked at and accepted, by the finding's key, one a line
//   "raci.no-accountable|demo-delivery|9c1185a5c5e9fc54":{"reason":…,"by":…,"at":DATE}
//   },
//   "conflicts":{                      what several made differently, until somebody chooses, by a digest of place and base, one a line
//   "0c5b8a41f2d97e6630ab":{"at":["roles","cfo","headcount"],"base":1,"values":[{"value":2,"from":[who or when]},{"value":3}]}
//   }
//   }
//
// A further section of DOMAIN joins as one more key at the top. Where there is no place for unknown keys ("rows",
// "rules", "thresholds", "letters", "hats", "inputs", "values", "context", "notes", "asIs", "held", "needs", "readiness", "ballots",
// "ballotContext", "tallies", "accountImport", "limits", "stageSince", "worth", "measures", "members", "effort": maps from ids or codes to
// plain values) a change needs a new version, and so does a new word of an enumeration (io/item_fields.h).
#pragma once

#include <string>

#include "io/envelope.h"

namespace fullcourt {

/// The whole file, ending in a line break.
std::string write_plan(const Plan &plan, const Envelope &envelope);

/// The same bytes without the accounts' rows: what stands before them, their head included, and what stands behind the last. In
/// between belong, for each chunk in order, its rows, each behind ",\n" (AccountRowsText). For a table with rows.
struct PlanFrame {
    std::string before;
    std::string after;

    friend bool operator==(const PlanFrame &, const PlanFrame &) = default;
};
PlanFrame write_around_rows(const Plan &plan, const Envelope &envelope);
/// A frame that was written for an empty envelope, as it is for this one.
PlanFrame with_envelope(PlanFrame frame, const Envelope &envelope);

/// The whole file in pieces of some milliseconds, for plans with many accounts.
class PlanFileWork {
  public:
    /// The plan is kept as it is now.
    explicit PlanFileWork(Plan plan);
    PlanFileWork(const PlanFileWork &) = delete;
    PlanFileWork &operator=(const PlanFileWork &) = delete;

    /// True once all is done.
    bool go_on();
    /// 0 to 1.
    double part() const;
    const Plan &plan() const { return m_plan; }
    /// When all is done: as write_plan() writes it. The work is then spent.
    std::string take(const Envelope &envelope);

  private:
    Plan m_plan;
    std::size_t m_chunk = 0;
    std::string m_rows;
};

/// A file name for it: the title made safe for every file system, then ".fullcourt.json".
std::string file_name(const Plan &plan);

} // namespace fullcourt
