"""A store with at least one row in every table, for tests that look at all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from app.access.roles import Role
from app.core.look import Look
from app.core.money import ZERO, Money
from app.core.people import Patient
from app.store import (
    answers,
    audit,
    batches,
    billing_requests,
    case_rests,
    certificates,
    claims,
    customers,
    debt_events,
    debt_reports,
    decisions,
    desk_finish,
    determinations,
    diary,
    documents,
    emergencies,
    entries,
    estimates,
    evidence,
    feedback,
    files,
    forms,
    inputs,
    invoices,
    law_packs,
    letters,
    logos,
    looks,
    merges,
    numbers,
    outbox,
    own_prices,
    papers,
    patient_numbers,
    patients,
    payment_lines,
    periods,
    pins,
    price_lists,
    proposals,
    queue,
    readings,
    receipts,
    registrations,
    removals,
    saved_views,
    second_choices,
    signers,
    snoozes,
    stays,
    translations,
    urgency,
    users,
    write_offs,
)
from app.store.database import Database
from app.store.debt_events import StoredDebtEvent
from tests.store.samples import ADA, AT, CHEAP, TODAY, answered, happening, with_registration

NOW = datetime(2026, 3, 9, 9, 14, tzinfo=UTC)
NOTE = "Canaryword spoke to the patient's sister in Ikeja"


def decision(decision_id: str = "dec-1", decided_by: str = "u-officer") -> decisions.StoredDecision:
    return decisions.StoredDecision(
        decision_id=decision_id,
        registration_id="r-1",
        determination_id="d-1",
        choice="charge",
        category="D",
        reason_code="V2",
        note=NOTE,
        suggested="charge",
        agreed=True,
        second_check=True,
        certified=False,
        decided_by=decided_by,
        decided_at=AT,
    )


def determination(
    determination_id: str = "d-1", category: str = "D"
) -> determinations.StoredDetermination:
    return determinations.StoredDetermination(
        determination_id=determination_id,
        registration_id="r-1",
        on_date=TODAY,
        category=category,
        result={"charging_category": category},
        rules_version="2026.1",
        certified=False,
        made_by="u-clerk",
        made_at=AT,
    )


def invoice(doc_no: str = "R1H26OV000123") -> invoices.StoredInvoice:
    return invoices.StoredInvoice(
        doc_no=doc_no,
        doc_type=invoices.INVOICE,
        registration_id="r-1",
        customer_ref="P000001234",
        body={"payer": {"family_name": "Okafor"}},
        total=Money(631_000),
        issued_on=TODAY,
        due_on=TODAY,
        issued_by="u-finance",
        file_id="f-1",
    )


def customer(family_name: str = "Okafor") -> customers.StoredCustomer:
    return customers.StoredCustomer(
        customer_ref="P000001234", patient_id=ADA.patient_id, body={"family_name": family_name}
    )


def receipt(receipt_no: str = "R1HR000551", pence: int = 50_000) -> receipts.StoredReceipt:
    return receipts.StoredReceipt(
        receipt_no=receipt_no,
        receipt_type=receipts.RECEIPT if pence > 0 else receipts.REFUND,
        doc_no="R1H26OV000123",
        customer_ref="P000001234",
        method="CARD_TERMINAL",
        amount=Money(pence),
        received_on=TODAY,
        recorded_by="u-finance",
        recorded_at=AT,
    )


def batch(sequence_no: int = 1, previous: str = batches.NO_PREVIOUS) -> batches.StoredBatch:
    return batches.StoredBatch(
        sequence_no=sequence_no,
        batch_id=f"b-{sequence_no}",
        stem=f"RECOUP_R1H_D07_20260309_{sequence_no:06}",
        manifest_sha256=f"{sequence_no:064x}",
        previous_sha256=previous,
        created_at=AT,
    )


def _claims(db: Database) -> None:
    claims.add_entitlement(
        db,
        claims.StoredEntitlement(
            registration_id="r-1",
            type="ehic",
            body={"family_name": "Okafor", "card_number": "80276883110000012345"},
            entered_by="u-officer",
            entered_at=AT,
        ),
    )
    claims.add_treatment(
        db,
        claims.StoredTreatment(
            registration_id="r-1",
            started_on=TODAY,
            ended_on=None,
            cost=Money(831_392),
            body={"estimate": {"lines": []}, "reason": NOTE},
            entered_by="u-finance",
            entered_at=AT,
        ),
    )
    claims.add_report(
        db,
        claims.StoredReport(
            registration_id="r-1",
            portal_id="T-1",
            entitlement_version=1,
            treatment_version=1,
            reported_by="u-finance",
            reported_at=AT,
        ),
    )


def fill(db: Database) -> None:
    """One morning's work: somebody registered, decided, billed, paid and sent."""
    fill_of_step_31(db)
    with db.atomic():
        listed = removals.propose(db, ["r-1"], by="u-officer", at=AT)
        said_by = {"by": "u-auditor", "at": AT}
        removals.note_turn(db, listed, cases=1, figures={"cases": 0}, **said_by)
        removals.rule(db, listed, approved=False, note=NOTE, certificate={}, **said_by)


def fill_of_step_31(db: Database) -> None:
    """As much of it as a store has a place for that went so far."""
    with_registration(db)
    with db.atomic():
        _staff_and_case(db)
        _looked_at_again(db)
        _paper(db)
        _documents(db)
        _money(db)
        _letters(db)
        _finished(db)
        _beside_the_decision(db)
        _prices(db)
        _claims(db)
        _debts(db)
        _exchange(db)
        _settings(db)
        _watched(db)
        _two_records_of_one_person(db)
        _queue(db)
        audit.record(db, happening(detail={"old": None, "new": "draft"}))
        audit.record(db, happening("decided", detail={"reason": NOTE}))


def _watched(db: Database) -> None:
    opened = emergencies.NewAccess(
        access_id="a-1",
        registration_id="r-1",
        reason=NOTE,
        opened_by="u-officer",
        opened_at=AT,
        device="D07",
    )
    emergencies.add(db, opened)
    with_note = users.NewUser(
        user_id="u-auditor",
        name="b.auditor",
        display_name="B. Auditor",
        password="correct horse battery",
        roles=[Role.AUDITOR],
        created_at=AT,
    )
    users.add(db, with_note, cost=CHEAP)
    emergencies.look(db, "a-1", look_id="l-1", note=NOTE, by="u-auditor", at=AT)
    removals.hold(db, "r-1", "appeal", begins=True, by="u-officer", at=AT)
    listed = removals.propose(db, ["r-1"], by="u-officer", at=AT)
    removals.rule(
        db, listed, approved=True, note="", certificate={"cases": 0}, by="u-auditor", at=AT
    )


def _two_records_of_one_person(db: Database) -> None:
    patients.add(
        db, Patient(patient_id="p-ada-2", family_name="Okafor", given_names="Adaeze", born=ADA.born)
    )
    made = merges.StoredMerge(
        act=merges.MERGED,
        patient_id="p-ada-2",
        survivor_id=ADA.patient_id,
        reason=NOTE,
        made_by="u-officer",
        made_at=AT,
    )
    merges.merge(db, made)
    patient_numbers.note(
        db,
        patient_numbers.StoredNumber(
            patient_id=ADA.patient_id,
            kind="passport",
            number="A01234567",
            issuer="NGA",
            added_at=AT,
        ),
    )


def _beside_the_decision(db: Database) -> None:
    feedback.tell(db, "r-1", user_id="u-clerk", at=AT)
    second_choices.add(db, "dec-1", "charge", by="u-senior", at=AT)
    billing_requests.add(db, "r-1", by="u-officer", at=AT)
    case_rests.add(
        db,
        case_rests.StoredRest(
            registration_id="r-1",
            kind="dispute",
            begins=True,
            reason=NOTE,
            made_by="u-officer",
            made_at=AT,
        ),
    )


def document(image_id: str = "i-1") -> documents.StoredImage:
    return documents.StoredImage(
        image_id=image_id,
        evidence_id="e-1",
        registration_id="r-1",
        kind="JPEG",
        page_count=1,
        sha256="ab" * 32,
        added_by="u-clerk",
        added_at=AT,
    )


def page(content: bytes = b"a picture") -> documents.StoredPage:
    return documents.StoredPage(media_type="image/jpeg", width=2, height=1, content=content)


def _documents(db: Database) -> None:
    papers.add(
        db,
        papers.StoredPaper(
            evidence_id="e-1",
            registration_id="r-1",
            state="promised",
            number="A01234567",
            promised_by=TODAY,
            kept_by="u-clerk",
            kept_at=AT,
        ),
    )
    documents.add(db, document(), [page()])
    documents.add(db, document("i-2"), [page()])
    documents.remove(db, "i-2", reason="asked", by="u-officer", at=AT)


def _queue(db: Database) -> None:
    registrations.flag(db, "r-1", reason="Visitor", due_on=TODAY)
    number = registrations.get(db, "r-1").number
    queue.put_facts(
        db,
        queue.Facts(
            number=number,
            prompts_open=True,
            ask_again=False,
            leaves_uk_on=date(2026, 6, 1),
            discharged_on=None,
        ),
    )
    snoozes.add(
        db,
        [
            snoozes.Snooze(
                registration_id="r-1",
                until=date(2026, 3, 12),
                reason=NOTE,
                snoozed_by="u-officer",
                snoozed_at=AT,
            )
        ],
    )
    saved_views.add(
        db,
        saved_views.SavedView(
            view_id="view-1",
            user_id="u-officer",
            name="Mine",
            asked={"view": "all"},
            saved_at=AT,
        ),
    )


def _paper(db: Database) -> None:
    files.add(
        db,
        files.StoredFile(
            file_id="f-form", kind="pre_attendance", name="form-D07-1.pdf", content=b"1", made_at=AT
        ),
    )
    number = forms.next_number(db)
    forms.add(
        db,
        forms.StoredForm(
            number=number,
            form_id=f"D07-{number}",
            kind="pre_attendance",
            registration_id="r-1",
            rules_version="2026.1",
            items=({"number": 1, "question": "s1_lived"},),
            file_id="f-form",
            printed_by="u-clerk",
            printed_at=AT,
        ),
    )
    forms.add_return(
        db,
        forms.StoredReturn(
            return_id="back-1",
            form_id=f"D07-{number}",
            registration_id="r-1",
            received_on=TODAY,
            late=False,
            signed={"name": "Ada Okafor"},
            keyed={"1": NOTE},
            kept=("s1_lived",),
            notes=({"number": 2, "text": NOTE},),
            keyed_by="u-clerk",
            keyed_at=AT,
        ),
    )


def _staff_and_case(db: Database) -> None:
    officer = users.NewUser(
        user_id="u-officer",
        name="a.officer",
        display_name="A. Officer",
        password="correct horse battery",
        roles=[Role.OFFICER],
        created_at=AT,
    )
    users.add(db, officer, cost=CHEAP)
    users.try_password(db, "a.officer", "correct horse battery", NOW)
    answers.save(db, "r-1", answered("s1_lived", "Nigeria"))
    evidence.add(
        db,
        evidence.Evidence(
            evidence_id="e-1",
            registration_id="r-1",
            type_code="passport",
            detail="ending 1234",
            seen_on=TODAY,
            seen_by="u-officer",
            expires_on=date(2030, 1, 1),
            relied_on=True,
            recorded_at=AT,
        ),
    )
    urgency.add(
        db,
        urgency.StoredUrgency(
            registration_id="r-1",
            urgency="urgent",
            clinician_name="Dr A. Roy",
            decided_at="2026-03-09",
            leaving_date=date(2026, 7, 14),
            transcribed=False,
            recorded_by="u-officer",
            recorded_at=AT,
        ),
    )
    _time(db)
    determinations.add(db, determination())
    _law(db)
    decisions.add(db, decision())
    decisions.add_check(
        db,
        decisions.SecondCheck(
            decision_id="dec-1", agreed=True, note="Agreed.", checked_by="u-senior", checked_at=AT
        ),
    )


def _time(db: Database) -> None:
    stays.set_stay(
        db,
        stays.StoredStay(
            registration_id="r-1",
            first_day=TODAY,
            last_day=None,
            ward_day=TODAY,
            recorded_by="u-officer",
            recorded_at=AT,
        ),
    )
    stays.add_answer(
        db,
        stays.DatedAnswer(
            registration_id="r-1",
            question_id="s2_protection",
            holds_from=date(2026, 3, 10),
            state="answered",
            value="none",
            answered_by="u-officer",
            answered_at=AT,
        ),
    )
    stays.link(
        db,
        "r-1",
        relation="parent",
        patient_id=ADA.patient_id,
        linked_by="u-officer",
        linked_at=AT,
    )


def _law(db: Database) -> None:
    pack_id, signer = "ab" * 32, "cd" * 16
    law_packs.add(
        db,
        law_packs.KeptPack(
            pack_id=pack_id,
            version="2026.1",
            valid_from=TODAY,
            valid_to=date(2027, 3, 31),
            signer=signer,
            kept_by="u-admin",
            kept_at=AT,
        ),
        b"{}",
    )
    inputs.add(db, "d-1", pack_id=pack_id, asked_on=TODAY, body={"case": {"facts": {}}})
    signers.propose(
        db,
        signers.PackSigner(
            signer=signer,
            name="Law team",
            public_key=b"k" * 32,
            proposed_by="u-admin",
            proposed_at=AT,
        ),
    )
    signers.confirm(db, signer, by="u-other", at=AT)
    signers.withdraw(db, signer, by="u-admin", at=AT)


def _prices(db: Database) -> None:
    text = '{"admitted":[],"attendances":[],"items":[],"factors":[["R1H","Barts","1.148886"]]}'
    price_lists.add(
        db,
        price_lists.KeptList(
            list_id="list-1",
            kind="factors",
            tariff_year="2025/26",
            name="Factors",
            published_on=TODAY,
            effective_from=date(2025, 4, 1),
            effective_to=date(2026, 3, 31),
            publisher="NHS England",
            file_sha256="ab" * 32,
            content_sha256=price_lists.digest(text),
            row_count=1,
            accepted_by="u-admin",
            accepted_at=AT,
        ),
        text,
    )
    own_prices.add_price(
        db,
        own_prices.EnteredPrice(
            source="local",
            kind="other",
            code="STENT",
            name="Coronary stent",
            unit="each",
            price=Money(800_00),
            factor_applies=False,
            effective_from=TODAY,
            effective_to=None,
            entered_by="u-admin",
            entered_at=AT,
        ),
    )
    own_prices.add_factor(
        db,
        own_prices.EnteredFactor(
            tariff_year="2025/26",
            provider="R1H",
            factor=Decimal("1.148886"),
            entered_by="u-admin",
            entered_at=AT,
        ),
    )


def _finished(db: Database) -> None:
    desk_finish.add(
        db,
        desk_finish.FinishStep(
            registration_id="r-1",
            step=desk_finish.SIGNATURE,
            how="typed",
            detail={"name": "Ada Okafor"},
            done_by="u-clerk",
            done_at=AT,
        ),
    )


def _letters(db: Database) -> None:
    files.add(
        db,
        files.StoredFile(
            file_id="f-letter",
            kind="reminder_1",
            name="reminder_1-R1H26OV000123.pdf",
            content=b"2",
            made_at=AT,
        ),
    )
    letters.add(
        db,
        letters.StoredLetter(
            letter_id="l-1",
            kind="reminder_1",
            registration_id="r-1",
            doc_no="R1H26OV000123",
            to_whom=letters.PATIENT,
            file_id="f-letter",
            made_by="u-finance",
            made_at=AT,
        ),
    )
    letters.mark_sent(
        db,
        letters.Sent(
            file_id="f-letter", how="posted", sent_on=TODAY, marked_by="u-finance", marked_at=AT
        ),
    )


def _looked_at_again(db: Database) -> None:
    for day in (TODAY, date(2026, 6, 1)):
        diary.add(db, "r-1", kind="leave", about_on=date(2026, 6, 1), due_on=day, at=AT)
    first, _ = diary.of(db, "r-1")
    diary.mark(db, [first.entry_id], diary.DONE, by="u-officer", at=AT)
    certificates.add(
        db,
        certificates.Certificate(
            registration_id="r-1",
            standing=True,
            statement="None other is claimed.",
            determination_id="d-1",
            made_by="u-officer",
            made_at=AT,
        ),
    )
    readings.add(
        db,
        readings.Reading(
            registration_id="r-1",
            first_answer=1,
            last_answer=1,
            source=NOTE,
            dated_on=TODAY,
            read_by="u-officer",
            read_at=AT,
        ),
    )


def _money(db: Database) -> None:
    files.add(
        db,
        files.StoredFile(
            file_id="f-1", kind="invoice", name="R1H26OV000123.pdf", content=b"%PDF", made_at=AT
        ),
    )
    customers.put(db, customer(), AT)
    estimates.add(
        db,
        estimates.StoredEstimate(
            estimate_id="est-1",
            estimate_no="E-1",
            registration_id="r-1",
            body={"total": "6310.00"},
            total=Money(631_000),
            issued_on=TODAY,
            valid_until=date(2026, 4, 8),
            issued_by="u-officer",
            file_id="f-1",
        ),
    )
    invoices.add(db, invoice())
    receipts.add(db, receipt())
    bank = entries.StoredEntry(
        on=TODAY,
        doc_no="R1H26OV000123",
        source_no="R1HR000551",
        account="bank",
        debit=Money(50_000),
        made_at=AT,
    )
    debtor = replace(bank, account="debtors", debit=ZERO, credit=Money(50_000))
    entries.add_all(db, [bank, debtor])
    for subject in ("R1H26OV000123", "R1H26OV000999"):
        proposed = proposals.propose(
            db,
            proposals.StoredProposal(
                act=proposals.WRITE_OFF,
                subject=subject,
                amount=Money(50_000),
                body={"reason_code": "untraceable"},
                reason="Letters came back",
                proposed_by="u-finance",
                proposed_at=AT,
            ),
        )
    proposals.rule(
        db,
        proposals.Ruling(
            proposal_id=proposed,
            approved=True,
            note="",
            result_no="R1HW000001",
            ruled_by="u-senior",
            ruled_at=AT,
        ),
    )
    write_offs.add(
        db,
        write_offs.StoredWriteOff(
            write_off_no="R1HW000001",
            doc_no="R1H26OV000123",
            reason_code="untraceable",
            amount=Money(50_000),
            proposal_id=proposed,
            written_off_on=TODAY,
            recorded_at=AT,
        ),
    )
    _payments(db)
    write_offs.set_limit(db, "u-officer", Money(100_000), by="u-admin", at=AT)
    periods.close(db, periods.ClosedPeriod("2026-01", date(2026, 1, 31), "u-finance", AT))
    numbers.grant(db, "INV", first=1, last=1000)


def debt_event(doc_no: str = "R1H26OV000123", scope: str = "invoice") -> StoredDebtEvent:
    return StoredDebtEvent(
        doc_no=doc_no,
        scope=scope,
        kind="followed_up",
        on=TODAY,
        body={"note": NOTE},
        made_by="u-finance",
        made_at=AT,
    )


def debt_list() -> debt_reports.StoredReport:
    return debt_reports.StoredReport(
        report_id="list-1",
        kind=debt_reports.REPORT,
        reason="",
        made_on=TODAY,
        made_by="u-finance",
        made_at=AT,
        rows=(debt_reports.StoredRow("R1H26OV000123", {"full_name": "Ada Okafor"}),),
    )


def _debts(db: Database) -> None:
    debt_events.add(db, debt_event())
    debt_reports.add(db, debt_list())
    debt_reports.mark_exported(db, "list-1", file_id="f-1", by="u-officer", at=AT)


def _exchange(db: Database) -> None:
    first = outbox.put(db, "CUS", {"family_name": "Okafor"}, AT)
    batches.add(db, batch(), [("one_CUS.csv", b"1,A\r\n"), ("one_MAN.json", b"{}\n")])
    outbox.take(db, 1, [(first, 1)])
    outbox.put(db, "INV", {"doc_no": "R1H26OV000123"}, AT)


def _payments(db: Database) -> None:
    file_no = payment_lines.add_file(
        db,
        payment_lines.StoredFile(
            sha256="ef" * 32,
            kind="bank_csv",
            line_count=1,
            total=Money(100),
            imported_by="u-officer",
            imported_at=AT,
        ),
    )
    mark = payment_lines.StoredMark(mark="aa" * 32, space="plain", account="", likeness="bb" * 32)
    line_no = payment_lines.add(
        db,
        payment_lines.StoredPayment(
            fingerprint="aa" * 32,
            likeness="bb" * 32,
            file_no=file_no,
            on_date=TODAY,
            amount=Money(100),
            channel="bank",
            method="BACS",
            said=NOTE,
            payer="A. Payer",
            provider_refs=(),
            payer_account="",
            held="",
            taken_at=AT,
        ),
        mark,
    )
    payment_lines.rule(
        db,
        payment_lines.StoredRuling(
            line_no=line_no,
            state="set_aside",
            why="None of ours.",
            ruled_by="u-officer",
            ruled_at=AT,
        ),
    )


def _settings(db: Database) -> None:
    number = translations.add(
        db,
        translations.NewTranslation(
            language="fr",
            about="calling",
            english="We are calling an interpreter.",
            words="Nous appelons un interprète.",
            translator="Anne Martin",
            translated_on=TODAY,
            entered_by="u-officer",
            entered_at=AT,
        ),
    )
    translations.rule(db, number, translations.APPROVED, by="u-officer", at=AT)
    logos.add(db, b"\x89PNG", by="u-officer", at=AT)
    looks.put(db, "u-officer", Look(), at=AT)
    pins.put(db, "u-officer", "482913", at=AT, cost=CHEAP)
    pins.begin_shift(db, "u-officer", at=AT)
