// What the views of contacts, lead stages and committees share.
#pragma once

#include <optional>
#include <string>

#include "analysis/coverage.h"
#include "ui/scene.h"
#include "ui/section.h"
#include "ui/widgets.h"

namespace fullcourt::ui {

/// The letter of a grade in a small square; A strongest.
void draw_grade(ImDrawList &list, const ImVec2 &centre, FitGrade grade);
/// "82" of points, "7.5" below ten.
std::string points_words(double points);
/// The account's name, or its key where it is not in the list.
std::string account_words(const Scene &scene, const AccountId &id);
/// "JD" of Jo Doe.
std::string initials(const std::string &name);
/// What is known of a contact, worked out once.
const ContactState &state_of(const Scene &scene, const ContactId &id);

/// A short number that is typed; what is no number within the range is not taken.
std::optional<double> number_cell(Scene &scene, const std::string &name, double shown, double least, double most, float width);

// The parts of the section. Lists fill the room they are given; details stand in the panel.
void draw_contact_details(Scene &scene, const ContactId &id);
void draw_lead_stages(Scene &scene, const SectionPage &page, float width);
void draw_lead_stage_details(Scene &scene, const LeadStageId &id);
/// What activities are worth and where grades begin.
void draw_lead_policy(Scene &scene, float width);

/// The buying committee of an account as seats round a table, with coverage, wide, deep and momentum, each explained; and the
/// account's stage. In the panel.
void draw_committee(Scene &scene, const AccountId &account);

} // namespace fullcourt::ui
