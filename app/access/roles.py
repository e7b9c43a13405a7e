"""Roles, acts, and the matrix that joins them (resources/access.toml)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import NotAllowed
from app.core.wording import Phrase, listed, term


class Role(StrEnum):
    """What a person is at this trust; one person may hold several."""

    CLERK = "clerk"
    OFFICER = "officer"
    SENIOR = "senior_officer"
    FINANCE = "finance"
    CLINICIAN = "clinician"
    ADMIN = "admin"
    AUDITOR = "auditor"

    @property
    def words(self) -> Phrase:
        """As a sentence names it, such as senior officer."""
        return term(self.replace("_", " "))


class Act(StrEnum):
    """What people do in the program; every service call is one of these."""

    READ_GUIDE = "read_guide"
    KEEP_OWN = "keep_own"
    EXCHANGE = "exchange"
    SEE_QUARANTINE = "see_quarantine"
    REGISTER = "register"
    FIND_PATIENT = "find_patient"
    SEE_DOCUMENT_IMAGES = "see_document_images"
    RECORD_URGENCY = "record_urgency"
    READ_CASE = "read_case"
    DECIDE_STATUS = "decide_status"
    SECOND_CHECK = "second_check"
    VIEW_ESTIMATE = "view_estimate"
    MAKE_ESTIMATE = "make_estimate"
    SEE_PRICES = "see_prices"
    INVOICE = "invoice"
    HOLD_LETTERS = "hold_letters"
    PROPOSE_CREDIT = "propose_credit"
    APPROVE_CREDIT = "approve_credit"
    PREPARE_DEBT_REPORT = "prepare_debt_report"
    APPROVE_DEBT_REPORT = "approve_debt_report"
    EXPORT_BATCH = "export_batch"
    PREPARE_SUBJECT_ACCESS = "prepare_subject_access"
    ANSWER_SUBJECT_ACCESS = "answer_subject_access"
    ADMINISTER = "administer"
    EMERGENCY_ACCESS = "emergency_access"
    HOLD_RECORDS = "hold_records"
    READ_AUDIT = "read_audit"
    VERIFY_AUDIT = "verify_audit"

    @property
    def words(self) -> Phrase:
        """As a sentence names it, such as see prices."""
        return term(self.replace("_", " "))


class Extent(StrEnum):
    """How far a grant reaches; what `limited` means stands beside it in the matrix."""

    FULL = "full"
    LIMITED = "limited"


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table of safety-and-security section 2: what is not granted is not allowed."""

    grants: Mapping[Act, Mapping[Role, Extent]]

    def extent(self, roles: Iterable[Role], act: Act) -> Extent | None:
        """The widest extent any of the roles gives, or None."""
        given = {self.grants.get(act, {}).get(role) for role in roles}
        if Extent.FULL in given:
            return Extent.FULL
        return Extent.LIMITED if Extent.LIMITED in given else None

    def require(self, roles: Iterable[Role], act: Act) -> Extent:
        """The extent granted; raises NotAllowed, naming who may."""
        held = tuple(roles)
        extent = self.extent(held, act)
        if extent is None:
            able = sorted(role.words for role in self.grants.get(act, {}))
            raise NotAllowed(
                Phrase(
                    "Your role cannot do this ({act}). Ask a person who is: {roles}.",
                    act=act.words,
                    roles=listed(able),
                )
            )
        return extent
