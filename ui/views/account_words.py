"""What the window says about what can be done with an account: buttons, forms, check pages."""

from __future__ import annotations

from dataclasses import dataclass


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


_TWO = "Nothing changes until another person, a senior officer, approves."
ACTS: dict[str, ActWords] = {
    "promise": ActWords(
        button="A pro&mise to pay",
        icon="calendar",
        title="Record a promise to pay",
        note="Letters rest until the day. A promise that is not kept asks for a call.",
        then="No letter goes until the day has passed.",
        confirm="&Record the promise",
        done="Promise recorded.",
    ),
    "plan": ActWords(
        button="An instalment p&lan",
        icon="calendar",
        title="Agree on instalments",
        note="For all that is owed, interest free. The last instalment takes the rest.",
        then="The agreement is written. Letters rest while the plan is kept.",
        confirm="&Agree, and write the agreement",
        done="Plan agreed.",
    ),
    "end_plan": ActWords(
        button="E&nd the plan",
        icon="x",
        title="End the plan",
        then="Reminders go on where they were.",
        confirm="&End the plan",
        done="Plan ended.",
    ),
    "undertaking": ActWords(
        button="An &undertaking",
        icon="pencil",
        title="Record a signed undertaking",
        note="Another than the patient is bound by this promise only; the patient stays liable.",
        then="It is kept in the history of this account.",
        confirm="&Record the undertaking",
        done="Undertaking recorded.",
    ),
    "hold": ActWords(
        button="",
        icon="shield",
        title="Let the letters rest",
        then="No reminder, print batch, referral or debt report goes. The days do not count.",
        confirm="&Let them rest",
        done="Letters rest.",
    ),
    "lift": ActWords(
        button="",
        icon="shield",
        title="End this hold",
        then="Reminders go on from today; the days it lasted do not count.",
        confirm="&End the hold",
        done="Hold ended.",
    ),
    "follow_up": ActWords(
        button="&Followed up",
        icon="phone",
        title="Say what was done",
        then="Reminders go on from where they were.",
        confirm="&Keep this",
        done="Followed up.",
    ),
    "died": ActWords(
        button="The patient has &died",
        icon="heart-handshake",
        title="Record a death",
        note="Nobody writes to the dead, and relatives are not liable. The estate may be.",
        then="All letters rest. Credit the invoice, and make it out to the estate.",
        confirm="&Record the death",
        done="Recorded. All letters rest.",
    ),
    "credit": ActWords(
        button="Propose a &credit note",
        icon="pencil",
        title="Propose a credit note",
        note="The charge was not due. The whole invoice is credited once somebody approves.",
        then=_TWO,
        confirm="&Propose the credit note",
        done="Proposed. A senior officer approves the credit.",
    ),
    "write_off": ActWords(
        button="Propose a write-&off",
        icon="scale",
        title="Propose a write-off",
        note="The charge is due and will not be collected. The person stays liable.",
        then=_TWO,
        confirm="&Propose the write-off",
        done="Proposed. A senior officer approves the write-off.",
    ),
    "refund": ActWords(
        button="Propose a r&efund",
        icon="arrow-back-up",
        title="Propose a refund",
        note="What was paid too much goes back to whoever paid it, the same way.",
        then=_TWO,
        confirm="&Propose the refund",
        done="Proposed. A senior officer approves the refund.",
    ),
    "decline": ActWords(
        button="&Decline",
        icon="x",
        title="Say why not",
        note="Nothing is done. Whoever proposed it reads why.",
        then="Nothing is done.",
        confirm="&Decline it",
        done="Declined.",
    ),
    "send": ActWords(
        button="W&rite: {step}",
        icon="mail",
        title="Check before it is written",
        then="It is dated today and kept in the register. Printing and posting it is yours.",
        confirm="&Write it",
        done="Written.",
    ),
    "claim": ActWords(
        button="Cour&t claim",
        icon="scale",
        title="Record a court claim",
        then="The account shows the claim, and no further letter goes.",
        confirm="&Record the claim",
        done="Court claim recorded.",
    ),
}
