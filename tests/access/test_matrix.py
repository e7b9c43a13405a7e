"""Who may do what: the table of the safety and security document, written out as letters."""

from __future__ import annotations

from itertools import combinations

import pytest

from app.access.roles import Act, Extent, Matrix, Role
from app.core.errors import NotAllowed
from app.library.access import load_matrix

COLUMNS = {
    "C": Role.CLERK,
    "O": Role.OFFICER,
    "S": Role.SENIOR,
    "F": Role.FINANCE,
    "D": Role.CLINICIAN,
    "A": Role.ADMIN,
    "U": Role.AUDITOR,
}
# A capital may, a small letter may within a bound, a dot may not. Rows of the table that hold
# two acts stand as two here; `read_case` follows from deciding (O, S) and the own link (D);
# `see_prices` from estimating, invoicing and taking lists in (A); `keep_own` from 3.2 and ux 5;
# `hold_letters` from deciding: who hears of a safeguarding concern or a referral first;
# `emergency_access` is for who opens no case by role and looks at no access afterwards;
# `hold_records` keeps a case beyond its time, by reference alone; `see_quarantine` is for who
# asks another machine to send again (O, S) and who looks after the share (A), for the alert of 3.4.
TABLE = """
                          COSFDAU
read_guide                cOSFDAU
keep_own                  COSFDAU
exchange                  COSFDAU
see_quarantine            .OS..A.
register                  COS....
find_patient              cOSfd.u
see_document_images       cOS....
record_urgency            .os.D..
read_case                 .OS.d..
decide_status             .OS....
second_check              ..S....
view_estimate             .OSf...
make_estimate             .OS....
see_prices                .OSF.A.
invoice                   ...F...
hold_letters              .OS....
propose_credit            .O.F...
approve_credit            ..S....
prepare_debt_report       ...F...
approve_debt_report       .OS....
export_batch              cOSF..U
prepare_subject_access    .OS....
answer_subject_access     ..S....
administer                .....A.
emergency_access          c..fd..
hold_records              .OS..A.
read_audit                ..s...U
verify_audit              ..s..aU
"""
HEAD, *ROWS = [line.split() for line in TABLE.strip().splitlines()]
CELLS = [
    (Act(act), COLUMNS[column], letter)
    for act, letters in ROWS
    for column, letter in zip(HEAD[0], letters, strict=True)
]


@pytest.fixture(scope="module")
def matrix() -> Matrix:
    return load_matrix()


def test_the_table_names_every_act_and_every_role() -> None:
    assert [act for act, _ in ROWS] == [act.value for act in Act]
    assert [COLUMNS[column] for column in HEAD[0]] == list(Role)


@pytest.mark.parametrize(("act", "role", "letter"), CELLS)
def test_each_role_may_do_what_the_table_says(
    matrix: Matrix, act: Act, role: Role, letter: str
) -> None:
    if letter == ".":
        assert matrix.extent([role], act) is None
        with pytest.raises(NotAllowed):
            matrix.require([role], act)
    else:
        expected = Extent.FULL if letter.isupper() else Extent.LIMITED
        assert matrix.extent([role], act) is expected
        assert matrix.require([role], act) is expected


@pytest.mark.parametrize("role", [Role.CLERK, Role.FINANCE, Role.ADMIN])
def test_h3_clerk_finance_and_admin_may_not_record_urgency(matrix: Matrix, role: Role) -> None:
    with pytest.raises(NotAllowed) as refused:
        matrix.require([role], Act.RECORD_URGENCY)
    assert refused.value.code == "not_allowed"


def test_h3_no_mixture_of_desk_and_money_roles_may_record_urgency(matrix: Matrix) -> None:
    with pytest.raises(NotAllowed):
        matrix.require([Role.CLERK, Role.FINANCE, Role.ADMIN, Role.AUDITOR], Act.RECORD_URGENCY)


def test_h3_an_officer_only_transcribes(matrix: Matrix) -> None:
    assert matrix.require([Role.OFFICER], Act.RECORD_URGENCY) is Extent.LIMITED
    assert matrix.require([Role.CLINICIAN], Act.RECORD_URGENCY) is Extent.FULL


def test_h1_a_clerk_never_sees_money(matrix: Matrix) -> None:
    for act in (Act.VIEW_ESTIMATE, Act.MAKE_ESTIMATE, Act.INVOICE, Act.SEE_PRICES):
        assert matrix.extent([Role.CLERK], act) is None


def test_an_admin_reaches_no_patient_data(matrix: Matrix) -> None:
    allowed = {act for act in Act if matrix.extent([Role.ADMIN], act) is not None}
    # The guide and the price lists hold no one, one's own settings oneself, the machine's errand
    # shows nobody and a file that was not believed is known by its machine and number; a hold of
    # records knows a case by its reference alone
    # (test_matrix_no_part_of_an_administrators_settings...).
    assert allowed == {
        *(Act.ADMINISTER, Act.VERIFY_AUDIT, Act.HOLD_RECORDS),
        *(Act.READ_GUIDE, Act.SEE_PRICES, Act.KEEP_OWN, Act.EXCHANGE, Act.SEE_QUARANTINE),
    }


def test_several_roles_reach_as_far_as_the_widest(matrix: Matrix) -> None:
    for one, other in combinations(Role, 2):
        for act in Act:
            alone = [matrix.extent([role], act) for role in (one, other)]
            together = matrix.extent([one, other], act)
            assert together is matrix.extent([other, one], act)
            if Extent.FULL in alone:
                assert together is Extent.FULL
            else:
                assert together is (Extent.LIMITED if Extent.LIMITED in alone else None)


def test_a_person_without_a_role_may_do_nothing(matrix: Matrix) -> None:
    assert all(matrix.extent([], act) is None for act in Act)


def test_what_is_not_granted_is_not_allowed() -> None:
    bare = Matrix({})
    for act in Act:
        assert bare.extent(Role, act) is None


def test_a_refusal_says_who_may(matrix: Matrix) -> None:
    with pytest.raises(NotAllowed) as refused:
        matrix.require([Role.CLERK], Act.DECIDE_STATUS)
    assert refused.value.message == (
        "Your role cannot do this (decide status). Ask a person who is: officer, senior officer."
    )


def test_roles_may_come_from_any_iterable(matrix: Matrix) -> None:
    roles = (role for role in [Role.CLERK, Role.FINANCE])
    assert matrix.require(roles, Act.INVOICE) is Extent.FULL
