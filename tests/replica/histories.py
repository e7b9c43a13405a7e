"""Made-up histories: machines that write, meet and miss each other, with clocks that lie."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from app.replica.record import Dot, Record, Scalar, Subject

ACTORS = tuple(f"{number:016x}" for number in range(1, 6))
CELLS = ("review", "assigned_to", "due_on")
VALUES: tuple[Scalar, ...] = ("", "waiting", "decided", "m.adeyemi", None, 7)
TAKES_OUT = {"image_removals": "document_pages"}
CASE = Record(actor=ACTORS[0], number=1, stamp=1, subject=Subject.CASE, about="case", schema=26)
COPY = Record(  # of a paper, with one page
    actor=ACTORS[0],
    number=1,
    stamp=1,
    subject=Subject.DOCUMENT,
    about="i-1",
    schema=26,
    rows={"document_images": (("i-1",),), "document_pages": (("i-1", 1, "ff"),)},
)


class Machine:
    """One machine's copy of one case: what it has, and what it writes next."""

    def __init__(self, actor: str, skew: int) -> None:
        self.actor = actor
        self.skew = skew
        self.known: dict[Dot, Record] = {}
        self._written = 0

    def write(self, now: int, *, cells: dict[str, Scalar], rows: int, gone: bool = False) -> Record:
        """Add a record over everything this machine has seen."""
        self._written += 1
        covered = {dot for record in self.known.values() for dot in record.after}
        seen = [record.stamp for record in self.known.values()]
        record = replace(
            CASE,
            actor=self.actor,
            number=self._written,
            stamp=max([now + self.skew, *(stamp + 1 for stamp in seen)]),
            after=tuple(sorted(dot for dot in self.known if dot not in covered)),
            rows={"decisions": tuple((self._written, one) for one in range(rows))} if rows else {},
            cells={"registrations": cells} if cells else {},
            gone=gone,
        )
        self.known[record.dot] = record
        return record

    def meet(self, other: Machine) -> None:
        """Take in all the other has."""
        self.known.update(other.known)


_STEP = st.one_of(
    st.tuples(
        st.just("write"),
        st.integers(0, len(ACTORS) - 1),
        st.dictionaries(st.sampled_from(CELLS), st.sampled_from(VALUES), max_size=2),
        st.integers(0, 2),
    ),
    st.tuples(
        st.just("meet"),
        st.integers(0, len(ACTORS) - 1),
        st.integers(0, len(ACTORS) - 1),
        st.just(0),
    ),
    st.tuples(st.just("gone"), st.integers(0, len(ACTORS) - 1), st.just(0), st.just(0)),
)


@st.composite
def histories(draw: st.DrawFn, *, ends: bool = False, begun: bool = False) -> list[Record]:
    """All records of a case that up to five machines wrote; with `ends`, some take it away.

    With `begun` the first of them wrote one before, and all had it.
    """
    skews = draw(st.lists(st.integers(0, 10**9), min_size=len(ACTORS), max_size=len(ACTORS)))
    machines = [Machine(actor, skew) for actor, skew in zip(ACTORS, skews, strict=True)]
    if begun:
        said = {cell: draw(st.sampled_from(VALUES)) for cell in CELLS}
        first = machines[0].write(-1, cells=said, rows=draw(st.integers(0, 1)))
        for machine in machines[1:]:
            machine.known[first.dot] = first
    for now, (act, one, other, rows) in enumerate(draw(st.lists(_STEP, min_size=1, max_size=25))):
        if act == "meet" and isinstance(other, int):
            machines[one].meet(machines[other])
        elif act == "write" and isinstance(other, dict):
            machines[one].write(now, cells=other, rows=rows)
        elif ends and act == "gone":
            machines[one].write(now, cells={}, rows=0, gone=True)
    return list({dot: record for m in machines for dot, record in m.known.items()}.values())
