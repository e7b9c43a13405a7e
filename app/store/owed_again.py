"""Which records another officer's machine is still to be sent, since it joined after them."""

from __future__ import annotations

from collections.abc import Sequence

from app.replica.record import Dot
from app.store import meta
from app.store.database import Database
from app.store.outgoing import Armful, armful

_IS_MET = "SELECT 1 FROM served_again WHERE key_print = ?"
_MEET = "INSERT INTO served_again (key_print, at) VALUES (?, ?)"
_OWE_ALL = """
    INSERT OR IGNORE INTO owed_again (key_print, actor, number)
    SELECT ?, actor, number FROM journal"""
_OWE = "INSERT OR IGNORE INTO owed_again (key_print, actor, number) VALUES (?, ?, ?)"
_OWE_OF = """
    INSERT OR IGNORE INTO owed_again (key_print, actor, number)
    SELECT ?1, actor, number FROM journal
    WHERE actor IN (SELECT actor FROM envelopes_in WHERE device = ?2)"""
_HANDED_ON = "handed_on {gone} {key_print}"
_OWE_EVERYBODY = """
    INSERT OR IGNORE INTO owed_again (key_print, actor, number)
    SELECT key_print, ?1, ?2 FROM served_again
    WHERE EXISTS (SELECT 1 FROM journal WHERE actor = ?1 AND number = ?2)"""
_NEXT = """
    SELECT o.actor, o.number, j.body FROM owed_again o JOIN journal j USING (actor, number)
    WHERE o.key_print = ? ORDER BY o.actor, o.number"""
_CLEAR = "DELETE FROM owed_again WHERE key_print = ? AND actor = ? AND number = ?"


def meet(db: Database, key_print: str, at: str) -> None:
    """A machine is met for the first time: all that is kept by now is owed to it."""
    if db.first(_IS_MET, (key_print,)) is None:
        db.execute(_MEET, (key_print, at))
        db.execute(_OWE_ALL, (key_print,))


def owe(db: Database, key_print: str, dots: Sequence[Dot]) -> None:
    """Records that came sealed to others; who was never met is owed all anyway."""
    if db.first(_IS_MET, (key_print,)) is not None:
        db.execute_many(_OWE, [(key_print, *dot) for dot in dots])


def owe_of_gone(db: Database, key_print: str, device: str, *, gone: str) -> None:
    """What a machine sent before it was taken off, once: nobody takes it from there any more.

    `gone` names the keys it had. The caller owns the transaction.
    """
    handed_on = _HANDED_ON.format(gone=gone, key_print=key_print)
    if meta.get(db, handed_on) is None:
        meta.put(db, handed_on, device)
        db.execute(_OWE_OF, (key_print, device))


def owe_everybody(db: Database, dots: Sequence[Dot]) -> None:
    """Records that somebody may have been told falsely, to all who were ever sent some again."""
    db.execute_many(_OWE_EVERYBODY, dots)


def next_owed(db: Database, key_print: str) -> Armful[Dot]:
    """The next records owed, in order, as many as an envelope holds.

    Those that cannot be read here stay owed.
    """
    return armful(
        lambda: (((actor, number), body) for actor, number, body in db.each(_NEXT, (key_print,)))
    )


def clear(db: Database, key_print: str, sealed: Sequence[Dot]) -> None:
    """These are in an envelope now."""
    db.execute_many(_CLEAR, [(key_print, *dot) for dot in sealed])
