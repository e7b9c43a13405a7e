"""Installing law: who signed it, who let the signer in, from when it counts, and old cases."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.casework.review import Choice
from app.core.errors import Known, NotAllowed, NotFound
from app.machine import FixedClock
from app.opening import open_desk
from app.services import packs, stays
from app.services.answers import answers_of
from app.services.desk import Desk
from app.services.replaying import replay
from app.store import audit, determinations, inputs, law_packs
from app.store.driver import IntegrityError
from app.store.values import to_json
from tests.desks import sign_in
from tests.documents.reading import text
from tests.packs import PackKey, edited_pack, trust_signer
from tests.services.work import SECOND_ADMIN, chargeable, decide, estimate, seated

KEY = PackKey()
NEW_WORDS = "Visits from abroad and goes home again."


def new_words(shelves: dict[str, Any]) -> None:
    """An edit that every charged case shows: the words of the default charge and every group."""
    for row in shelves["rules/groups"]["group"]:
        row["explanation"] = NEW_WORDS
    shelves["rules/pack"]["charge"]["text"] = NEW_WORDS


NEW = KEY.signed(edited_pack("2026.12.1", new_words))


def install(desk: Desk, raw: bytes = NEW) -> packs.PackShown:
    with seated(desk, "admin"):
        return packs.install(desk, raw)


def refusal(desk: Desk, raw: bytes) -> Known:
    with pytest.raises(Known) as refused:
        install(desk, raw)
    assert law_packs.installed(desk.db) == ()
    assert desk.pack is desk.packs.built_in()
    return refused.value


def go_to(desk: Desk, day: date) -> None:
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(datetime.fromisoformat(f"{day}T12:00:00+00:00"))


def test_a_pack_of_a_trusted_signer_is_used_from_then_on(desk: Desk) -> None:
    trust_signer(desk, KEY)
    shown = install(desk)
    assert (shown.version, shown.signed_by, shown.in_use) == ("2026.12.1", "Law team", True)
    assert desk.law.pack.rules_version == "2026.12.1"
    case = chargeable(desk)
    found = determinations.latest(desk.db, case)
    assert found is not None
    assert found.rules_version == "2026.12.1"
    assert NEW_WORDS in to_json(found.result)


def test_an_installed_pack_is_there_when_the_desk_is_opened_again(
    desk: Desk, tmp_path: Path
) -> None:
    trust_signer(desk, KEY)
    install(desk)
    clock = desk.clock
    desk.db.close()
    again = open_desk(tmp_path / "desk", clock=clock)
    try:
        assert again.law.pack.rules_version == "2026.12.1"
        assert again.pack.raw == NEW
    finally:
        again.db.close()


def test_h9_a_bad_signature_is_refused(desk: Desk) -> None:
    trust_signer(desk, KEY)
    changed = NEW.replace(NEW_WORDS.encode(), NEW_WORDS.upper().encode(), 1)
    known = refusal(desk, changed)
    assert known.code == "bad_signature"
    assert "changed after it was signed" in known.message


def test_h9_a_pack_of_an_unknown_signer_is_refused(desk: Desk) -> None:
    known = refusal(desk, NEW)
    assert known.code == "unknown_signer"
    assert KEY.signer in known.message


def test_a_signer_nobody_else_confirmed_is_not_enough(desk: Desk) -> None:
    with seated(desk, "admin"):
        shown = packs.propose_signer(desk, "Law team", KEY.public)
        assert (shown.state, shown.own) == ("proposed", True)
        with pytest.raises(NotAllowed, match="another administrator"):
            packs.confirm_signer(desk, shown.signer)
    assert "only proposed here" in refusal(desk, NEW).message


def test_the_store_itself_refuses_a_signer_confirmed_by_its_proposer(desk: Desk) -> None:
    with seated(desk, "admin"):
        signer = packs.propose_signer(desk, "Law team", KEY.public).signer
        with pytest.raises(IntegrityError, match="of their own"), desk.db.atomic():
            desk.db.execute(
                "INSERT INTO pack_signer_confirmations VALUES (?, ?, ?)",
                (signer, desk.person.user_id, desk.moment),
            )


def test_a_withdrawn_signer_installs_no_more_and_what_is_here_stays(desk: Desk) -> None:
    trust_signer(desk, KEY)
    install(desk)
    with seated(desk, "admin"):
        assert packs.withdraw_signer(desk, KEY.signer).state == "withdrawn"
        with pytest.raises(Known, match="is only withdrawn here"):
            packs.install(desk, KEY.signed(edited_pack("2026.12.2")))
        with pytest.raises(Known, match="withdrawn already"):
            packs.withdraw_signer(desk, KEY.signer)
        with pytest.raises(Known, match="here already: withdrawn"):
            packs.propose_signer(desk, "Law team", KEY.public)
        with pytest.raises(Known, match="is withdrawn"), seated(desk, SECOND_ADMIN):
            packs.confirm_signer(desk, KEY.signer)
    assert desk.law.pack.rules_version == "2026.12.1"


def test_what_is_no_key_no_name_or_no_signer_is_refused(desk: Desk) -> None:
    (publisher,) = Path("resources/keys").glob("*.pem")
    with seated(desk, "admin"):
        for name, key, code in (
            ("Law team", b"", "bad_key"),
            ("Law team", KEY.private, "bad_key"),
            ("", KEY.public, "no_name"),
            ("x" * 81, KEY.public, "no_name"),
            ("The publisher", publisher.read_bytes(), "known_signer"),
        ):
            with pytest.raises(Known) as refused:
                packs.propose_signer(desk, name, key)
            assert refused.value.code == code
        with pytest.raises(NotFound):
            packs.confirm_signer(desk, "0" * 32)


def test_a_changed_pack_needs_a_version_of_its_own(desk: Desk) -> None:
    trust_signer(desk, KEY)
    own = desk.packs.built_in().manifest.version
    assert refusal(desk, KEY.signed(edited_pack(own))).code == "same_version"
    install(desk)
    with pytest.raises(Known, match="is here already"):
        install(desk, KEY.signed(edited_pack("2026.12.1")))


def test_an_expired_pack_is_not_installed(desk: Desk) -> None:
    trust_signer(desk, KEY)
    ended = edited_pack("2026.0.1", used_from=date(2025, 1, 1), review_by=date(2026, 3, 8))
    known = refusal(desk, KEY.signed(ended))
    assert known.code == "expired_pack"
    assert "08-Mar-2026" in known.message


def test_a_pack_without_a_question_the_desk_asks_is_refused(desk: Desk) -> None:
    def lose_the_leaving_date(shelves: dict[str, Any]) -> None:
        rows = shelves["questions/stage_2"]["question"]
        rows[:] = [row for row in rows if row["id"] != "s2_return"]

    trust_signer(desk, KEY)
    raw = KEY.signed(edited_pack("2026.12.1", lose_the_leaving_date))
    assert "s2_return" in refusal(desk, raw).message


def test_a_pack_for_later_waits_for_its_day_and_then_counts_at_the_next_sign_in(
    desk: Desk,
) -> None:
    trust_signer(desk, KEY)
    later = desk.today + timedelta(days=3)
    assert not install(desk, KEY.signed(edited_pack("2026.12.1", used_from=later))).in_use
    assert desk.pack is desk.packs.built_in()
    go_to(desk, later)
    sign_in(desk, "clerk")
    assert desk.law.pack.rules_version == "2026.12.1"
    kept = desk.pack
    sign_in(desk, "officer")
    assert desk.pack is kept


def test_the_newest_first_day_counts_not_the_last_installed(desk: Desk) -> None:
    trust_signer(desk, KEY)
    install(desk)
    install(desk, KEY.signed(edited_pack("2026.11.30", used_from=date(2026, 3, 1))))
    assert desk.law.pack.rules_version == "2026.12.1"
    with seated(desk, "admin"):
        shown = packs.packs(desk)
    assert [(one.version, one.in_use) for one in shown.packs] == [
        ("2026.12.1", True),
        ("2026.11.30", False),
    ]
    assert [(one.name, one.state) for one in shown.signers] == [("Law team", "trusted")]
    assert 0 < shown.unconfirmed < shown.rules


def test_every_step_is_audited(desk: Desk) -> None:
    trust_signer(desk, KEY)
    install(desk)
    with seated(desk, "admin"):
        packs.withdraw_signer(desk, KEY.signer)
    acts = [row.happening.act for row in audit.latest(desk.db, limit=20)]
    for act in ("signer_proposed", "signer_confirmed", "pack_installed", "signer_withdrawn"):
        assert act in acts


def test_h9_an_expired_pack_shows_a_banner_and_stamps_estimates(desk: Desk) -> None:
    trust_signer(desk, KEY)
    install(desk, KEY.signed(edited_pack("2026.12.1", review_by=date(2026, 3, 20))))
    before = chargeable(desk)
    assert packs.expiry_notice(desk) == ""
    assert "due to be checked" not in text(estimate(desk, before).pdf)
    go_to(desk, date(2026, 3, 21))
    assert "20-Mar-2026" in packs.expiry_notice(desk)
    case = chargeable(desk)
    assert "due to be checked; the charge may change" in text(estimate(desk, case).pdf)
    found = determinations.latest(desk.db, case)
    assert found is not None
    assert found.result["rules_expired_on"] == "2026-03-20"
    with seated(desk, "admin"):
        assert packs.packs(desk).in_use.expired
    assert all(one.same for one in replayed(desk))


def replayed(desk: Desk, ref: str = "") -> tuple[Any, ...]:
    with seated(desk, "auditor"):
        return replay(desk, ref)


def test_h9_old_cases_replay_to_the_same_bytes(desk: Desk) -> None:
    old = chargeable(desk)
    decide(desk, old)
    before = determinations.of(desk.db, old)
    trust_signer(desk, KEY)
    install(desk)
    new = chargeable(desk)
    decide(desk, new)
    again = replayed(desk)
    assert len(again) == len(before) + len(determinations.of(desk.db, new))
    assert all(one.same is True and one.differs == () for one in again)
    versions = {one.rules_version for one in again}
    assert versions == {desk.packs.built_in().manifest.version, "2026.12.1"}
    assert determinations.of(desk.db, old) == before
    assert NEW_WORDS not in to_json(before[-1].result)
    assert NEW_WORDS in to_json(determinations.of(desk.db, new)[-1].result)


def test_h9_a_stay_with_a_change_inside_replays_to_the_same_bytes(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "officer"):
        stays.set_stay(desk, case, first="2/3/26", last="9/3/26")
        stays.answer_from(desk, case, "s2_protection", ("claimed_pending",), since="5/3/26")
    decide(desk, case, Choice.CANNOT_TELL)
    (*_, last) = determinations.of(desk.db, case)
    assert len(last.result["lines"]) > 1
    trust_signer(desk, KEY)
    install(desk)
    assert all(one.same for one in replayed(desk))


def test_a_replay_that_comes_out_otherwise_names_the_parts(desk: Desk) -> None:
    case = chargeable(desk)
    found = determinations.of(desk.db, case)[-1]
    body = inputs.body_of(desk.db, found.determination_id)
    changed = {**found.result, "charging_category": "A"}
    with desk.db.atomic():
        determinations.add(
            desk.db,
            determinations.StoredDetermination(
                determination_id="d-forged",
                registration_id=case,
                on_date=found.on_date,
                category="A",
                result=changed,
                rules_version=found.rules_version,
                certified=False,
                made_by="somebody",
                made_at=desk.moment,
            ),
        )
        inputs.add(
            desk.db,
            "d-forged",
            pack_id=desk.pack.id,
            asked_on=desk.today,
            body=body,
        )
    last = replayed(desk, "R-1001")[-1]
    assert (last.same, last.differs) == (False, ("charging_category",))


def test_what_was_found_before_inputs_were_kept_is_said_to_be_so(desk: Desk) -> None:
    case = chargeable(desk)
    found = determinations.of(desk.db, case)[-1]
    with desk.db.atomic():
        determinations.add(
            desk.db,
            determinations.StoredDetermination(
                determination_id="d-old",
                registration_id=case,
                on_date=found.on_date,
                category=found.category,
                result=found.result,
                rules_version=found.rules_version,
                certified=False,
                made_by="somebody",
                made_at=desk.moment,
            ),
        )
    assert replayed(desk)[-1].same is None


def test_a_reference_without_a_determination_is_told(desk: Desk) -> None:
    with pytest.raises(NotFound):
        replayed(desk, "R-999999")


def test_an_answer_to_a_question_of_an_earlier_pack_becomes_history(desk: Desk) -> None:
    case = chargeable(desk)

    def lose_a_question_and_an_option(shelves: dict[str, Any]) -> None:
        rows = shelves["questions/stage_2"]["question"]
        rows[:] = [row for row in rows if row["id"] != "s2_british_or_irish"]
        purpose = next(row for row in rows if row["id"] == "s2_purpose")
        purpose["options"] = [one for one in purpose["options"] if one["value"] != "visit_family"]

    trust_signer(desk, KEY)
    install(desk, KEY.signed(edited_pack("2026.12.1", lose_a_question_and_an_option)))
    assert not {"s2_british_or_irish", "s2_purpose"} & answers_of(desk, case).keys()
    assert all(one.same for one in replayed(desk))
