"""Proof: nobody is charged for want of an answer, and no payment is asked for first without a
clinician's word that the care can wait.

Over every combination of answers at once: a fact that is unknown is one of its classes, so what
holds for all combinations holds for every case with answers left out.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.residency.conditions import Truth
from app.residency.diagram import Diagram, Leaf, Node
from app.residency.epochs import Epoch
from app.residency.facts import DecidedBy
from app.residency.whole_law import MATERNITY, NON_URGENT, WholeLaw
from tests.proof.epoch_laws import EPOCHS, LAW, named, proven_before, whole

Print = Callable[[str], None]
UNKNOWN = 0  # the class of no answer comes first
HISTORY = "earlier_exemption_in_course"
each_epoch = pytest.mark.parametrize("epoch", EPOCHS, ids=named)
each_way = pytest.mark.parametrize("certified", [False, True], ids=["open", "certified"])


@pytest.mark.slow
@each_way
@each_epoch
def test_h1_no_combination_asks_for_payment_first_unless_the_care_can_wait(
    epoch: Epoch, certified: bool, proof: Print
) -> None:
    if proven_before(epoch):
        return
    law = whole(epoch, certified=certified)
    graph = law.diagram
    nowhere = graph.leaf(False)
    for node, needed in (
        (law.atom(NON_URGENT), Truth.TRUE),
        (law.freed, Truth.FALSE),
        (law.resident, Truth.FALSE),
        (law.settled, True),
    ):
        others = graph.turn(_is(needed, wanted=False), node)
        assert graph.join(_both, law.asks_first, others) is nowhere
    maternity = graph.turn(_is(Truth.TRUE, wanted=True), law.atom(MATERNITY))
    assert graph.join(_both, law.asks_first, maternity) is nowhere
    asking = graph.counts(law.asks_first).get(True, 0)
    assert (asking > 0) == (law.on >= LAW.pack.standing.payment_first_from)
    said = "certified" if certified else "open"
    proof(f"from {law.on}, {said}: {asking} combinations may ask first; 0 without “can wait”")


@pytest.mark.slow
@each_epoch
def test_h5_no_combination_is_charged_for_want_of_an_answer(epoch: Epoch, proof: Print) -> None:
    """Taking an answer back leaves each finding as it was, or undetermined.

    What comes with the booking and the history is no answer: left out, it is worked out. That
    charges nobody either, but that an empty history holds no earlier exemption.
    """
    if proven_before(epoch):
        return
    law = whole(epoch, certified=False)
    booked = {fact.name for fact in LAW.facts.all if fact.decided_by is DecidedBy.SYSTEM}
    for node in (law.freed, law.resident, law.any_exempt):
        assert set(_worst(law, node, _less_certain)) <= booked
    assert set(_worst(law, law.freed, _no_new_charge)) <= {HISTORY}
    assert set(_worst(law, law.asks_first, _no_new_demand)) <= {HISTORY}
    proof(f"from {law.on}: 0 of {law.diagram.combinations()} charged for want of an answer")


@pytest.mark.slow
@each_epoch
def test_h5_the_certificate_charges_nobody_for_want_of_a_clinicians_answer(epoch: Epoch) -> None:
    if proven_before(epoch):
        return
    law = whole(epoch, certified=True)
    lapsing = {fact.name for fact in LAW.facts.all if fact.lapses_unclaimed}
    assert set(_worst(law, law.freed, _no_new_charge)) <= {*lapsing, HISTORY}
    assert _worst(law, law.freed, _less_certain) != []  # under it, silence is "not claimed"


def _worst(law: WholeLaw, node: Node, allowed: Callable[[Leaf, Leaf], Leaf]) -> list[str]:
    """The facts of which an answer taken back does what is not allowed, in some case."""
    graph = law.diagram
    return sorted(
        {
            graph.variables[one.level].name
            for one in graph.nodes(node)
            for known in one.edges
            if not _always(graph, allowed, one.edges[UNKNOWN], known)
        }
    )


def _always(
    graph: Diagram, allowed: Callable[[Leaf, Leaf], Leaf], unknown: Node, known: Node
) -> bool:
    return graph.join(allowed, unknown, known) is graph.leaf(True)


def _less_certain(unknown: Leaf, known: Leaf) -> Leaf:
    return unknown is Truth.UNKNOWN or unknown is known


def _no_new_charge(unknown: Leaf, known: Leaf) -> Leaf:
    return unknown is not Truth.FALSE or known is Truth.FALSE


def _no_new_demand(unknown: Leaf, known: Leaf) -> Leaf:
    return unknown is not True or known is True


def _both(one: Leaf, other: Leaf) -> Leaf:
    return one is True and other is True


def _is(truth: Leaf, *, wanted: bool) -> Callable[[Leaf], Leaf]:
    return lambda found: (found is truth) is wanted
