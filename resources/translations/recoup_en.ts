<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name></name>
    <message>
        <source>Invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whoever paid it</source>
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
        <source>Choose a hold from the list.</source>
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
        <source>Audit</source>
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
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A patient’s cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retention report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the audit</source>
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
        <source>To whoever paid {receipt}</source>
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
        <source>Stopped after the envelope that was on its way. The rest waits here.</source>
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
        <source>No payment stands in this file, so there is nothing to take in. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this locked laptop held sealed is on the share now: 1 file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk is not open yet. Read the message above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this locked laptop held sealed is on the share now: {count} files.</source>
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
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
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
        <source>{count} day late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} days late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>treatment {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to look at again {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put away until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placed here: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placed here: {why}</source>
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
        <source>The records have no backup of today. Tell your administrator; work goes on meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is let in. Carry the grant file to it, and read out the trust’s fingerprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} is off the list. What it sent before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the share first, under Finance share: the list lies there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the machine is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ward laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finance’s side</source>
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
        <source>Emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
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
        <source>Which hold</source>
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
        <source>Set up Recoup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About 10 minutes, and you can pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo or live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records and key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two administrators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules and prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save and stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what this computer is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are rules and prices in date?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer ones are taken in under Settings, by an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desk is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in as an administrator and let the clerks and officers in under Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it stands</source>
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
        <source>Letters stop while:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stops the letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a &amp;hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End this hold: {hold}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by the record of the case; it ends there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ref}, invoice {doc_no} of {issued_on}, due {due_on}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters that &amp;went out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More that can be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit note of {amount}, proposed by {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund of {amount}, proposed by {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write-off of {amount}, proposed by {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home Office debt list, {amount}, proposed by {who}</source>
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
        <source>Change the p&amp;lan</source>
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
        <source>about 1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {n} minutes</source>
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
        <source>Issued. Total {issued_total}, kept with the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what you find.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ref} is on finance’s list to invoice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {choice_label}.</source>
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
        <source>The case goes back to the top of “Due”, with your note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before it goes to finance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Send to finance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case goes to the head of finance’s list. They make the invoice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not given</source>
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
        <source>Certificate</source>
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
        <source>No emergency access waits to be looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases read beyond a person’s role, at any machine whose records come here. Each stays here until somebody else has looked at it and said what they found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency access to case {ref}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that were not believed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not believed is not taken in, and nothing else waits for it. Each file stays where it is; tell IT of one you cannot explain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as whom you asked, and what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Judge it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge it again once the cause is put right, such as a device let in since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next exchange judges it again. It stays here until it is believed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it waits to be judged again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}, {when}: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as whom you asked, and whether the reason holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mark as looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You opened this case yourself. Another auditor looks at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at: the access to case {ref}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{initials} (initials only)</source>
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
        <source>{clinician}, {day}. Care comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clinician}, {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clinician} signed on {day} beside {before}; now {now}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>14/7/26 or Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the leaving date</source>
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
        <source>&amp;Send for second check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}: a second person checks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has decided this case. Say first what you find; then it shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision in force</source>
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
        <source>{who} returned it: {comment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next for this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esti&amp;mate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter&amp;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to finance to in&amp;voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In&amp;voice</source>
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
        <source>Such as {example}</source>
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
        <source>None stands</source>
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
        <source>Checked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You found</source>
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
        <source>Add another paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy is out. The details stay.</source>
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
        <source>Its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail, if it helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will be brought by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a word, such as passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen and copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will bring later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relied on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;dd it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach the copy, or choose “Seen”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 page ready to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pages ready to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enter a card or certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what was shown: type a word and take it from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 paper shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} papers shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free-care prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press 1 for yes, 2 no, 3 not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clinician answers this. 3 marks it not asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} may sign in now. Tell them their password; they change it themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has other roles from their next sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has a new password. Tell them; they change it themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} may approve write-offs up to {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can sign in no more. What they did stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} may sign in again. Tell them their password; they change it themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senior officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here for</source>
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
        <source>Entered. It is shown to patients once another administrator has approved it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved: the language card shows it from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn: the language card shows it no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-attendance form</source>
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
        <source>Such as clinic letter, page 2</source>
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
        <source>Kee&amp;p the stay</source>
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
        <source>Still to find out: {fact}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} answers are still to find out. The interview puts the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xplain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the clause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of your cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you, read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read and put away.</source>
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
        <source>That day has passed. Until the team knows when the patient can leave now, answer as for care that cannot wait.</source>
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
        <source>Copy of the signed form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept with the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or one that the case has already</source>
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
        <source>owed</source>
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
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every act, by whom, when and where. No row names a patient or tells an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You read the acts on your own cases: those you decided or have taken on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;wer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No act answers to that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as R-1042</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {most_parked}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked</source>
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
        <source>Language card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules {version}, to be read again by {on}</source>
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
        <source>Such as hip operation and stay</source>
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
        <source>Or a passport, card or phone number. No date of birth? Type: surname unknown.</source>
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
        <source>A name alone finds nobody. Add the date of birth to “{text}”, or the word “unknown”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar patient: {who}. Make sure it is the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({why})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare &amp;records</source>
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
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is this computer for?</source>
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
        <source>Register real patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo is a file of its own under a hatched strip. Nothing in it is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real records are encrypted from the first. It takes about 10 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose desk is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters and invoices begin with the trust’s name, and numbers with its code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a &amp;picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;ODS code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as R1H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of this &amp;desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as Desk 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of this co&amp;mputer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D01 to D80; no two alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Logo for letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PNG or JPEG picture. It can be left for later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where are the records kept?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always on this computer, encrypted, written at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrase of this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12 characters or more, such as four words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it in this computer’s key store, so that Recoup opens without being asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A printed recovery key comes next. Without either, nobody can read them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens the records when the passphrase is lost. There is no other copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery key, in groups of four</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one. It can be left for later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the trust’s recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trust’s keys are made, and this machine is let in. This key opens the file when its passphrase is lost. There is no other copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does another machine of the trust use Recoup?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines of a trust let each other in: what they send, only they can read. Whatever you choose, this desk works at once, and what it has for others waits here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, this is the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes: ask that this one be let in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrase of the trust’s keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12 characters or more; another than this desk’s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File for the trust’s keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose &amp;where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new file, best on a stick that is then locked away. No desk needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These keys let machines in and open everything that machines of the trust send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery key of the trust’s keys, in groups of four</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its &amp;last four letters and digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the printed sheet, to be sure that it is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key of the trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint of the trust, to be compared when a machine joins: {fingerprint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who looks after this desk?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two administrators: one can let the other in again. They see no patient’s data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does finance read?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder both can reach. It can be left for later; nothing is lost meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder of the share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder, file:///folder or smb://USER@SERVER/SHARE/FOLDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, as others see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in name, such as jpatel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password, 12 characters or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line each, the postcode last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a case in an emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You read this one case until you lock or leave the desk, and change nothing in it. It is kept with your name and your reason, and an auditor looks at it afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care goes on meanwhile: nobody waits for this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why you need to read it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your own words, without the patient’s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it &amp;away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case {ref}, to read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your reading is kept for the auditor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free-care questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the UK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home abroad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoke with them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call is in the timeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A way each, such as the bank details. Letters print them under a sum.</source>
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
        <source>Are these one person?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which record stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This record stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other record stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why they are one person, such as which paper you saw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check and join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people: back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which record stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter why, such as which paper you saw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family name</source>
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
        <source>Hospital No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registrations</source>
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
        <source>1 to {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print card {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves and goes on by itself. Esc never discards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves by itself and waits for you. Esc never discards.</source>
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
        <source>Nothing of this age is owed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} on a plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all accounts again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debt by age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>St&amp;atements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ref}, {payer}, invoice {doc_no}, {balance} owed of {total}, {state}</source>
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
        <source>Receipt {doc_no}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice {doc_no}</source>
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
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust and letterhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site and desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People and roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters and languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finance share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines of the trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify the audit</source>
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
        <source>Choose a line of the list.</source>
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
        <source>This machine belongs to the trust now. What waits is sent with the next exchange.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This trust has its list of machines already. Ask to be let in instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases differ. Type both again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. Carry it to whoever holds the trust’s key file, and read them the fingerprint.</source>
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
        <source>{kind}: 1 payment</source>
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
        <source>&amp;Put on an invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay it &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On no invoice: {payer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt {receipt}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A refund of {amount} waits for a second person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is on no invoice. Put it on one, or pay it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 receipt with {total} on no invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} receipts with {total} on no invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put money on an invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} of receipt {receipt}, {payer}, is on no invoice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another invoice, by its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or its payment reference, beginning with RF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount to put on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left empty: as much of it as is owed there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{doc_no}, {owed} owed, {ref}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{doc_no}, {owed} owed, {payer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before you put it on the invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Put it on the invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No receipt is made: the payer has one. Letters and statements say less is owed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A refund of {amount} waits for a second person. It can only be approved while that much is on no invoice: else they decline it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on invoice {doc_no}: {amount} of receipt {receipt}. Nothing of it is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on invoice {doc_no}: {amount} of receipt {receipt}. {left} is on no invoice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owed on the invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} now, {after} afterwards</source>
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
        <source>You typed this until {time}; it is not saved. If it is for somebody else, clear it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lear the fields</source>
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
        <source>Print the leaflet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the team is needed, it is in their queue. Nothing more to do here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. Take them in under Settings before the first estimate of that year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writable, {free} GB free, not inside a synced folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{version}, to be read again by {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charging rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{edition}, published {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices {year}</source>
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
        <source>On the command line: signers proposed and withdrawn with “recoup law signer”, packs made with “recoup law sign”.</source>
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
        <source>Quick &amp;card for the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick card for &amp;nurses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick card for &amp;doctors</source>
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
        <source>Save for a browser</source>
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
        <source>Page for a browser (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
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
        <source>Stopped. Nothing was taken in; the prices are as they were.</source>
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
        <source>Say: “We ask everyone this. Which number on card {letter}?”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say: “We ask everyone this. Which countries, or which number on card {letter}?”</source>
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
        <source>“{answer}” is always an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient may point at the number on the card instead.</source>
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
        <source>No cases here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cases due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case answers to “{text}”. Clear the search to see them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case has all of this. Take a filter away to see more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} new today: press Ctrl+{place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 case assigned to {to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cases assigned to {to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 case put away until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cases put away until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ref} stays: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 case is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cases are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Two versions ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wha&amp;t conflicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps one p&amp;erson ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, number or phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a &amp;view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;elete view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;nooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bri&amp;ng back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for &amp;document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print letters</source>
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
        <source>The team chose otherwise in {overridden} of {decisions} decisions this month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ref}, {patient}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case that is ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {count} cases that are ticked</source>
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
        <source>Plan: {plan}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paid} of {count} paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due in {days} days</source>
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
        <source>Two versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said differently on two machines that did not know of each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for a choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What conflicted, and who chose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has conflicted yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the report</source>
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
        <source>Perhaps one person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in at two machines that did not know of each other. Nothing is joined by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same NHS number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same name and date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as &amp;tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as char&amp;ts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CS&amp;V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people, pounds, share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what must not happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harm watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never per person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreadsheet (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You booked in {booked} this month. {asked} of them were asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have booked in nobody yet this month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the figures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No month that has ended is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} was closed by {who} on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}, by {who} on {day}</source>
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
        <source>Closed last</source>
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
        <source>Signs in as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is you: another administrator changes what you may do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they may do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check and &amp;keep the roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password for them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their PIN goes too. Tell them the password; they change it themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set this &amp;password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write-offs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approves up to, in pounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the &amp;limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They can sign in no more. What they did stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coming back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were stopped. They come back with the roles they had. Tell them the password; they change it themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Let them in again</source>
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
        <source>Or the six digits of your PIN, within your shift.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On shift at this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Practise with made-up patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to real patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked by {name}. What was begun is kept.</source>
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
        <source>Type the passphrase of this desk, or its recovery key.</source>
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
        <source>These details say who the patient is, how to reach them, and whether another country or an insurer covers their care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone with answers like these is asked the same, whoever they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name and one contact are enough. Leave empty what the patient does not know or does not want to say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only name and one contact are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read from passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the &amp;card</source>
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
        <source>Do not speak to partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not speak to family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak to nobody else</source>
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
        <source>Safe number {number}</source>
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
        <source>More than one country answers to “{text}”. Press ↓ and Enter to take one.</source>
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
        <source>all taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all taken by finance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} not taken by finance yet, since {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} sent, not yet acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} since {since}</source>
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
        <source>&amp;Needs</source>
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
    <message>
        <source>The look of the sign-in page could not be kept here: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pages did not open: sign in again, and if they still do not, close Recoup and start it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desk locks in {seconds} seconds. Press any key to stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of parts is saved at {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be saved there: {why}. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That file could not be read. Choose it again, or another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to paste. Copy one first, or choose a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer’s sign-in page looks so from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your PIN is set. Within your shift it unlocks this desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no PIN any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your shift is ended: the next time takes your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, {heading}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing a small file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking it away again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share works: a file was written, read back and taken away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You did not wait. The share has not answered yet; nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share’s folder is not there. Connect the network drive, or put its address right above, and test it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share wants a password, and this computer has none for it. Enter it above, and test it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the share first: a folder, file:///folder or smb://USER@SERVER/SHARE/FOLDER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} working days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} days after the invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases and estimates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A flagged case is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second check from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An estimate holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The diary tells ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ours; neither law nor guidance names them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In trust.toml of this desk’s folder, while Recoup is closed; the first and the last come with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices and write-offs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An invoice is payable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A long stay is billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senior officer, up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conventions of ours; a trust may set its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In finance.toml of this desk’s folder, while Recoup is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home Office debt list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conventions of ours. The 30 days after a letter before action are unconfirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long records are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our defaults, for the trust’s information governance lead to confirm. The exact lines of the England code are unconfirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies of papers and whole cases are removed under Retention. Invoices, payments and the audit stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. The next letter says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The logo stands on every letter from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The logo is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the file of the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. New registrations bear it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. “Test the share” shows whether it works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. This desk sends nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. This desk sends there. This computer has no key store, so enter the password again after the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card or certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what is printed on it. What is missing can be brought later: leave it empty, and go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the visitor page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card at hand? A passport of {country} does as well: note its number on the visitor page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book in as normal. Nothing here holds anybody up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters to the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let letters rest or go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Because of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your words, for the team alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let letters rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let letters go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}, since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose why letters rest, or what has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters rest from today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters go on from today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the copy of “{paper}” out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 page goes for good and cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pages go for good and cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was seen, its dates, whether it is relied on and this reason stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose why the copy is taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How this is worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide how this is worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be known first:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passport lines were scanned. They are used at the search and on the visitor page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn clockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen, no copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late, due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No copy was kept. One can be attached below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy was taken out: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be brought by {day}. Nothing to look at yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper}, page {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number ends {end}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice, form and signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of this holds anyone up. Go back whenever you like: it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say, or let them read:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Given, version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given {time}, version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How does the form go out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed and filled in here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed over, to bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent by email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How do they sign?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name, with a witness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the printed form, scanned later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They sign the declaration at the end of the form. Print it for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of whoever signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If for somebody else: how they are related</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Witness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lear the pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the &amp;signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} signed at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number or name of the language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No language begins like this. Call the interpreter service and say its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call an interpreter: {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the switchboard for the interpreter service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded: interpreter for {language}. It stands in the banner and on letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the number the patient points at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs and safe contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked once. It stands in the banner, and letters follow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To understand each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpreter for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language, or nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To reach them safely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe to contact by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not speak to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only safe number to call, if there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers shown: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers shown: {count}, {later} to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the passport on the reader now. Without a reader, type the two or three lines at the foot of its page, with every “&lt;”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of the passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;ead the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back without reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One word, such as jpatel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name as others see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as J. Patel; a clinician’s as signed on forms, such as Dr A. Roy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12 characters or more, such as three words. Pasting works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print 1 letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print {count} letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 letter written, dated today and kept in its case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} letters written, dated today and kept in their cases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 letter to print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} letters to print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases that stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 case stays as it is:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cases stay as they are:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: 1 case was not begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: {count} cases were not begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 letter sent to the printer. Mark it as posted in its case once it goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} letters sent to the printer. Mark each as posted in its case once it goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 letter saved, not printed. Keep it where only your team can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} letters saved in one file, not printed. Keep it where only your team can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row of the audit holds the hash of the row before it. This computes each of them anew, then reads every page of the file: what was altered is found, and where.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} of {of} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit is whole: {rows} rows, each following on the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} does not follow on the row before it. Tell whoever answers for information security, and keep this computer as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was found so far, and nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is touched. Only this view of yours goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protection, then who leaves first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day it is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as this record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other record is read as this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No similar record is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, born {born}. Joined {on} by {by}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why part them, such as what showed that they are two people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one to see both side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before you join two records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Join these records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before you part two records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Part these records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are then read as the record that stays: banner, queue and letters. Every registration stays where it was made, nothing is deleted, and you can part them again at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is then read as itself again, as it was before. Nothing is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records are joined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records are parted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, born {born}, NHS No. {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Recoup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the MIT licence. It decides nothing: people do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinical safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Recoup is built against. The whole log, with the tests behind each control, is docs/hazards.md of the source. The trust’s own safety case (DCB0160) is the trust’s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{no}: {hazard}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The packages Recoup runs on. Qt and PySide6 may be exchanged for your own build.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the list of parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the list of parts (CycloneDX)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where fonts, icons, law and lists come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the sources of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New registrations bear both; those begun before keep theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as Desk 3; the status bar shows it from the next sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as the main hospital; left empty, it is the ODS code {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy of all records each hour, encrypted as they are, while people go on working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On another disk, or a folder of the share; empty makes none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How backups stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last good backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came in the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up &amp;now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept are those of the last {hours} hours, one a day for {days} days and one a week for {weeks} weeks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without Recoup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each backup holds a script that reads it without Recoup. Print the page that says how, and lock it away with the recovery key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;See the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to read these records without Recoup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring is for IT: recoup restore --from BACKUP --data NEWFOLDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates of removal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was removed so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its number keeps documents of two computers apart, so it never changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change shows at once and is kept for you, on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it behaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the next question once one is answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it, an answer is only marked, and Enter goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold and advance with a short movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roomy rows in tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock this desk when nobody touches it for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It warns before, and any key stays. What was begun is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this look for the sign-in page too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody changes their own roles, and the last administrator stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs in as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write-offs up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Let them in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They hold from the person’s next sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change the roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check who is stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They can sign in no more here. What they did stays, under their name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What finance must know is put there, and finance’s answers are read from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder, file:///folder or smb://USER@SERVER/SHARE/FOLDER; empty sends nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does it work?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small file is written, read back and taken away. Nothing else there is touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN for your shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six digits unlock this desk within 12 hours of your password, for you alone. After five wrong tries it takes your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have a PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no PIN yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six digits without a pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the &amp;PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have no PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password you have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the pass&amp;word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaving for the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN then opens nothing, and the next time takes your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;End my shift here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this desk works with today. Nothing is changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From: {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To change: {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts of the language card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recoup translates nothing. A text is shown to a patient only once a named translator wrote it and two administrators answered for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. The card shows the names of languages and “Call interpreter”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Approve this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Withdraw this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You entered it, so another administrator approves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before patients see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language card shows it from now on, until somebody withdraws it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Let patients see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translator’s first and last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translated on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enter this translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a language from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which text this translates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the day it was translated, such as 14/7/26.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters this program writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each in a usual and a large print. Their words come with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {own}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every letter, invoice and form begins with this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes of the trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ODS code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In document numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices and batches bear these, so they stay as they were set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letterhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PNG or JPEG picture. It is drawn anew, without what else its file may hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use this logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print no logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;See a letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what letters will say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds from the next letter on. What was issued keeps what it was issued with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep this letterhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a letter begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test the share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {amount}, 1 invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {amount}, {count} invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a cop&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture or PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures and PDF ({endings})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture or PDF can also be dropped here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {done} of {count} is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the filter {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pri&amp;vacy notice given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy notice given {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form and si&amp;gnature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passport {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity card {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visa {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nationality {country}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled from the passport.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your trust’s logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The logo on letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NHS number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hospital number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passport number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identity card number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visa number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>European health card number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UK health card number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replacement certificate number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S1 number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S2 number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>case reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name and date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date of birth, given and family name the other way round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date of birth, name sounds alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date of birth, name spelled nearly so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same date of birth, one name the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day and month swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name, date of birth not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surname</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given and family name the other way round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of the names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surname sounds alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given name sounds alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spelled nearly so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number begins so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known to the overseas team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged from {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature pad. Type the name instead if that is easier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plus and minus zoom, R turns, arrows move, Page Up and Page Down turn over, Home fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned {degrees} degrees to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not turned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the records are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is saved on this machine first, sealed, and stays here until the trust’s receipt names it. Nothing is lost while the share is away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this machine alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken, with a receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} registrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cases}, the oldest since {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For finance’s ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{waiting} waiting, {sent} sent, {taken} taken, {refused} refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share last answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine has not joined its trust’s list of devices. Everything is safe here; ask the administrator to let it in, then it goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The administrator has taken this machine off the trust’s list of devices. What it sends is not believed any more; everything is safe here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for an earlier file of {device}: number {wanted}. Behind it: {behind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by finance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the cause right first. Each goes out again as a new record, its number unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Send them again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envelopes of this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None was made yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept what you found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next exchange judges it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 record goes out with the next exchange.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} records go out with the next exchange.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in this computer’s key store, not in the records; empty uses the one kept there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list waits for another administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed. Copies: {copies}. Cases: {cases}. The certificate is below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed. Whole cases: {cases}. The certificate is below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left as they were: {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list is declined. Nothing was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ref} is held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ref} is no longer held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a patient’s cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see initials and references. Nothing else of the patient is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NHS number, hospital number, or name and date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as OKAFOR 2/3/1990</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answers to that exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answers to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter shows what was done on a case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies whose time is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No copy has had its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;List these for removal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is removed yet. Another administrator approves the list or declines it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list waits for a second person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies of papers go {days} days after the final decision; what was seen, its dates and why the copy went stay with the case. Whole cases go when the time of their kind is over, on every computer of the trust. You see references and figures, and no patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole cases whose time is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case has had its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases: {count}. Shown here: {shown}, those finished the longest ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases so far: {count}. The others are being counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One list holds {most} cases. The others come with the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole cases are removed at an officer’s computer, so that they go everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List these &amp;cases for removal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed by {by}, {at}. Cases whose copies go: {cases}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed by {by}, {at}. Whole cases that go: {cases}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You made this list. Another administrator approves it; you may take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Approve and remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not, where you decline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before you remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages are overwritten and nobody can bring them back. What is held, or came back before the team meanwhile, stays. A certificate without patient data says what went.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove the copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cases go on every computer of the trust, with their papers, and with patients who have no other case. They are overwritten and nobody can bring them back. What is held, or was worked on meanwhile, stays. Whoever comes back is registered like anybody. A certificate without patient data says what went.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove the cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of a case is removed while an appeal, a legal action or an inquiry goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hold this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;End the hold chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our defaults, for the trust’s information governance lead to confirm. Copies of papers and whole cases are removed by two administrators; invoices, payments and the audit stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how_long}. Past their time: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how_long}. Past their time: {count}, of which held: {held}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how_long}. None has had its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how_long}. Not counted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how_long}. Being counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices and payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records for a new machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the share {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envelope {number}, {holds}, records: {count}, made {made}, {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why finance refused it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions of this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {versions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} ({by})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is charged until somebody chooses. Care goes on as it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare and ch&amp;oose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people worked on this without knowing of each other. Neither version wins by itself, and both stay on record. Until you choose, nothing is charged on this case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}, at {device}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {device}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this one, in your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Let it stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a version first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. Both versions stay on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing of it was kept; the last good backup stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up and read back: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup of {when} opens, and holds what it says: {rows} audit lines, same head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. Backups go there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. No backups are made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last backup {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}, less than an hour ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}, {count} h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}, {count} days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust’s key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the ke&amp;y file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request of the machine to let in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose its reque&amp;st</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ward laptop may be lost; an officer’s machine sees every case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grant file to carry back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose whe&amp;re</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ompare and let in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the machine chosen above is taken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: left on a train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta&amp;ke off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of this mac&amp;hine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As people know it, such as Ward 7 laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;quest file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new file, on a stick or the share. It holds no secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Grant file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the administrator gives it back. It can be left for another day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the gran&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the re&amp;quest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys: save their re&amp;quest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this to the administrator: {fingerprint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One signed list says which machines belong together. What they send, only they can read; what waits for others waits here until this machine is on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the grant &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine believes no list yet, so there is nothing to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whoever holds the trust’s key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is asked for each act and not kept. Put the stick away afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken off {day}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In place of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever made the request to read theirs to you. Let it in only where both are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They agree: &amp;let it in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a machine that is on the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check which machine is taken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For good: what it sends from now on is believed by nobody. What it sent before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take it off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken off the list: it sends nothing any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the list since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked, not let in yet: everything waits here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked yet: everything waits here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for; the older ones still count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust’s fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From identified to paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}: {identified} identified, {assessed} assessed, {charged} charged and {paid} paid something, {came} of {pounds} in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was identified in {month}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people} identified in {month}: fewer than {below} are not broken down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of those identified have no estimate and no invoice yet: they count as people and not in pounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of those registered in the month with something to follow up, as far as they are now. Pounds are what was charged, else the last estimate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid is whoever has paid something, and what came less refunds. Fewer than {below} people are not broken down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery over twelve months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By {month}, {rate} % of what was charged in twelve months had come in{change}. The benchmark is {goal} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twelve months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was charged in the twelve months to {month}, so there is no rate yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {points} points more than the month before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {points} points less than the month before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, as the month before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{goal} % goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The accounts rate: money of twelve months, advances and old debts included, over the charges of the same months. The benchmark is of that kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For one site, money that is on no invoice and no estimate is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked, desk by desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}: {share} % of everyone booked in was asked the same questions, {part} of {whole}. The goal is {goal} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was booked in in {month}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk not named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted per desk, never per person. A desk with fewer than {below} people is not broken down, and where that leaves one alone, the next smallest is left out with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked, shift by shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the hour somebody was booked in, London time. A shift with fewer than {below} people is not broken down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{owed} is owed, {old} of it by more than {days} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is owed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands on invoices at the end of {day}, by the days since each fell due. The whole trust, whatever the site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apparent opportunity this year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figure} a year, eight times in ten between {low} and {high}, beside {peers} trusts. Not a target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked out with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pounds a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The level three in ten reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fifth less to be expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quarter more to be expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The level four in ten reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The level one in four reaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interval covers chance only. How many visitors the catchment has is the weak input, so the figure stands here again with it moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the figures of peers.csv, whatever the month and the site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the month shows besides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What must not happen, and what waits too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent care asked to pay first counts letters that ask for payment first of a person whose last clinician’s form that day was not “can wait”. What was said and never written down is counted nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No site named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer than {below}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other desks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table, Row, Measure, Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked, of everyone booked in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} of {whole}. Goal {goal} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody booked in yet. Goal {goal} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pounds} at estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In pounds once there are more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovered, of pounds invoiced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal {goal} %, twelve months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal {goal} %, up {points} since {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal {goal} %, down {points} since {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal {goal} %, as in {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the desk, median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone, {site}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{site}: {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent care asked to pay first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal 0, since launch, all sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flagged, then found free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} of {whole} decided. Watch above {bound} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody decided yet. Watch above {bound} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safeguarding prompt not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open cases today. Longest {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open cases today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From flag to clinician’s form, median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} with a form. {missing} without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>European cards claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported in {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not worked out: it needs figures that this store does not hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other trusts’ activity by specialty, cases found and charges
Visitors in the catchment, beside the national average
This trust’s own activity by specialty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put these into peers.csv beside the store, a line for each trust, this one too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eight times in ten between {low} and {high} a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases found are set beside what trusts of the same activity and catchment find, with chance taken out. What lies under the level that three in ten reach, times the mean charge, is the opportunity. It is an interval, never a target for a person, a ward or a nationality.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Died, and nothing is left to pay from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has no means to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would cost more to collect than it brings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than six years old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bankrupt, or wound up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not due yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>31 to 60 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>61 to 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>91 to 180 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>181 to 365 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 3 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 to 6 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over 6 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0–30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>31–60</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>61–90</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>91–180</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>181–365</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receivables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Income</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On no invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recoveries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impairment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands on invoices, by the days since each fell due. Credit balances and money on no invoice have columns of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit balances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owed and credit balances together are {control}, the balance of the receivables account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debt, invoice by invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every invoice that is not settled, the oldest debt first. Payers are shown by their reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The total is the balance of the receivables account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowance for debt not expected to be paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A share of each age of debt. Credit balances do not lower it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The allowance stands at {standing}. A close would change it by {change}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overseas visitors (relating to patients charged directly by the provider)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In thousands of pounds, each line rounded by itself from pence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year}, £000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before}, £000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Income recognised this year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash payments received in-year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amounts added to provision for impairment of receivables (allowance for expected credit losses)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amounts written off in-year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Income is invoices less credit notes by the day of the care. Advances for care not given yet are not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash is receipts less refunds of the year for charges of any year, so cash and write-offs may exceed income.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The third line counts increases only. The fourth counts debts of any year, less those found not to be due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three rates for the same ledger. Quote none of them without its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts {year}: cash over income</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohort {label}: cash within {months} months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooled: all cash over all invoiced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no income</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written off and not recovered, all time: {written_off}. Outstanding: {outstanding}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The accounts rate mixes years: its cash is for charges of any year. The cohort rate is the one to manage by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery by month of invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash that came on each month&apos;s invoices by so many months after the invoice, as a share of what they charge less credit notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoiced in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{months} months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Not yet”: the youngest invoice of that month has not reached that age.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instalments and promises that are not kept yet, by the month they are due. Nothing else is counted on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late, not counted on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freedom of information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overseas visitors: figures for a freedom of information request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By financial year of the invoice, up to {as_of}. Identified people are counted in the year of the decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People found chargeable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received on them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoked by credit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of which: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewer than {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bill was corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoiced is received, outstanding, written off and revoked together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement of account {payer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {since} to {until}. A debt that was written off is still owed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owed at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How good estimates were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each first estimate beside the final bill of the same care, by specialty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specialty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final bills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the likely sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A difference above nothing: the bill came to more than the patient was told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger extract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every entry from {since} to {until}, in the order of posting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter before action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refer to a collection agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insurer to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under review by the overseas visitor team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bereaved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breathing Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vulnerable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address not safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact by the team only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise not due yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every two weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to £50 a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>£50 to £200 a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>£200 to £500 a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than £500 a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debt warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list is switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a chargeable category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision is not final</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a patient’s own debt is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A child is never a debtor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is to be looked at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two months are not over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No debt warning was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The debt warning is too recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The total is below the threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the list already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The charge was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan was agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person has died</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With an agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Court claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise not kept: call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan in default: call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again: {hold}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hold}: letters rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hold}: lifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised {amount} by {by}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undertaking signed by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Followed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on the Home Office debt list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken off the Home Office debt list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice of {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid back {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credited {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written off {amount}: still owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} x {amount}, {every}, from {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} {every}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kept} of {count} kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missed} missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in default since {on}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept {kept} of {made}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step} on {on}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step} is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters rest: {holds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No letter goes before somebody looked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free: lives here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free: exempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered by a European card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charge: visitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot tell yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not settled yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R1 Lives in the UK, settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R2 Back in the UK to live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E1 Exempt group, evidence seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E2 Exempt group, satisfied without paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E3 The service is free to everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V1 Visitor, card or form does not cover this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V2 Visitor, no exemption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V3 Leave or cover has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P1 Waiting for a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P2 Waiting for a clinician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P3 Waiting for another body&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asylum or refugee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trafficking or slavery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violence, FGM or abuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked-after child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unconscious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too unwell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpreter needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safeguarding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun and left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outpatient appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hospital stay or day case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admitted from the emergency department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maternity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mental health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sexual health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family planning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assisted conception (not an armed forces scheme)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palliative care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Community service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day in the diary has come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New answer since the case was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave to be in the UK ends on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper} ends on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A paper promised for {day} has not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ground relied on ends in law on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day covered at this age is {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns 18 on {day}: another person may be liable from then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules used hold until {day}, and the stay may go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the Home Office answer on the settlement scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the Home Office answer on the extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whether the answer awaited has come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>European card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replacement certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S2 or E112</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UK S1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frontier worker permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document relied on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by protection, who leaves first, treatment, then age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by treatment date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by the day it is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by the day to look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions of protection still to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgency form missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment is soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen by the team. Thank you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen by the team, thank you: the card was enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen by the team, thank you: the papers you saw were used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safeguarding comes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slavery referral: wait for the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A free-care prompt says yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It turns an earlier decision round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No second person has agreed to it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient is a child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No evidence relied on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs to another patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no longer needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient asked for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its time was over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>British passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Irish passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Life in the UK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the UK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eVisa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residence permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surcharge receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home Office record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EUSS certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diplomatic card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Military card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birth certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent’s paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home Office letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Travel document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frontier permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malta quota number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative’s paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pension letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home in Europe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insurance certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bail form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Council letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employer letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ukrainian paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement of means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Games pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insurer letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket or booking that shows when they travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter or policy of an insurer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinician’s signed form on how urgent the care is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers of somebody with nothing to follow up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 days on this computer after finance’s receipt, 12 months at the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to follow up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfinished registrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>72 hours, then sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 days after the final decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases that are not charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 years after audit where settled, 6 years where not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests for one’s own record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As long as the longest record, and a year more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inquiry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names no invoice, estimate or customer of ours. Find out who paid, then match it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A letter or digit of the reference was swapped. Compare it with the invoice offered, then match it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names an invoice without the check digits of the reference. Compare it with the invoice offered, then match it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its reference holds, and no document here has it. Ask the other desks, or finance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The invoice is cancelled, so this money is to be paid back. Match it, then refund it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is owed on this invoice any more. It may have been paid twice: match it, then refund it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is dated before the invoice was issued. Compare the two, then match it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names more than one invoice. Match it to all of them, or to one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one open invoice of this payer has this sum. Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We know who paid, and no open invoice of theirs has this sum. Choose the one it is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payment of this sum was recorded by hand about that day. Match it to that receipt if it is the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A receipt with this transaction number has another sum. Compare the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money went out or came back. If it undoes a receipt, match it to that receipt; else set it aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bank took back a payment of ours. If it was a refund, tell the payer’s case; else set it aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not in pounds. Match it when the bank has changed it, or set it aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bank sums several payments up here and does not say which. Ask for the parts, or set it aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is dated after today. It is looked at again on its day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be posted: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file brought a payment of the same day and sum. Compare the two before you match it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it names can take it now. Compare the two, then match it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment reference, checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate number, and the sum estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer reference, and the sum owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same account as an earlier payment, and the sum owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded here before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched by a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank statement (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank statement (camt.053)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card settlement (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GOV.UK Pay export (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GOV.UK Pay export (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book a professional interpreter. Family never interprets, and never a child.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given names, as on the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family names, as on the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passport number, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country they normally live in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address abroad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone or contact abroad, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived in the UK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected leaving date, or “Unknown”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UK postcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked for, where it is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay in the UK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country that issued it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insurer or embassy, and policy number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone or post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent care put off over status, estimate or debt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No screen, letter or list comes between a person and care, and a clerk sees no money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgency judged without the leaving date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The leaving date stands beside the choice; a new date asks for the choice again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody who is no clinician sets urgency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records themselves refuse it, not only the screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One patient open at a time, named in the banner, read back before going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entitled person charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not proved is never chargeable; a person decides, and another checks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free service or protected group missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each protection is asked about, or marked as not asked, before anything is decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selective questioning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody is asked the same first questions, whatever their name or accent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient deterred or endangered by what is said or posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is posted where that is not safe; the words to say stand on the screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale rules or tariff, bad sums, estimate read as bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed and dated rules, whole pence, and the version on every result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records lost, doubled or overwritten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each act is written whole or not at all, and read back from the share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language or capacity: wrong answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure is always an answer, and only approved translations are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over-trust in the suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The officer chooses before the suggestion is seen; both are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chasing the bereaved, vulnerable, disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hold stops every letter, batch and debt report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo mixed with live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo is a file of its own, says so on every page, and sends nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BSL interpreter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large print letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easy Read letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Braille letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient is charged, so nothing is claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An S1 is registered once and not reported for each treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for an officer’s decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust income</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see quarantine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see document images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record urgency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decide status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>propose credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approve credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prepare debt report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approve debt report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prepare subject access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer subject access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>administer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emergency access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verify audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>senior officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clinician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: copy it from the document, or ask for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{born} ({years}y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page for a browser can be made of this file. Only letters that Recoup wrote can be saved so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no step {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the step that hands out the leaflet from 1, or leave leaflet out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder. Name the file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>non-elective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outpatient procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outpatient attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maternity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unbundled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drug or device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upfront list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least {count} characters, such as three words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That password is on every attacker&apos;s list. Choose three words of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose {count} digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That one is tried first. Choose six digits without a pattern.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role cannot do this ({act}). Ask a person who is: {roles}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number from 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing or holds other than A-Z 0-9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a two-letter country code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a day as YYYY-MM-DD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an amount such as 1234.50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number such as 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins with a character that a spreadsheet would run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds a character that no ledger keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} columns where {right} belong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one of {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is longer than {most} letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a real day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a replacement certificate (PRC), or note “Will bring later”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card issued by the UK proves nothing here by itself. Keep it as a UK GHIC or UK EHIC; the overseas visitor team asks where they live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ran out on {day}. {ask}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds only from {day}. Ask for one that covers today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It held only to {day}. Ask for one that covers today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card says {printed} and the record {born}. Check whose card it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card numbers of {state} mostly begin with 80{digits}. Look again at the number and at the state on the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards of {state} were in no scheme on {day}. Keep it all the same; the overseas visitor team looks at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card says {printed} and the record {name}. Check that it is their card; marriage or spelling may explain it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card or certificate was not taken down. An officer enters it with the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the treatment: its dates and the care that was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The treatment has no end date. It is reported once it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} treatments on this entitlement. Ask an officer whether the person lives here by now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: answer yes or no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends on {day}, before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date of birth is after {day}, when it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost is above {most}. Say why, for the portal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ref} reports the same treatment on the same entitlement. Keep one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ref} has this number with another name. Look at both cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document of this type is not issued by {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No copy was taken. The portal asks for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most card numbers have {digits} digits and begin with {starts}. Look at the card again; some states number otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the quota number like {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost is nothing. Price the care first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card expired on {day}, before the treatment began. Ask for a replacement certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date of birth is after the treatment began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The treatment began on {day}, before this holds ({first}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The treatment ended on {day}, after this ceased ({last}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends on {day}, before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends more than {months} months after its start. The portal asks whether that is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what the person can afford.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A refund cannot be refunded. Choose the receipt itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A refund needs a second person. Ask a colleague to approve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a financial year such as 2025/26.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a month such as 2026-04.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the code of a Recoup form. Scan the square on the form, or type the line beside it, which begins with RCP1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sign of this code was misread. Scan it again, or type the line beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a day from today on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the number as it stands on the document: letters and digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark one piece of evidence as relied on, or tick “No evidence offered”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the expected leaving date, or choose “Not known”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a reason that fits the decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in your own words why, in a line or two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers do not support a charge. Complete them, or choose “Cannot tell yet”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the clinician&apos;s name as signed on the form, such as Dr A. Roy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form is dated in the future. Enter the day it was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a text size from 100 to 200 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is a National Insurance number. Enter the NHS number, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the NHS number as 10 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That NHS number has a mistyped digit. Check it against the letter or wristband.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name cannot hold control characters. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This holds control characters. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stateless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a clinician&apos;s named and dated non-urgent record lets a letter ask for payment first. Record it, or make the estimate without asking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture of at most 10 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller picture: this one is too wide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is no whole PNG or JPEG picture. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document number in the lines has no first character, so nothing was filled in. Scan again, or type the details from the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money in and money out stand in one row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says neither credit nor debit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither a transaction number nor an authorisation code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither a payment nor a refund of GOV.UK Pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is empty. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This XML is larger or deeper than any statement. Check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This XML declares a document type or entities, which no statement does. Nothing of it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This XML says an encoding that cannot be read. Save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A version is letters, digits, dots and dashes, such as 2027.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pack was changed after it was signed, or its signature belongs to another. Ask its maker for the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pack was made for a newer Recoup. Update the program, then install it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An HRG code is like AA22C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A root is the first four characters, AA22</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A treatment function is like 330</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An item is called by its code in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A method is like 21</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An estimate needs at least one line. Add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give exactly one of hrg, root, tfc and item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate is 150 or 100 per cent, or 0 for care that is free, not {rate}. Correct the rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a number of units from 1 to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only items priced each or by the day have units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only outpatient care is given in one visit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an age from 0 to {oldest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a length of stay from 0 to {most} nights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest stay is shorter than the stay itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stay with nights is elective or non-elective, not {admission}. Correct the admission or the length of stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{example}, not “{code}”. Check the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the lines to price as a list under “lines”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could_not_ask takes the reason as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certified takes true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two lines have the same id. Give each its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change takes a day and facts: {&quot;from&quot;: &quot;2026-03-04&quot;, &quot;facts&quot;: {...}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change takes its first day as YYYY-MM-DD in from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change cannot move service_date. Give the line its first and last day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That file is neither a picture nor a PDF. Attach a JPEG, PNG, TIFF, WebP, BMP or PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That file is empty. Take the picture again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is a phone’s HEIC picture. On the phone, share it as JPEG, then attach that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That PDF needs a password. Print it to a new PDF without one, then attach that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That PDF cannot be read. Ask for it again, or scan the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That picture is too large to open. Take it again at a lower resolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That picture is damaged or cut short. Take or save it again, then attach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That file holds more than can be kept. Attach fewer pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private, ask alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>House, street and town in the UK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the computer’s number, D01 to D{most}. No two computers of the trust have the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{claim} has no field {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: choose yes or no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{claim} is not issued there. Choose a state from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an instalment above zero and below {total}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a first day from {first} to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This plan would end after {day}, when the debt can no longer be recovered. Enter larger instalments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a day from today to {last}. For longer, agree a plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has either as_sent = true or at least one [[file]]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names {kind} either in a [[file]] or in left_out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives each file a name of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a comma, a semicolon, | or a tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has at least one of its columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a text such as &quot;{{stem}}_LINES.csv&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closes each {{ with a }}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names in braces any of {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has {{stem}} or {{batch_name}} in it, one file a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds letters, digits, dots, _ and - and no folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has at most {most} letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a name, which begins with a letter or digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is one of {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has exactly one of field, fact, constant or setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a whole number from 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is one visible letter, or a space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a space where align is left: 1 would become 1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has align and pad only where form is fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has amount and sign only for a field that is a sum of money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has room for its constant, {count} letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{named}” stands under [settings]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a text in quotation marks where “{text}” stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not begin with {text!r}: a spreadsheet would run it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a table [lookup.{name}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists {names} as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands only with a field that is a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is made of {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a condition such as {{ doc_type = [&quot;INV&quot;] }}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a list of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a column of {of_kind}: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a list in square brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no “{name}”; docs/finance-side.md lists what it may have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping {mapping} cannot be used. It must be so that {place} {says}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds a line break or another character that has no place in a ledger line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is {count} characters long and the column has {width}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is “{value}”, which the mapping’s table does not list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number} is priced as a range. Enter its full HRG code to invoice it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {left} of this receipt is left to refund.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GOV.UK Pay takes at most {most} at a time. Split the payment or use a bank transfer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amounts do not add up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sign does not fit doc_type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit doc_type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before service_from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before doc_date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>currency is not GBP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sign does not fit receipt_type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a refund, and only a refund, names its receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a payment reference of ours, or a character was mistyped. Compare it with the invoice; it begins with RF and has 17 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aged debt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unallocated money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {what} comes to {found} and the ledger to {control}, so it is not shown. Ask whoever looks after the program to check this store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose why it cannot be collected: {reasons}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes 1 where it is ticked, or nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes a number from 1 to {count}, as printed by the boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question {number} {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer this prompt, or mark it not asked: {prompt}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This registration is {now}. Resume it first, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>14/7/26, 14-Jul-2026 or +3w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a date such as {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such day as “{text}”. Check day and month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a real day as YYYY-MM-DD, not “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose colours: {schemes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose {least} to {most} minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an amount such as 1,234.50, not “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name cannot begin with “{letter}”. Check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a name of at most {most} letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter at most {most} letters in a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter at most {most} letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a UK postcode such as {example}. An address abroad has its own box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}, {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} or {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters cannot show “{letter}” ({name}). Write the name, address or text it stands in with Latin letters, a name as the passport shows it, then make the letter again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expiry date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {what} in the lines, {field}, is no day of the calendar, so nothing was filled in. Scan again, or type the details from the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two lines of 44 or 36 characters, or three of 30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passport lines are {lengths}. Here there are {count} characters: type or scan the next line after them, or all of it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are no passport lines. Scan or type {lengths}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passport lines are {lengths}; here they have {found}. Scan or type them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sign that cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number} holds “{shown}”. Passport lines hold only A to Z, 0 to 9 and “&lt;”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names fill their place to the end, so they can be cut short. Check the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page may spell the names with other letters, such as Ä for AE or Ø for OE. Check the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A space in the family name may be a hyphen on the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names hold a digit, which names in passport lines never do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names do not begin with a letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters stand where the names have ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, so a letter was misread and nothing was filled in. Scan again, or type the names from the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the document number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the expiry date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the optional data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the document as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind of document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state that issued it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nationality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document does not know the date of birth. Ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document knows only a part of the date of birth, {birth}. Ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ran out on {day}. It still says who this is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {what} should be letters, and the lines have “{text}”, so nothing was filled in. Scan again, or type the details from the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where M, F or “&lt;” stands for the sex, the lines have “{letter}”, so nothing was filled in. Scan again, or type the details from the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check digit of {field} does not hold, so nothing was filled in. Scan again, or compare the lines with the page: 0 and O, 1 and I are easily mistaken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check digits of {fields} do not hold, so nothing was filled in. Scan again, or compare the lines with the page: 0 and O, 1 and I are easily mistaken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No amount in this row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The balances do not follow from the amounts. Rows may be missing from this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” says neither credit nor debit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not booked yet: it comes again when it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No amount in this entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds more than {most:,} entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is {name}. Bring the bank&apos;s statement, a camt.053.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no amount of an entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{opening} at the opening and {entries} of entries are not {closing} at the closing. Entries may be missing from this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gross less fee is not the net amount here. Ask the card company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} holds what looks like a whole card number, so nothing of this file was kept. Ask for the file with the last four digits only, and delete this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a date such as 14/07/2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} is not a day of a payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {currency}, not in pounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not an amount such as 1,234.50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{called} {number}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} is more than any payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No amount here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card surcharge of {surcharge} is no part of this amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{state}”: no payment was received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds more than {most:,} payments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {lineno}: this is not JSON ({msg}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This JSON cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This JSON holds no search results of GOV.UK Pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not whole pence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} Save the search results of GOV.UK Pay as they came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no payment file that Recoup reads. Bring a bank statement as CSV or camt.053, a card settlement as CSV, or an export of GOV.UK Pay. Where a bank has other headings, ask IT to add them to payments.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is larger than {most} MB. Bring it in shorter periods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: this XML is not whole. Fetch the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file has more than {most:,} rows. Bring it in shorter periods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number} cannot be read as CSV. Save the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number} holds more than any cell does. A quotation mark may be missing its other half.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no mapping “{named}”. Name one of {names}, or a file that ends in .toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{named} is too large to be a mapping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping {name} is not sound TOML: {odd}. Correct that line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{arg} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a {folder} already. Name a new folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} cannot be written: {reason}. Name another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}. Ask IT to put that right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be used: {what}. Correct it, or take the file away to use our settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} has no folder “rules”. Name a folder laid out as resources/ is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than any pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its manifest and its rules differ in version or dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pack needs a newer Recoup. {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a whole rule pack. {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shelf}, {entry}: {says} {do}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not UTF-8 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not JSON as packs hold it ({odd})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not hold a manifest and shelves, and nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a whole rule pack: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its first line is not {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {number} is not figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text in quotation marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day such as 2026-03-09, without quotation marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table in braces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say from which day it holds: in_force_from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where a reader can check it: source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where it stands in the law: regulation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say when a person last read the law for it: checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id stands twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each its own id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[{name}] is not there, or holds more than texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each name a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[supports] holds more than lists of facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write passport = [&quot;nationalities&quot;].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry is not a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin it with [[ ]].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {name}: {word}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give {word}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds more than texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a list of texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {name} “{value}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {{ value = &quot;...&quot;, label = &quot;...&quot;, sets = {{ fact = value }} }}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{option}” is no option.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{tree}” is no condition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {{ fact, op, value }}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the name, or add the fact to rules/facts.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the name, or add the question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asks for “{asked}”, and there is no such {word}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison “{op}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It compares {tree} with “{one}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is none that this program knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use one of {names}, or update Recoup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no [[{kind}]].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no Recoup desk in {folder}. Check the name of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {number} is not TOML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not TOML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}. Nothing was changed. Ask IT for the right to write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be used: {what}. Correct it, or put back the copy from your last backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {path}. Check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price file {name} is damaged or was changed. Install Recoup again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recoup does not speak “{language}” yet. It speaks: en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file looks like the trust’s own prices: a name and a price a row, and no prices or factors of the NHS Payment Scheme. Choose “The trust’s own prices”, or “Guide prices” where it is those, and read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file looks like prices or factors of the NHS Payment Scheme, not like the trust’s own. Choose “Prices or factors of the NHS Payment Scheme”, and read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is larger than {most} million bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is an old .xls workbook, or one locked with a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is empty, or neither a workbook nor comma-separated text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is damaged or locked with a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no .xlsx workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its sheet “{name}” is written in a way that is not read here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its parts are not those of a price list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It unpacks to far more than a price list holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has cells beyond column ZZ or row 99,999. Delete them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds a fault of its formula, such as #REF!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds a formula that was never calculated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} is missing. Put it back from a backup of the folder: without it nobody knows whose desk this is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “{header}” stands in it twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{function}” is not a treatment function code such as 330</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{function} stands in the list twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds no prices that are known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outpatient attendances by treatment function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other unit prices (tab 4b; from 2025/26 it prices cataract surgery, BZ34, which tab 1 leaves out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This price list is of {years}, not of {year}. Prices of another year are never used: choose the file of that year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of its sheets has a column “{code}” or other prices that are known in the first {most} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is more than one sheet of market forces factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reduced price of a short emergency stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trim points and long-stay payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any price of {count} HRGs, such as {such}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a true or false, not what this column holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a day or a time, not a price in pounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a price in pounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not between 0 and {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a whole number of days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is neither Yes nor No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a percentage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not between 0 and 100 per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{code}” is not a provider code such as R1H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} stands in the list twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several columns hold factors; keep the one whose year the prices are of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a factor such as 1.148886</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} stands in it twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{code}” is not a code such as RD01A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a price stands here without a code and a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment function {tfc} has no {which} {admission} price in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} is not in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} has no {admission} price in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No market forces factor of {year} is held for {provider} (years at hand: {held}). Enter the factor of that year, such as 1.148886.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its columns must be {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {number} must hold a provider code of its own, a name and a factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {number}: “{row}” is not a factor such as 1.148886.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list of factors was not taken. {what} Correct the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has the price {price} on {first} already. Days gone by keep theirs: give the new one {today} or later as its first day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs one sheet with the columns “name” and “price”; “code”, “unit”, “from”, “to”, “factor applies?” and “kind” may stand beside them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} stands in the list twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name of at most {most} letters is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a code has at most {most} letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its last day is before its first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “{column}” stands in it twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a day such as 2026-04-01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is none of {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not comma-separated text ({wrong}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of its first {most} rows has a column “{code}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds no HRG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{code}” is not an HRG code such as AA22C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} has no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{year}” is not {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two lines are called “{twice}”. Rename one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the market forces factor like 1.148886, not {mff}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number} must be an object in braces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number}: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say how the patient is admitted, such as “elective”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the factor like “1.148886”, not “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}“{name}”: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write it as text in quotation marks, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a whole number, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write true or false, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose one of {names}, not “{value}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{at}: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In sheet “{sheet}”: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{at} of sheet “{sheet}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{at}, column “{column}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cells are merged as far as row {last}; take the merging out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cell} {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row ends before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{cell}” {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This price list was not taken. {what} Correct the file, or fetch it again from its publisher; the lists already here stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file was not taken. {what}. Open it in a spreadsheet, save it without a password as .xlsx or as comma-separated text, and choose that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an estimate, not a bill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment that cannot wait will be given whether or not it is paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The final charge may differ; what is paid beyond it is paid back, with no need to ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not included: a longer stay, complications, critical care, drugs and devices priced apart, further appointments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prices are made up for demonstration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the exact code is not known yet, the total uses the middle price of the range shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A short emergency stay may cost less, where the list has a reduced price for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price marked provisional is a national average cost until a manager confirms it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price of the upfront list is an average, until the exact care is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of several procedures in one visit, only the dearest is charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This price list does not hold long-stay payments, so long stays may cost more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No HRG beginning {root} has a {admission} price in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} the {year} price list ({edition}). Check the code and how the patient is admitted, or use the trust&apos;s local price list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> named “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {year} price list{named} here that holds for this service. Years at hand: {years}. Add the trust&apos;s list for that year; prices of another year are never used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} is not in tariff year {year}. Price it with {right}, or correct the date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the tariff year as 2018/19, not “{year}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program reads contract_version {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines takes a list of at most {most} lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number} takes text as its id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: state takes one of {states}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} takes an object in braces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} takes a day as YYYY-MM-DD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} takes a list of at most {most} spans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} takes a first and a last day: {{&quot;from&quot;: &quot;2026-03-02&quot;, &quot;to&quot;: &quot;2026-03-05&quot;}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} takes a list of at most {most} changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} changes twice on {day}. Keep one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} could be mistaken for a part of line {of}. Give it another id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} has its own {name}, which a change of the case cannot alter. Put the change under the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a two-letter country code such as NO; the UK is GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of two-letter country codes such as [&quot;NO&quot;]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from {least} to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text of at most {longest_text} letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} takes {wanted}, not “{shown}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a service date from {day} on; these rules begin that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no question “{name}”. Check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least one tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>either “none of these” or other ticks, not both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least one country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} takes two days, from and to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the last day lies before the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} takes {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case falls into more than {most} parts. Send fewer or shorter lines at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} ends before it begins. Check service_date and service_date_to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} lasts more than ten years. Send it in shorter stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That file is larger than {most} MB. Scan it at 200 dots to the inch, or attach fewer pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That file has more than {most} pages. Attach those that matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked to join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigning taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup folder set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch learnt of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim packed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinical form opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Death recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debt followed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debt hold lifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debt hold placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debt list exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debt plan agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debt plan ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debt promise made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debt reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debt step taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debt undertaking signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debt withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Determined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispute settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document viewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft handed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entitlement entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envelope sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envelope spoilt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence weighed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys renewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letterhead set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment from finance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person let in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provisional confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on review list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarantine judged again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarantine looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removal approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removal declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removal proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signer confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signer proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signer withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken after all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{code}” is not the code of a country. Use two letters, such as NG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list of {trust}’s devices lies on the share already: a trust is founded once. Ask whoever holds its key file to let this machine in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists of {names} lie there. Say which trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No list of this trust’s devices lies on the share. Name the newest edition you have, or look whether this is the right share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the trust’s ODS code, such as R1H.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fingerprint is another one. Compare both once more, and take nothing in until they agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where the list of devices is: on a share, or in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day is before the first. Change one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup is made of a ward laptop: its records go to the trust sealed, and are locked here after a week away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder for backups is set. Choose one under Settings, Backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup inside the folder of the records is lost with them. Choose another disk or a folder of the share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range held {held} of {finals} time in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range held {held} of {finals} times in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the care from the list, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}, dated {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}, from a paper form received {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaving date changed: ask the clinician again. Treat as urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} (not relied on)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup in {place} yet. Make one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is no folder here. Make it first, then name it whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} cannot be written to: {reason}. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immigration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EEA and agreements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service and family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover and payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treat first: immediately necessary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treat first: urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can wait, a clinician says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgency not assessed: treat as urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clinician&apos;s form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what you find yourself first. Then the decision shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the officer should look at again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You found otherwise. Say why you agree all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No second check is waiting on this case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You made this decision. Ask another senior officer to check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the card and the treatment first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is ready to report. The Claims panel of Money says what each one lacks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end is before the start. Check both days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A treatment is reported after it was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the treatment id from the portal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has entered a card or certificate for this case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the care that was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the HRG as coded, such as HN12F, not its group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This treatment was reported already. Correct it first, then report it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case is not one to report. Look at its category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where it was read, such as “clinic letter of Dr A. Roy”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record is dated in the future. Enter the day on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clinician has answered these, and the answers stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debits and credits differ. Ask whoever looks after the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash and what came on invoices differ. Ask whoever looks after the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} is closed already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} can be closed from {day} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close {month} first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} was issued and is not on the books. Ask who looks after them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A claim comes {days} days after the letter before action at the earliest, while nothing speaks against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may not go today. Look at the account again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” can be {names}. Pick one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no country “{text}” on the list. Pick one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why the charge is not due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has proposed to credit this invoice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That month lies ahead. Choose this one or one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo sends nothing to anybody. Open your own store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No approved list waits to go out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the debts to put on the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} stays off the list. {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe contact on the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient has died</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in at this desk. Sign in first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may do a part of this only ({act}). Ask a colleague whose task it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visitor page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpreter for {language}. {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question {number}: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One person: joined to another record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people: the records are apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else of the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provisional price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which records are one person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose case it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether admitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it is finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the questions could not be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which page of the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the desk was told to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule it rests on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the review stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who works on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hospital number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UK address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postcode abroad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country of the address abroad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of death</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to contact safely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom not to speak to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name for signing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for a second check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody settled that meanwhile. Look at the case again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a few words why this side stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people worked on this case without knowing of each other. Compare both sides and choose, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That decision is not on this machine yet. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That record is not on this machine yet. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That page is not here. Open the case again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what was shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no copy of this paper to take out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That paper is not in this registration. Open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These papers are with the overseas visitor team now. Ask them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the estimate first: it holds what is charged and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An invoice is out for this case. Credit it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate or price of this case is another than when it was estimated. Make the estimate again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These days are billed already: nothing more is due for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bill up to today or an earlier day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody at that machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in your own words why you need to read this case now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role opens this case as it is. Open it from the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That access has ended. Say again why you need to read the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You opened this case yourself. Another auditor must look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name this machine, such as Ward 7 laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That list was signed with other keys than the one this machine believes. Ask the administrator which is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That list does not name this machine with its present keys. Make a new request and have it granted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what kind of document it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add at least one line to estimate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This care was decided to be free. There is nothing to price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The days of this stay are charged at more than one rate, and an estimate has one. Register the days of each rate on their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why the average cost may be billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You made this estimate. Another senior officer confirms its price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price of this estimate is provisional.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has confirmed the price of this estimate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The charging rules used here are due to be checked; the charge may change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not issued yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No officer has decided that this care is charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second person has yet to check this decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New answers came in after this decision. Ask the officer to decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole batch was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store is live: what it sends is sealed, never plain. Everything is safe here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document is relied on for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hospital’s record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The officer’s certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>charged in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force since {since}, until {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If {changes}, this care would be {outcome}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked out from: {sources}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{fact}” were {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force since {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If {changes}, this care would be {outcome}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}, seen {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{fact}” were so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{fact}” were not so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fact}: {value} ({outcome})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document is another team&apos;s. Ask a colleague there to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the name of whoever signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter who saw the name being given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the signature, or type the name instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the pad and sign once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter their email address first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email is not safe for this patient. Hand the form over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine belongs to its trust already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a reason from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the day of death, today or before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters rest for this already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters do not rest for this. Look at the case again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the whole number as it is printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This form was printed blank. Give the reference of its case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} answer kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A paper holds at most {most} pages. Attach those that matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next interim invoice of this stay is due on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interim invoices come to {billed} more than the charge. Credit the last one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That list is of {trust}; this machine is of {here}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {days} of this stay are charged. Enter the nights of these days alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate {number} was replaced by {newest}. Use that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate {number} holds a national average cost, which is provisional. A senior officer confirms it before it is billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate {number} was valid until {day}. Make the estimate again: prices or plans may have changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type at most {most:,} letters of one form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written on the form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This form has no question {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question {number} is for the overseas visitor team to key. Leave it to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the day the form came in: not ahead, and not before it was printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form is signed for a day ahead. Check the date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form says {written}, the record {recorded}. Check whose form this is. If it is {name}’s, leave this blank and put the birthday right on the patient’s page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the NHS number on record. Check whose form this is. If it is {name}’s, leave this blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is set already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not placed here. It ends when the case’s record changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter one of these kinds: {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} answers kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} left blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} kept as a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} kept as notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} for the overseas visitor team to key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form does not say how urgent the care is. Care goes ahead as urgent: ask the clinician to fill that in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the day the clinician signed the form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form ticks “None of these” and one of them too. Ask the clinician which holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the translated text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the translator’s first and last name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day of translation cannot lie ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You entered this text. Ask another administrator to approve it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text does not wait for approval any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text was withdrawn before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such text. Open the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is owed on this invoice, so there is nothing to ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This invoice is to be paid by {day}. Nothing is called late before its day is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This patient has died. The charge is the estate’s: credit the invoice, and make it out to the estate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a patient’s own debt can be reported, and this invoice is another’s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree on the plan first: its instalments are part of the letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to be paid back on this invoice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken off this invoice. Credit it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the patient is asked to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has asked yet. Write the request itself first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No officer has decided that this care is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a day to reply by that is still to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This patient has died. Write to whoever deals with the estate, and by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for at most {most} things at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing may be posted to this patient. Hand it over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This patient is reached by phone alone. Hand it over when they come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This patient is written to by post alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such paper in this case. Open the case and look for it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whether it was posted, handed over or emailed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a day from when it was written up to today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This letter goes out from the account, when it is due and nothing rests. Open the account under Money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This letter is another team&apos;s task. Ask a colleague whose it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the invoice this letter is about, by its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This record stands by itself. There is nothing to part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are one patient already. Choose two records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They have two NHS numbers. Two people are more likely than one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their dates of birth differ. Look at a paper before you join them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their genders differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the ways offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the people offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose from the formats offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the safe number in digits, such as 0113 496 0000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is for staff to look up, so it has no card for the patient. Answer it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other grounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such form was printed here. Check the code, or print the form again for the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This form is another trust’s. Send it on to them; nothing was kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a clinician’s form. A clinician or an officer keys it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a patient’s form. The desk or an officer keys it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day lies before the first. Change one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day is before the first. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider code is like R1H. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what this price is of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PIN opens this desk only within your shift. Type your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not your password. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules here were to be read again by {day}. Work goes on; every result says so. Ask your administrator for the new rule pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whose key this is, in a few words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the publisher&apos;s key. It counts already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You proposed this signer. Ask another administrator to confirm it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This signer is withdrawn already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no signer of that fingerprint here. Check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the family name as on the document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter one way to reach them: phone, email or address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an email address such as name@example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names on a passport can be cut short: check the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says {words}. Ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No country has the code {code}. Ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a few words why it is set aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such payment here. Look at the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This payment is matched already, and stays so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plan is agreed for this invoice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is owed on this invoice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a credit note. Give the invoice&apos;s number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document is a credit note or is credited already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file does not say of which year it is. Enter the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file has no prices of admitted care, so it cannot stand for its year. Take in the whole workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the list as it is printed on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who published the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list is published on a day gone by. Enter that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide prices of the trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That file is not among those put aside any more. Look at the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private, open to see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>European cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose each filter once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a filter from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card or certificate to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visitor, to speak to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free service, status to record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treated first, to follow up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose somebody of the overseas visitor team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a few words what the case waits for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits for nobody any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is late, and the questions of protection are still to ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the view a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is private. Open the case, and see its letters there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its letters rest. Open the case, and see why there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This patient has died. Write to whoever deals with the estate, from the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known to be missing. Open the case, and say what to ask for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No letter to the patient waits to be printed. Write one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked already on {day}. The answer may still come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It rests ({why}). Open the case, and write from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing may be posted to this patient. Open the case, and hand it over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This patient is reached by phone alone. Call them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of this payment went back already. Ask finance to look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This advance is deducted from an invoice. Credit the invoice first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money is received today or before. Correct the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose why the records are held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These rules do not reach back to that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {since} to {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to pay back here, or it waits already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less is to be paid back by now than was proposed. Decline it, and propose again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what the patient is here for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “not sure” or “prefers not to say”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose why the questions could not be put.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else opened this registration. Finish it, or leave it to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This registration is parked or finished. Resume it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This question is the overseas visitor team&apos;s to put, in private.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first day lies after the last. Change one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That day lies ahead. Give today or a day before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the overseas visitor team’s word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is billed for now: the overseas visitor team has something to settle first. They will say when it can go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No copy has had its time. There is nothing to remove.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You made this list. Another administrator approves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list waits for approval already. Approve or decline that first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That document is not in this case. Open the case again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the day the form was signed, as on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk has not finished this registration yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a clinician answers this. Mark it not asked, or ask for a form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clinician has answered this, and the answer stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not on the clinician&apos;s form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This money went out or came back. Give the number of the receipt it undoes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a copy of the signed form, or choose it among the copies of this case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or password is not right. Type both again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You cannot change your own roles. Ask another administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name at least one role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You cannot stop yourself. Ask another administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change your own password under “Your sign-in”, with the one you have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store has an administrator already. Sign in as that person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a sign-in name of one word, such as jpatel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a clinician&apos;s name as signed on forms, such as Dr A. Roy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last administrator. Name another one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a clinician answers this. Ask for a form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such answer on that day. Open the case again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day lies before the first. Check both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stay can last ten years here. Check both days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an emergency visit moves to a ward. Leave this empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a day of the stay for the move to a ward.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the stay first: from when to when the patient is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the same patient. Find the family member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second check: agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second check: returned with a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finance&apos;s ledger cannot read this: {field} {what}. Correct it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This form belongs to {ref}. Key it in there, or check the reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This form was printed at another desk ({device}). Key it in there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a price from 0 to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no price of {name} to end. Check the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the factor like 1.148886, not {factor}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code has at most {most} letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There were {count} wrong PINs. Type your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not your PIN. 1 try is left, then your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not your PIN. {count} tries are left, then your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pack was to be read again by {day}. Ask for a newer one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pack of version {version} is here already. A changed pack needs a version of its own: rules_version in rules/pack.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is here already: {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This signer is {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody here knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is only {state} here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pack is signed with a key that {why} ({signer}). An administrator proposes the signer and another one confirms it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pack lacks the question {question}, which the desk asks. Add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaving date must be after the arrival date, {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born {born}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passport says {printed}, and the patient who is open is {recorded}. Nothing was filled in. Check whose passport it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the person with parental responsibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shipowner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the employer of the air crew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the estate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The law makes {who} liable, not this payer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the name and address of {who}: they are liable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The books are closed up to {day}. Give this a later day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list{of} called “{name}” with other prices is here already, and estimates may rest on it. Give this one a name of its own, such as the day it was published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No list here prices {code} on {day}. Check the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a day from tomorrow to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have {most} views. Delete one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a view called {name}. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free} of this receipt is free. Enter that or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{owed} is owed on this invoice. Enter that or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ref} is held for that already. Look at the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ref} is not held for that. Look at the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other rules do not take the answer to {names}. Ask the patient again before deciding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One question is still open: {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{most} are parked already. Resume one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this file was taken in. {faults} Fetch the file again, or correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this file was taken in. {faults} {count} more. Fetch the file again, or correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no determination of {ref} here. Check the reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no report {name}. There are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another payment of a file is receipt {number} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt {number} is for {amount}, this payment for {paid}. Choose another, or set it aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} may no longer act here. Name somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a first day from {day} on; the charging rules begin that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a day of the stay after its first, up to {day}. What holds from the first day is an answer of the interview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked in at the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken up again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinician&apos;s form recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaving date changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer recorded that holds from a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family member&apos;s record linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy of a paper taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second person has looked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to finance to invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed: no other ground is claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case opened again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back before the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened in an emergency, with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency access looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies of papers removed: their time was over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed on every machine: its time was over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records held beyond their time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records no longer held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinical record read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit note issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper form printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper form keyed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper form keyed in late, after the day of care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} at {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided: {choice}. The rules said: {suggested}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided: {choice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An invoice is out for this case already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That list of devices was made with other keys. Use the key file of this trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trust’s key was changed since this key file was made. Use the newest key file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name this desk, such as Desk 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the name of the trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a phone number, such as 020 7946 0000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an email address, such as overseas@trust.uk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This proposal is for something else. Look at the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You proposed this. Ask another senior officer to approve it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has looked at this already. Look at the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what you found, in a few words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has ruled on this already. Look at the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how they are related to the patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters rest: the case is not settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its invoices are in the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An emergency access nobody has looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two machines differ: an officer chooses first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case has had its time. There is nothing to remove.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on this invoice is left to write off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another sum is left by now than was proposed. Decline it, and propose again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit is nothing or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody sets their own limit. Ask another administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print or save the sheet, then type the last four letters and digits of the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name two people: one can let the other in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passwords differ. Type both again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That picture cannot be read. Choose another, or leave it empty for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That file is no request of a device, or was altered. Make it again on the device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a code of capitals and digits, such as HUB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No list of this trust’s devices lies on the share. Put the newest one there (`recoup devices`), then run the same command again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trust has a newer key than this hub’s key file. Let the hub in again (`recoup devices let-hub-in`) and name its new file with --keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of devices does not name this hub with these keys. Let it in with `recoup devices`, then run the same command again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch is stamped such as 2026-04-15T17:05:00Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live records wait here until batches can be sealed. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That file is no list of this trust’s devices, or was altered. Take it from the administrator again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the device is for: desk, ward, officer or hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That device is on the list already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A live ledger takes sealed envelopes only. Name the hub&apos;s keys with --keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the share gave back is not what was written. Tell IT before anything is sent there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device has too few case references left to begin again from a copy. Set up a new device of the trust, and let it have these records from the share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such registration here. Search for the patient again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That passphrase does not open this folder. Type it again, or use the recovery key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You made this decision. Another senior officer must check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such emergency access. Look at the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such document here. Open the case and look for it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This laptop has been away from the finance share too long and is locked. Nothing is lost: connect it, and what is sealed goes by itself; your administrator opens it again with the recovery key and a new passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine was taken off the trust’s list of devices, and its records were removed from it. What nobody else had is kept sealed in its folder: hand the machine to your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is not locked. Open it as usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acted from the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records parted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked by PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ref} was booked as “{name}”, which is not in the list of this machine. Open it where it was begun, or bring this machine up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no folder is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how the call went.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who chose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each was said differently on two machines that did not know of each other. Neither side won by itself; both stay on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} ({who})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures of peers.csv cannot be used: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The opening questions alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document to be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The visitor page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A, lives here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B, has paid the immigration health charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C, exempt, from a European country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D, to be charged, from a European country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E, exempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F, to be charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P, not decided yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The opening questions, with nothing to follow up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the rules made of the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An officer’s decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the leaflet, the poster or a quick card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is about no case. Print it on its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of receipt {number} is free by now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the invoice, or enter its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice {number} is another patient’s. Choose one of this patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice {number} is cancelled. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is owed on invoice {number}. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{most} is on no invoice. Enter that or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{most} is owed on this invoice. Enter that or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the file where it is. Tell whoever looks after security, and find out who made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine that sent it sends it again by itself. If its records do not come, tell IT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your administrator whether that machine is to be let in. Once it is, judge the file again. If nobody knows it, tell whoever looks after security.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected after a machine was lost. If it is still in use, ask your administrator to let it in anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell IT: a machine of another trust uses this share, or this machine uses theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell IT: made-up records do not belong on a share for real ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell IT the name of the file: it was damaged, or a key here was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring Recoup on this machine up to date, then judge the file again. If it was up to date, tell whoever looks after security.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file to judge again. Write down what you found, and mark it as looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided, waits for nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address is known. Open the case, write there, and hand the letter over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was kept with it cannot be read. Another machine, or a damaged file, wrote it so: tell the publisher, and keep the file as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of this list is removed already. Another administrator approves the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back before its day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy notice given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form for the patient to fill in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter or paper went out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called, spoke with the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called, no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called, wrong number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form printed for the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form handed to the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form emailed to the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by a typed name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed on the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed on paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter or paper posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter or paper handed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter or paper emailed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter written: {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how to pay, and nothing of paying before care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter at most {most} lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may write off up to {limit}, and this is {amount}. Ask somebody whose limit reaches so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is copied elsewhere by another program. Choose one that is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written there. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name it in up to {most} letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waits to be sent is safe on this computer and goes when that is put right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence} {safe_here}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share&apos;s folder is not there. Connect the network drive, or have its address put right under Settings, Finance share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share refuses this account. Ask IT for the right to read and write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share did not take the name or the password. Enter the password again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share wants a password, and this computer has none for it. Enter it under Settings, Finance share, or give it in RECOUP_SHARE_PASSWORD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share does not offer SMB 3 with encryption and signing to a named account, so nothing was sent to it. Ask IT to switch that on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share is full. Ask IT to make room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds a file on the share open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share took too long to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share&apos;s disk cannot give a file its name safely. Ask IT for another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A different file named {name} lies on the share already and was left as it is. Ask finance to move it aside, then send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edition {number} of the list lies on the share already, made by somebody else meanwhile. Nothing was changed; do the same again, and it begins with theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use up to 12 capital letters and digits, not “{code}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A device numbers its batches from 1 to {most}. Give it a new code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share gave {name} back with other content than was written. It does not count as sent; ask IT to look at the share, then send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That device asks to join {trust}; this is {here}. Make the request again on the device, with the right trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} is the code of {name}. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trust has up to {most} devices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in up to {most} letters why it is taken off, such as lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device {code} on the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not a whole envelope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature does not fit: the file was altered, or another device made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device of this trust has the key that signed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device that sent it has been taken off the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs to another trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds made-up records, or this store does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It repeats a number that was taken with other content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not follow the one before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sealed to this machine and does not open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It unpacks to more than its header says, or than any envelope may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds another number of records than its header says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its sender may not send such records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says something else of a record than the machine that wrote it. The rest of it was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record kept on this machine cannot be read any more. Restore the last backup of its folder: what was sent since comes back by the share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, not “{url}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the share as a folder, as file:///folder or as smb://USER@SERVER/SHARE/FOLDER{shown}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name it as smb://USER@SERVER/SHARE/FOLDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how}; the port is a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the password out of the share&apos;s address: it is asked for separately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how}; write ? as %3F and # as %23</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how}, with the account to sign in as before the @</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how}; the server is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how}; the share is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how}; “{part}” names no folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {name} there, so no batch. Check folder and name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup in {folder} does not hold what its header says: {difference}. Use another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup in {folder}. Name a folder that holds {header}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup in {folder} is damaged or not one of Recoup. Use another, older or newer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for backups, {place}, is not there. Connect its disk, or choose another folder under Settings, Backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no batch {number} here. Check the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record kept on this machine cannot be read any more; nothing else is held up by it. Restore the last backup of this folder: what was sent since comes back by the share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {found}, not {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a passphrase of at least {count} characters, such as four words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no payer {ref} here. Check the reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} already holds {name}. Open it, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {name} in {folder}. Check the name of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no invoice {number} here. Check the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no estimate {number} here. Check the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Recoup and restore the last backup of this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} is damaged: part of it was altered or lost. {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} is not a Recoup database. Choose another folder, or restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key does not open {path}. Put back the key.json that belongs to it, or restore a backup of the whole folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds {folder} is full. Free some space and try again: what was saved before is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds {folder} refused to read or write. Check that it is connected and has room, then try again: what was saved before is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recoup cannot write in {folder}. Choose a folder you may write to, or ask IT for the right to write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} is not there any more, so this was not kept. Put the folder back where it was, and try again. If you cannot, write it down and tell IT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recoup is already open on the folder {folder}. Use that window, or close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} was written by a newer Recoup. Update this one, then open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no Recoup database in {folder}. Check the name of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is locked. Give its passphrase at the prompt, or set RECOUP_PASSPHRASE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real patients need protecting. Choose a passphrase for this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} is missing. Put it back from a backup of the folder: without it the database cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} is damaged or not a Recoup key file. Put it back from a backup of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The law that this was determined with cannot be read here. Ask your administrator for that rule pack, and restore the last backup if it was installed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A block must run from a number above 0 upwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers {first} to {last} overlap a block already here. Choose another block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device has used all its numbers of this kind. Do this at another desk, and ask your administrator to set up a further one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That record is not waiting for correction. Look at the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That NHS number belongs to another patient here. Open that patient, or leave the number empty and check it later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such patient here. Search again by name and date of birth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such proposal. Look at the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no receipt {number} here. Check the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R-{number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of that reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no registration {name} here. Check the reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That list is not waiting any more. Look at the screen again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} is not empty. Name a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {part} is in the way. Move it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have a view called {name}. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no such view any more. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a public Ed25519 key in PEM form. Name the .pub file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key needs its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a private Ed25519 key, or the passphrase is another one. Check both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file {path} already. Name a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That passphrase does not open this key file. Type it again, or use the recovery key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the trust’s key file, or it is damaged. Take it from its backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trust’s keys are locked. Give their passphrase at the prompt, or set RECOUP_TRUST_PASSPHRASE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a user {name}. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There were {count} wrong tries for this name. Wait five minutes, or ask your administrator for a new password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was here and was stopped. Let them in again from the list, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no user of that name here. Check the spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This ended before it was done, and nothing of it was kept. Do it once more; if it ends again, tell whoever looks after this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page does not open: work on in the others, and start Recoup again when you can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 match. Press ↓ and Enter to take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} matches. Press ↓ and Enter to take one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part does not open. Work on in the others, or try again; if it still does not, start Recoup again when you can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile: {what}. What you had typed there is gone. See how it is now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
