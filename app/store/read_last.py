"""Records of the journal that were written or read last, kept as read.

What people worked on here is looked at again as soon as work of others on the same comes. They are
kept for as long as their store is open.
"""

from __future__ import annotations

from collections import OrderedDict
from weakref import WeakKeyDictionary

from app.replica.record import Record
from app.store.bodies import require_sound, unpacked_record
from app.store.database import Database

_READ_LAST, _SMALL = 512, 2048  # so many, and of those alone that are no larger in bytes as kept


class ReadLast:
    """Records by their bytes as kept, those least lately asked for given up first."""

    def __init__(self) -> None:
        """Begin with none."""
        self._records: OrderedDict[bytes, Record] = OrderedDict()

    def keep(self, kept: bytes, record: Record) -> None:
        """Keep a record that was written or read."""
        if len(kept) <= _SMALL:
            self._records[kept] = record
            if len(self._records) > _READ_LAST:
                self._records.popitem(last=False)

    def read(self, kept: bytes) -> Record:
        """A record from its bytes as kept; raises DamagedRecord where they cannot be read."""
        record = self._records.get(kept)
        if record is None:
            record = unpacked_record(kept)
            self.keep(kept, record)
        else:
            self._records.move_to_end(kept)
        return record

    def require_sound(self, kept: bytes) -> None:
        """Raise DamagedRecord where a record cannot be read; nothing is made of what it says."""
        if kept not in self._records:
            require_sound(kept)


_read_last: WeakKeyDictionary[Database, ReadLast] = WeakKeyDictionary()


def reader(db: Database) -> ReadLast:
    """What was read last of a store."""
    if db not in _read_last:
        _read_last[db] = ReadLast()
    return _read_last[db]
