<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name></name>
    <message>
        <source>This desk locks in one minute. Press any key to stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how often an instalment falls due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instalments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} on {due_on}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can afford</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the name of the person who signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until somebody lifts it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days, then look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Died on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what shows it, in a few words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To pay back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an amount above zero, {owed} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why, in a few words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how urgent the care is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the family name, or “Unknown” until it is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date of birth cannot lie ahead. Check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No charge to this patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Included in the dearest procedure of the same visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{base}, the upfront list&apos;s price for visitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{base} for {units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the {what} as a whole number, such as 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the demo: nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No finance share is set up for this desk. Everything is safe here and waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an amount above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how the money came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{balance} is owed on this invoice. Enter that or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how the patient was admitted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the nights as a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} of this estimate is left. Enter that or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose as what they pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the name the invoice is made out to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the address the invoice goes to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken in: {matched} matched, {waiting} to look at, {known} known before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after {done} of {of}. What was taken in stays; take the file in again for the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new: all {count} payments of this file were taken in on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new: the one payment of this file was taken in on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk is not open yet. Read the message above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the name of the trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your sign-in name, such as jpatel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the trust&apos;s ODS code, such as R1H.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases differ. Type both again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{version} is installed and in use from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{version} is installed. It is used from {day} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is trusted now. Packs with this signature can be installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On record: {answered}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept with the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed without a case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kept} Hand it over: nothing may be posted to this patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be saved there: {strerror}. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This letter cannot be shown. Make it again from the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is in use from now on: {rows} prices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is here already with the same prices. Nothing changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {price} from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no price from tomorrow on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The factor of {year} is {factor} from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the factor like 1.148886.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ref</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment ↑</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>treatment {spoken}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due {due}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} day late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was not saved: {why}. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debt list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved here {clock:%H:%M}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{app} demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never bank details, only how much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By which day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>14/7/26 or +2w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each instalment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the person can afford</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who they are to the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of death</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it cannot be collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the charge is not due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters rest while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a &amp;payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the &amp;invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;See it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters and what &amp;went out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by the record of the case; it ends there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice {doc_no} of {issued_on}, case {ref}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owed of {charged}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undertaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the Home Office debt list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> until {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changes until another person, a senior officer, approves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pro&amp;mise to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a promise to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters rest until the day. A promise that is not kept asks for a call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No letter goes until the day has passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record the promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An instalment p&amp;lan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree on instalments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For all that is owed, interest free. The last instalment takes the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agreement is written. Letters rest while the plan is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Agree, and write the agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan agreed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;nd the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders go on where they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;End the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An &amp;undertaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a signed undertaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another than the patient is bound by this promise only; the patient stays liable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept in the history of this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record the undertaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undertaking recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the letters rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reminder, print batch, referral or debt report goes. The days do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Let them rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End this hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders go on from today; the days it lasted do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;End the hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Followed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders go on from where they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Followed up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient has &amp;died</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a death</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody writes to the dead, and relatives are not liable. The estate may be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All letters rest. Credit the invoice, and make it out to the estate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record the death</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded. All letters rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose a &amp;credit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose a credit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The charge was not due. The whole invoice is credited once somebody approves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Propose the credit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed. A senior officer approves the credit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose a write-&amp;off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose a write-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The charge is due and will not be collected. The person stays liable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Propose the write-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed. A senior officer approves the write-off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose a r&amp;efund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose a refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was paid too much goes back to whoever paid it, the same way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Propose the refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed. A senior officer approves the refund.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Decline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is done. Whoever proposed it reads why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Decline it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W&amp;rite: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before it is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is dated today and kept in the register. Printing and posting it is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cour&amp;t claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a court claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account shows the claim, and no further letter goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record the claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Court claim recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Enter to book in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to {count} more questions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {least}, at most {most} more steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why could the questions not be put?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is saved, and they are asked before discharge. It never holds anyone up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinician’s form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card or certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate {no}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter as it would be issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not issued yet. Close it to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written yet, and not kept. Close it to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written, and kept with the case. Say under Letters when it has gone out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written, and kept with the case. Nothing may be posted to this patient: hand it over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what you find.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {choice_label}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued. Total {total}, kept with the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefers not to say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer so far: {shown}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own finding: not read out to the patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask in private, with a professional interpreter where one is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clinician answers this on their form. You can mark it not asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose or enter an answer, or mark it “Not sure” or “Not asked”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What kind of document it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For finance’s report of the care, so that the state can claim its cost. Take down what stands on the document; what is missing can be entered later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. Nothing is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. Beside its field stands what can be put right now or later: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before you save the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save this decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision is kept with your name. Where the rules ask for it, a second person looks before anything follows from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before you issue the estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Issue this estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A letter is made and kept with the case. It is an estimate, not a bill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It replaces {no}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before you give your word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Return it to the officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What follows from the decision may go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case goes back to the top of the queue, with your note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other grounds put</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves the UK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed during the stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a c&amp;hange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the c&amp;hange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a word, such as asylum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {day}: {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back: {question} from {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the day from which it holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record &amp;urgency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care comes before any question of money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>14/7/26 or Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note, in your words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what you find first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your note on this check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;gree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Return to the officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a second person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second person agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned by a second person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said: {suggested_label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was shown yet. No document is compulsory; ask, and note what was offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No evidence offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add what you saw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail, such as the last digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a word, such as passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relied on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;dd evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enter a card or certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what was shown: type a word and take it from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen {seen}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires {expires}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free-care prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 of 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answered} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family’s own record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link a &amp;family record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the &amp;family record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This patient is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NHS number, hospital number, or surname and birthday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link this record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back: {words} {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}. Born {born}. NHS No. {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answers to this. Check it, or register the family member first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one record answers to this. Enter the NHS number or the hospital number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how they belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family records changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {least}, at most {most} questions left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One question left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{most} questions left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more is asked for the law’s sake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left is for others to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To close the case, put the other grounds in general terms. If none is claimed, tick that in your decision: from then on what nobody claimed counts as not claimed. A later claim reopens the case, and never counts against the patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is closed: the other grounds were put in general terms, and none is claimed. A later claim reopens it, and never counts against the patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered before. It can be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept, not relied on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other answers have closed these questions. They stay in history and change nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for {role}: {questions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a clinician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the visitor team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{known} of {all} known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the next question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No form yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the patient’s record names none of the grounds above, say where you read it. This tells nothing of urgency, and a clinician’s word replaces it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where you read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep what the record says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clinic letter, page 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finding of the decision, day by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to a ward on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a ward since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}, one day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {first}, still here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the s&amp;tay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the s&amp;tay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the sta&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the last day, or tick that the patient is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules agree with you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules say: {choice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to find out: {facts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sho&amp;w why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the ru&amp;le</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected to leave the UK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where nobody knows when the patient can leave, or a return home within 6 months is unlikely, answer as for care that cannot wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these is true of the care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinician’s name, as signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the signed form is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You copy a form that a named clinician has signed. Only a clinician decides urgency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded under your name, today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes, page 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It rests on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers relied on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any one of these answers would settle it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers that would support it, any one of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nearest other outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this rule: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the rules say so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the rules say so. {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case reference, from the form or the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. You may close this page or open another case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a clinician, or an officer with a signed form, records how urgent care is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgency now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No debt may be told to the Home Office, and no list waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To take off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nationality is not known, or the rule does not name it: ask before this is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Prepare a list of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport what is approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before the list is prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Prepare the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An officer approves it, and exports it. Nothing is sent by Recoup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before the file is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each debt is judged again: what was paid, disputed or put to rest is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepared. An officer approves it under To approve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File made. Rows: {rows}. Left out: {left}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the debt list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice {doc_no} of {issued_on}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now, {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepared on {made_on}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 debt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} debts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parked at this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before discharge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody registered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Before I book you in, I have a few short questions. We ask them of everyone.”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If they ask why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“We put the same questions to every patient, so that it is fair.”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {rest} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rest} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {most_parked}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{asked} of {registered} asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{to_ask_later} to ask before discharge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No one is asked more, or less, because of a name, a face or an accent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Key in a form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work is on the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auditors verify the record with “recoup audit verify” and make old findings again with “recoup law replay”. Patients are not shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, specialty or code, such as hip replacement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No care answers to these words. Try a part of the word, the specialty or the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down to the list, then Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The care in plain words, for the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hip operation and stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Issue the estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the letter first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this rests on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line yet. Find the care above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters given out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in plain words what the care is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a line first: find the care, then choose the admission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why may the average cost be billed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say above why the average cost may be billed, then confirm it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nights at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency, not a transfer or a birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several professions at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In one visit with the line before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free for this patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No list prices this yet. Ask for the trust&apos;s own price, or take the exact HRG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact code is not known yet: the estimate will show a range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a national average cost is held. It is provisional until a senior officer confirms it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how the patient comes in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm the average cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provisional: a national average cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which code it turns out to be (complications)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how long the stay is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how far final bills of this specialty lay from their estimates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {hrg}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {length_of_stay} nights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {length_of_stay} to {longest_stay} nights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{root}, likely {hrg}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {low} to {high}, by {drivers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices not read at their publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid until {valid_until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ran out on {valid_until}: make it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced by a later one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NHS number, hospital number, or surname and date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not on the system yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read back two of these, such as name and date of birth. Then press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is found for “{text}”. Check it, or add the patient: Not on the system yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar patient: {who}. Make sure it is the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what they are here for, then press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 patient found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} patients found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Recoup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same questions for everyone, and care is never held up by them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it with made-up patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of its own with a hatched strip across the top. Nothing in it is real, and nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the demo, a moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For real patients. Everything is encrypted under the passphrase you choose here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ODS code, such as R1H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of this desk, such as Desk 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of this computer, D01 to D80; no two alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name, as others see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your sign-in name, such as jpatel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password, 12 characters or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of this desk, 12 characters or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the passphrase down and lock it away: without it nobody can open the records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words or 15(b)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One page found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pages found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page has all of these words. Try one of them, or a regulation such as 15(b).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It covers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any of these supports it. None is compulsory, and care does not wait for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document is named for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure this is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with the law.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed: ask the overseas visitor manager before relying on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last compared on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are back with {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read back two of these before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} is parked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} is still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Park this registration and go on? Every answer given so far is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Park and go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NHS No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All questions are answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the answers above, then book in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book in and finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing, one to a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who undertakes to pay, where that is not the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How they are related to the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look at it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a letter first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{payer}, invoice {doc_no}, case {ref}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was told what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been given out yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not marked as sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emailed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the clinician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told of a charge that was taken off, and not told so yet: {readers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {reader}, {on}. {sent_words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>payer {to_whom}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money is finance’s page. A senior officer approves credit notes here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No invoice was issued yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {total}, {paid} paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before you record the payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record the payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A receipt is made. It goes to finance’s ledger with the next batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it would be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written or sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written, and kept. Say under Letters when it has gone out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{doc_no}, {payer}, {balance} owed of {total}, {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt {doc_no}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice {doc_no}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice {doc_no}, {payer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still owed afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for a second person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You proposed this. Another person approves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before you approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Approve it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Approve the credit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit invoice {subject} in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole invoice is credited by a credit note. The invoice itself stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Approve the refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay back what lies on {subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes back to whoever paid it, the same way, with a receipt and a letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Approve the write-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write off what is left of invoice {subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It leaves the books and goes on the register of losses. The person stays liable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Approve the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the Home Office debt list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes with the next export, which is an officer’s act of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why not, in a few words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End date, once it has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HRG as coded, such as HN12F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left empty: {care}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was estimated for this case: enter what was coded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the patient was admitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, where it cost more than £10,000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The full cost is worked out at 100 per cent of the price of its year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep the treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment id, as the portal gives it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ref}, {patient}. Key or upload it on the portal first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mark as reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as last estimated, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case to report. One comes here once an officer decides that a European card or an agreement covers it, or takes a card down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the &amp;pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to save the files of all claims that are ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in {folder}: upload the CSV files or key from the sheets, then mark each as reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the &amp;treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the &amp;sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to put right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to put right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. Full cost {cost}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ref} is reported as {portal_id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim sheet {ref}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ref}, as it will be printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charged, no claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S1, registered once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for an officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{started} to {ended}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a line on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on to the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference, from the terminal or bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{balance} is owed on invoice {doc_no}, {payer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never a card number: only the terminal’s or bank’s own reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who pays this invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pays as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the invoice out to somebody else only where they have promised in writing to pay: a signed undertaking, or a letter of guarantee. The patient stays liable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card at the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GOV.UK Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank transfer (BACS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank transfer (Faster Payments)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cheque</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person with parental responsibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipowner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sponsor or relative, by their undertaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insurer, by its guarantee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embassy, by its letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to invoice. A case comes here once it is decided, checked and estimated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make the invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I&amp;nterim invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody &amp;else pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment in &amp;advance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} of estimate {estimate_no} is not paid yet, {patient}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A receipt is made. The money is held until the invoice deducts it; what it is more than the final charge goes back without being asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second person has yet to check the decision. The invoice waits for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before you issue the invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Issue the invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An invoice is never changed afterwards: a mistake becomes a credit note and a new invoice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, second check due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second check due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ref}, decided to charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid in advance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On interim invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not paid afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interim, up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made out to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued. {title}, {total}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in a payment file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bank statement (CSV or camt.053), a card settlement (CSV) or an export of GOV.UK Pay. You see first what would be done. A payment that is known already is not taken in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hoose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look at the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match a payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} of {day}: “{said}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice (or several, with spaces), estimate, customer reference, or receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the number of the invoice, estimate, customer or receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a payment aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is none of ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: lump sum of the card company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Set it aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment files (*.csv *.txt *.xml *.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would be matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would wait for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No payment received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this file can be taken in until every row can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more rows cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take them in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back, nothing is taken in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {count} payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No payment waits. Take in a payment file, and what is not certain comes here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is set aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} payments wait, {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 payment waits, {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} set aside, {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in a payment &amp;file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is set &amp;aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what &amp;waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Match to all {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Match to {to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match to another &amp;number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payer not named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched: {amount} for {to}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside: {amount} of {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before you match the payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Match it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A receipt is made, dated the day of the payment. What is more than is owed waits under it, and its refund is drafted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the receipt paid is owed again, dated the day the money came back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undoes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indeterminate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These patients are similar. Is it one of them? Check name and date of birth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;None of these: add a new patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family name, or “Unknown”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NHS number, if known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gender, if known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title, if used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the team is needed, it is in their queue. Nothing more to do here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charging rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use: {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used for new cases from {since}. A person reads the law again by {until}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were to be read again by {until}. Install the new pack, or ask its maker for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They came with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{some} of {all} rules are not fully confirmed; each says why in the guide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a rule pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New cases are determined with it from its first day on. Cases made before keep the rules they were made with. A pack that was changed, or that nobody here trusts, is not taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signers of this trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None. Packs of the program’s publisher need none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare these letters with those the signer told you, then confirm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed by {name}; another administrator confirms it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the command line: people with “recoup users”, signers proposed and withdrawn with “recoup law signer”, packs made with “recoup law sign”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the file of the pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule packs (*.recoup-pack)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{valid_from} to {valid_to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{version}, {days}, signed by {signed_by}{state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key in a form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the square, or type the line beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print a blank form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;leaflet for everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The poste&amp;r</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the number of the ticked box, or the words as written. Several ticks: 1 3. Enter goes on. Leave empty what is blank or cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, form {form}, case {ref}, printed {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed with an earlier version of the questions. What is no longer asked is kept as a note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyed before. What is known already stays unless you type another answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the overseas visitor team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer asked: kept as a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form came in on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, as signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed for somebody else: how related</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save this form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key in another form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed before is here again. It is kept once you save the form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as late: keyed after the day of care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions before a visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinician’s form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, specialty or code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. Keep the copy where only your team can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not take it. Check the printer, then print again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, {count} pages. The same facts stand on the page you came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, 1 page. The same facts stand on the page you came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form {no}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, page {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices of the NHS Payment Scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands in where none of these does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An administrator takes lists in and enters prices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in a price list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trust’s own workbook (“Annex A”, .xlsx) or its sheets as comma-separated text. It is read whole and shown first; nothing counts before you accept it. Estimates and invoices already given keep their prices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price &amp;file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it &amp;holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tariff &amp;year, where the file does not say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file. This takes seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices or factors of the NHS Payment Scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trust’s own prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look before you accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Published on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published &amp;by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Accept and use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this file: {missing}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left unread: {sheets}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not say of which year it is. Enter the year above and read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price lists (*.xlsx *.csv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For what the scheme does not price: critical care days, drugs, devices. They carry no market forces factor unless you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guide price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;dd or change it from today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unit, such as day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pr&amp;ice in pounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;market forces factor applies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market forces factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each year has its own; another year’s is never used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Y&amp;ear of the factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;This trust’s factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Set the factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>admitted care and outpatient procedures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outpatient attendances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unbundled services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emergency care, for reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other unit prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drugs and devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>market forces factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, published on {published}. In force for {since} to {until}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, published on {published}. Superseded; kept for what was priced with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted by {who} on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year}: {factor} for this trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year}: none for this trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line}, of {count} providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{factor} from the trust’s settings, for years without a factor below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day case or planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price on this sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tariff year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several professions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one profession</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, times the factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> to {effective_to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {name}, from {effective_from}{until}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer so far: {shown}. Alt+↓ keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a country and take it from the list, or answer “Not sure”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We put the same questions to everyone, whoever they are, so that it is fair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Not sure” is always an answer. The patient may point at the number on the card instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You record and never judge: where more is needed, the overseas visitor team asks in private.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search these cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by treatment date, then priority, then age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by the day to look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Assign to me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cases here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case answers to “{text}”. Clear the search to see them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} new today: press Ctrl+{place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 case is yours now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cases are yours now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team chose otherwise in {overridden} of {decisions} decisions this month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases before these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases after these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due today. What rests or is promised is not on this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refer it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &amp;all {count} letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before all are written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No letter goes before somebody looked. Open the account, and say what was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is dated today and kept in the register. Printing and posting them is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} letters written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{doc_no}, {payer}, {what}, {owed} owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Up to the end of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Financial &amp;year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell numbers under &amp;five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See it as a &amp;PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreadsheet (*.csv);;PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No month that has ended is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before you close {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close {month} for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is posted in a closed month any more, and it is never opened again. What was wrong in it is put right by a document of the open month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>income</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>impairment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receivables at its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowance needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posted by the close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your name, such as jpatel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made-up people of this demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their password is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its records are encrypted. Give the passphrase it was set up with, or the recovery key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visitor details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the privacy notice first: why we ask, and who may see the answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only name and one contact are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact by phone only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact by post only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Died {died}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpreter: {interpreter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case {ref}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case {ref}, {place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back, nothing is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is about to be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} steps done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {value} of {count}: {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} of {whole} {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{undo}  Ctrl+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key Ctrl+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}. {undo}: Ctrl+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recoup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEMO: made-up patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book in as normal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves by itself. Esc never discards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why we ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Park</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a fault in Recoup, not in what you entered. What you saved before is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved here {clock_time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} waiting to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sent {clock_time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share not reachable, working offline since {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} need attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} step left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} steps left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
