"""The tables of a case that travel, parents before children (see `replicated`)."""

from __future__ import annotations

from app.store.replicated_shape import Table

_OF_DECISIONS = (
    "t.decision_id IN (SELECT decision_id FROM decisions d WHERE d.registration_id = b.about)"
)
_FILES = """t.file_id IN (
    SELECT file_id FROM estimates e WHERE e.registration_id = b.about AND file_id IS NOT NULL
    UNION SELECT file_id FROM letters l WHERE l.registration_id = b.about AND l.doc_no IS NULL)"""

TABLES: tuple[Table, ...] = (
    Table(
        name="files",
        columns="file_id kind name sha256 media_type content made_at",
        joined=_FILES,
        identity="file_id",
        numbered=False,
        bytes_in=frozenset(("content",)),
    ),
    Table(
        name="answers",
        columns="question_id state value answered_by answered_at",
        joined="t.answer_id BETWEEN b.number << 16 AND b.number << 16 | 65535",
        identity="answer_id",
    ),
    Table(
        name="dated_answers",
        columns="registration_id question_id holds_from state value answered_by answered_at",
    ),
    Table(
        name="certificates",
        columns="registration_id standing statement determination_id made_by made_at",
    ),
    Table(
        name="clinical_readings",
        columns="registration_id first_answer last_answer source dated_on read_by read_at",
        points_to=(("first_answer", "answers"), ("last_answer", "answers")),
    ),
    Table(
        name="determinations",
        columns=(
            "determination_id registration_id on_date category result rules_version "
            "certified made_by made_at"
        ),
        identity="determination_id",
        numbered=False,
        counted="seq",
    ),
    Table(
        name="determination_inputs",
        columns="determination_id pack_id asked_on body",
        joined="t.determination_id IN (SELECT determination_id FROM determinations d "
        "WHERE d.registration_id = b.about)",
        identity="determination_id",
        numbered=False,
    ),
    Table(
        name="decisions",
        columns=(
            "decision_id registration_id determination_id choice category reason_code "
            "note suggested agreed second_check certified decided_by decided_at"
        ),
        identity="decision_id",
        numbered=False,
        counted="seq",
    ),
    Table(
        name="second_choices",
        columns="decision_id choice chosen_by chosen_at",
        joined=_OF_DECISIONS,
    ),
    Table(
        name="second_checks",
        columns="decision_id agreed note checked_by checked_at",
        joined=_OF_DECISIONS,
        identity="check_id",
    ),
    Table(
        name="diary",
        columns="registration_id kind about_on due_on noted_at",
    ),
    Table(
        name="diary_marks",
        columns="entry_id mark marked_by marked_at",
        joined="t.entry_id IN (SELECT entry_id FROM diary d WHERE d.registration_id = b.about)",
        numbered=False,
        points_to=(("entry_id", "diary"),),
    ),
    Table(
        name="urgency_records",
        columns=(
            "registration_id urgency clinician_name decided_at leaving_date "
            "transcribed document_ref recorded_by recorded_at"
        ),
    ),
    Table(
        name="stays",
        columns="registration_id first_day last_day ward_day recorded_by recorded_at",
    ),
    Table(
        name="planned_care",
        columns="registration_id code picked_by picked_at",
    ),
    Table(
        name="evidence",
        columns=(
            "evidence_id registration_id type_code detail seen_on seen_by expires_on "
            "relied_on recorded_at"
        ),
    ),
    Table(
        name="papers",
        columns="evidence_id registration_id state number promised_by kept_by kept_at",
    ),
    Table(
        name="desk_finish",
        columns="registration_id step how detail done_by done_at",
    ),
    Table(
        name="snoozes",
        columns="registration_id until reason flag_reason review snoozed_by snoozed_at",
    ),
    Table(
        name="case_rests",
        columns="registration_id kind begins reason made_by made_at",
    ),
    Table(
        name="billing_requests",
        columns="registration_id asked_by asked_at",
    ),
    Table(
        name="family_links",
        columns="registration_id relation patient_id linked_by linked_at",
    ),
    Table(
        name="estimates",
        columns=(
            "estimate_id estimate_no registration_id body total_pence issued_on "
            "valid_until issued_by file_id"
        ),
        identity="estimate_id",
        numbered=False,
    ),
    Table(
        name="provisional_prices_confirmed",
        columns="estimate_no note confirmed_by confirmed_at",
        joined="t.estimate_no IN (SELECT estimate_no FROM estimates e "
        "WHERE e.registration_id = b.about)",
        identity="estimate_no",
        numbered=False,
    ),
    Table(
        name="estimate_outcomes",
        columns=(
            "registration_id estimate_no specialty root hrg length_of_stay low_pence "
            "likely_pence high_pence final_pence recorded_at"
        ),
        identity="outcome_id",
    ),
    Table(
        name="letters",
        columns="letter_id kind registration_id to_whom file_id made_by made_at",
        joined="t.registration_id = b.about AND t.doc_no IS NULL",
        identity="letter_id",
        numbered=False,
    ),
    Table(
        name="letters_sent",
        columns="file_id how sent_on marked_by marked_at",
        joined="t.file_id IN (SELECT file_id FROM letters l "
        "WHERE l.registration_id = b.about AND l.doc_no IS NULL)",
    ),
    Table(
        name="claim_entitlements",
        columns="registration_id type body entered_by entered_at",
        identity="version",
    ),
    Table(
        name="claim_treatments",
        columns="registration_id started_on ended_on cost_pence body entered_by entered_at",
        identity="version",
    ),
    Table(
        name="claim_reports",
        columns=(
            "registration_id portal_id entitlement_version treatment_version "
            "reported_by reported_at"
        ),
        identity="report",
        points_to=(
            ("entitlement_version", "claim_entitlements"),
            ("treatment_version", "claim_treatments"),
        ),
    ),
    Table(
        name="dispute_rulings",
        columns="registration_id about_table about_column chosen reason ruled_by ruled_at",
    ),
    Table(
        name="record_holds",
        columns="registration_id kind begins made_by made_at",
    ),
    Table(
        name="emergency_accesses",
        columns="access_id registration_id reason opened_by opened_at device",
        identity="access_id",
        numbered=False,
    ),
    Table(
        name="emergency_looks",
        columns="look_id access_id note looked_by looked_at",
        joined="t.access_id IN (SELECT access_id FROM emergency_accesses a "
        "WHERE a.registration_id = b.about)",
        identity="look_id",
        numbered=False,
    ),
)
