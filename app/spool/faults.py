"""Why the share could not be used: a few named conditions, each a sentence that says what to do.

Whatever a disk, a network or a server answers becomes one of these; the records wait meanwhile.
"""

from __future__ import annotations

from app.core.errors import Known
from app.core.wording import Phrase

_SAFE_HERE = Phrase(
    "What waits to be sent is safe on this computer and goes when that is put right."
)


class ShareFault(Known):
    """The share could not be used just now; nothing was lost and the same act may be repeated."""

    code_word = "share_unavailable"
    sentence = Phrase("The share did not answer.")

    def __init__(self) -> None:
        words = Phrase("{sentence} {safe_here}", sentence=self.sentence, safe_here=_SAFE_HERE)
        super().__init__(self.code_word, words, "share")


class ShareUnavailable(ShareFault):
    """Not there, not connected, or gone in the middle."""


class ShareMissing(ShareUnavailable):
    """What carries it answers, and has no such folder: a wrong address, or a drive not connected.

    The code stays that of a share that is away: whoever waits for it waits for both alike.
    """

    sentence = Phrase(
        "The share's folder is not there. Connect the network drive, or have its address put "
        "right under Settings, Finance share."
    )


class ShareDenied(ShareFault):
    """It answers, and refuses."""

    code_word = "share_denied"
    sentence = Phrase(
        "The share refuses this account. Ask IT for the right to read and write there."
    )


class ShareSignIn(ShareFault):
    """The server does not take this name with this password.

    Repeating it soon can lock the account: see `app.spool.backoff`.
    """

    code_word = "share_sign_in"
    sentence = Phrase("The share did not take the name or the password. Enter the password again.")


class SharePassword(ShareFault):
    """Nobody has said the password of the account yet."""

    code_word = "share_password"
    sentence = Phrase(
        "The share wants a password, and this computer has none for it. Enter it under "
        "Settings, Finance share, or give it in RECOUP_SHARE_PASSWORD."
    )


class ShareUnprotected(ShareFault):
    """The server would talk without encryption, without signing, or to a guest."""

    code_word = "share_unprotected"
    sentence = Phrase(
        "The share does not offer SMB 3 with encryption and signing to a named account, so "
        "nothing was sent to it. Ask IT to switch that on."
    )


class ShareFull(ShareFault):
    """No room left on it."""

    code_word = "share_full"
    sentence = Phrase("The share is full. Ask IT to make room.")


class ShareBusy(ShareFault):
    """Another program holds the file."""

    code_word = "share_busy"
    sentence = Phrase("Another program holds a file on the share open.")


class ShareTimeout(ShareFault):
    """It took longer than the system, or Recoup, waits."""

    code_word = "share_timeout"
    sentence = Phrase("The share took too long to answer.")


class ShareUnfit(ShareFault):
    """A file system without hard links cannot keep one file from replacing another."""

    code_word = "share_unfit"
    sentence = Phrase(
        "The share's disk cannot give a file its name safely. Ask IT for another folder."
    )


class AlreadyThere(Known):
    """Another file has the name. It was not touched."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "already_there",
            Phrase(
                "A different file named {name} lies on the share already and was left as it is. "
                "Ask finance to move it aside, then send again.",
                name=name,
            ),
            "share",
        )
