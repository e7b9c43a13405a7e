"""What the window says about what can be done with an account: buttons, forms, check pages."""

from __future__ import annotations

from dataclasses import dataclass

from ui.language import tr
from ui.models.account_acts import Ready
from ui.widgets.check import Check


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWords:
    """An act in words: its button, its form, its check page, and what was done."""

    button: str
    icon: str
    title: str
    then: str
    confirm: str
    done: str
    note: str = ""


CHANGE_PLAN = tr("Change the p&lan")
_TWO = tr("Nothing changes until another person, a senior officer, approves.")
ACTS: dict[str, ActWords] = {
    "promise": ActWords(
        button=tr("A pro&mise to pay"),
        icon="calendar",
        title=tr("Record a promise to pay"),
        note=tr("Letters rest until the day. A promise that is not kept asks for a call."),
        then=tr("No letter goes until the day has passed."),
        confirm=tr("&Record the promise"),
        done=tr("Promise recorded."),
    ),
    "plan": ActWords(
        button=tr("An instalment p&lan"),
        icon="calendar",
        title=tr("Agree on instalments"),
        note=tr("For all that is owed, interest free. The last instalment takes the rest."),
        then=tr("The agreement is written. Letters rest while the plan is kept."),
        confirm=tr("&Agree, and write the agreement"),
        done=tr("Plan agreed."),
    ),
    "end_plan": ActWords(
        button=tr("E&nd the plan"),
        icon="x",
        title=tr("End the plan"),
        then=tr("Reminders go on where they were."),
        confirm=tr("&End the plan"),
        done=tr("Plan ended."),
    ),
    "undertaking": ActWords(
        button=tr("An &undertaking"),
        icon="pencil",
        title=tr("Record a signed undertaking"),
        note=tr(
            "Another than the patient is bound by this promise only; the patient stays liable."
        ),
        then=tr("It is kept in the history of this account."),
        confirm=tr("&Record the undertaking"),
        done=tr("Undertaking recorded."),
    ),
    "hold": ActWords(
        button="",
        icon="shield",
        title=tr("Let the letters rest"),
        then=tr("No reminder, print batch, referral or debt report goes. The days do not count."),
        confirm=tr("&Let them rest"),
        done=tr("Letters rest."),
    ),
    "lift": ActWords(
        button="",
        icon="shield",
        title=tr("End this hold"),
        then=tr("Reminders go on from today; the days it lasted do not count."),
        confirm=tr("&End the hold"),
        done=tr("Hold ended."),
    ),
    "follow_up": ActWords(
        button=tr("&Followed up"),
        icon="phone",
        title=tr("Say what was done"),
        then=tr("Reminders go on from where they were."),
        confirm=tr("&Keep this"),
        done=tr("Followed up."),
    ),
    "died": ActWords(
        button=tr("The patient has &died"),
        icon="heart-handshake",
        title=tr("Record a death"),
        note=tr("Nobody writes to the dead, and relatives are not liable. The estate may be."),
        then=tr("All letters rest. Credit the invoice, and make it out to the estate."),
        confirm=tr("&Record the death"),
        done=tr("Recorded. All letters rest."),
    ),
    "credit": ActWords(
        button=tr("Propose a &credit note"),
        icon="pencil",
        title=tr("Propose a credit note"),
        note=tr("The charge was not due. The whole invoice is credited once somebody approves."),
        then=_TWO,
        confirm=tr("&Propose the credit note"),
        done=tr("Proposed. A senior officer approves the credit."),
    ),
    "write_off": ActWords(
        button=tr("Propose a write-&off"),
        icon="scale",
        title=tr("Propose a write-off"),
        note=tr("The charge is due and will not be collected. The person stays liable."),
        then=_TWO,
        confirm=tr("&Propose the write-off"),
        done=tr("Proposed. A senior officer approves the write-off."),
    ),
    "refund": ActWords(
        button=tr("Propose a r&efund"),
        icon="arrow-back-up",
        title=tr("Propose a refund"),
        note=tr("What was paid too much goes back to whoever paid it, the same way."),
        then=_TWO,
        confirm=tr("&Propose the refund"),
        done=tr("Proposed. A senior officer approves the refund."),
    ),
    "decline": ActWords(
        button=tr("&Decline"),
        icon="x",
        title=tr("Say why not"),
        note=tr("Nothing is done. Whoever proposed it reads why."),
        then=tr("Nothing is done."),
        confirm=tr("&Decline it"),
        done=tr("Declined."),
    ),
    "send": ActWords(
        button=tr("W&rite: {step}"),
        icon="mail",
        title=tr("Check before it is written"),
        then=tr("It is dated today and kept in the register. Printing and posting it is yours."),
        confirm=tr("&Write it"),
        done=tr("Written."),
    ),
    "claim": ActWords(
        button=tr("Cour&t claim"),
        icon="scale",
        title=tr("Record a court claim"),
        then=tr("The account shows the claim, and no further letter goes."),
        confirm=tr("&Record the claim"),
        done=tr("Court claim recorded."),
    ),
}


def act_check(ready: Ready) -> Check:
    """What is checked before an act that was read is done."""
    words = ACTS[ready.act]
    return Check(
        title=words.title,
        facts=ready.facts,
        then=words.then,
        confirm=words.confirm,
        icon=words.icon,
    )
