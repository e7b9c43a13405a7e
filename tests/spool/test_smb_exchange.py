"""A whole exchange over a real server: batches there, taken in, answered, the answers read."""

from __future__ import annotations

from app.hub.ledger import Ledger
from app.spool.acknowledgement import Status
from app.spool.intake import Outcome, intake
from app.spool.outbound import read_answers, send
from app.spool.share import FolderShare, open_share
from tests.spool.made import Sender, clock
from tests.spool.means import means
from tests.spool.samba import Samba


def test_batches_sent_over_smb_are_taken_in_and_answered_over_smb(
    samba: Samba, ledger: Ledger
) -> None:
    share = open_share(samba.address(), means())
    sender = Sender()
    batches = [sender.usual(number) for number in range(1, 4)]
    for batch in batches:
        send(batch, share)
        send(batch, share)
    report = intake(share, ledger, clock())
    assert [taken.outcome for taken in report.taken] == [Outcome.ACCEPTED] * 3
    again = intake(share, ledger, clock())
    assert [taken.outcome for taken in again.taken] == [Outcome.DUPLICATE] * 3
    answers = read_answers(share, provider="R1H", device="D07")
    assert [answer.status for answer in answers.found] == [Status.ACCEPTED] * 3
    assert answers.unreadable == ()


def test_finance_reads_from_its_folder_what_desks_wrote_to_the_server(
    samba: Samba, ledger: Ledger
) -> None:
    """The usual trust: laptops over the network, the ledger on the file server's own disk."""
    share = open_share(samba.address(), means())
    send(Sender().usual(1), share)
    report = intake(FolderShare(samba.folder), ledger, clock())
    assert [taken.outcome for taken in report.taken] == [Outcome.ACCEPTED]
    (answer,) = read_answers(share, provider="R1H", device="D07").found
    assert answer.status is Status.ACCEPTED
