"""What differs between two views of the law: added, removed, and changed field by field."""

from __future__ import annotations

from typing import Any

from app.library.in_force import Entry, View


def differences(before: View, after: View) -> dict[str, list[dict[str, Any]]]:
    """Every entry that only one of them has, and every field that differs in both."""
    added, removed, changed = [], [], []
    for kind in dict.fromkeys([*before, *after]):
        old, new = before.get(kind, {}), after.get(kind, {})
        added += [_named(kind, entry) for code, entry in new.items() if code not in old]
        removed += [_named(kind, entry) for code, entry in old.items() if code not in new]
        for code, entry in new.items():
            if code in old and old[code] != entry:
                changed.append({**_named(kind, entry), "fields": _fields(old[code], entry)})
    return {"added": added, "removed": removed, "changed": changed}


def _named(kind: str, entry: Entry) -> dict[str, Any]:
    label = entry.get("label") or entry.get("name") or entry.get("text") or ""
    return {"kind": kind, "code": entry["code"], "label": label}


def _fields(old: Entry, new: Entry) -> list[dict[str, Any]]:
    return [
        {"field": name, "from": old.get(name), "to": new.get(name)}
        for name in dict.fromkeys([*old, *new])
        if old.get(name) != new.get(name)
    ]
