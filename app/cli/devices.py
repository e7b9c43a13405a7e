"""`recoup devices`: which machines belong to the trust, and by which keys."""

from __future__ import annotations

from app.cli import devices_machine, devices_trust
from app.cli.frame import Subcommands, command

_DEVICES = """A trust has one signed list of its machines. What travels over the share is sealed
to the machines on it, and what a machine sends counts only while it is on it. Whoever holds the
trust's key file keeps the list: it is made once (found), machines ask (request), are let in (grant)
and take the list home (join).

input: ACT and what it names; each act says its own: recoup devices ACT --help. The passphrase of
  the trust's key file comes from RECOUP_TRUST_PASSPHRASE, else from a prompt; the recovery key of
  its printed sheet does as well.

output: one JSON object of the act. Fingerprints, in groups of four, are for two people to
  compare by telephone."""


def register(commands: Subcommands) -> None:
    """Add `devices`."""
    devices = command(
        commands,
        "devices",
        None,
        purpose="Found the trust's list of machines, let them in, take them off, change keys.",
        manual=_DEVICES,
        example="recoup devices list --share /mnt/finance",
    )
    acts = devices.add_subparsers(metavar="ACT", title="acts", required=True)
    devices_trust.register(acts)
    devices_machine.register(acts)
