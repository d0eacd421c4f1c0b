// Collects what restoring had to mend, and what it kept although it refers to nothing. Private to io.
#pragma once

#include <string>
#include <utility>

#include "base/text.h"
#include "io/restore.h"

namespace fullcourt {

/// A name or word within a sentence, shortened where it is long.
inline std::string in_quotes(std::string_view text) { return "“" + quoted(text) + "”"; }

class Repairs {
  public:
    /// Something was changed or left out.
    void mended(std::string sentence) { add(m_report.sentences, m_report.more, std::move(sentence)); }
    /// Nothing was changed, but a person may want to know.
    void kept(std::string sentence) { add(m_report.kept, m_report.moreKept, std::move(sentence)); }

    const RepairReport &report() const { return m_report; }

  private:
    static void add(std::vector<std::string> &sentences, std::size_t &more, std::string sentence) {
        if (sentences.size() < mostSentences) {
            sentences.push_back(std::move(sentence));
        } else {
            ++more;
        }
    }

    RepairReport m_report;
};

} // namespace fullcourt
