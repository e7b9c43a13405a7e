"""What a machine asks with to be let into its trust: its code, a name, and its public keys."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import BadInput, Known
from app.core.wording import Phrase
from app.spool.keys import PrivateKeys, PublicKeys
from app.spool.shapes import CODE, code
from app.spool.signed_file import VERSION, body_of, is_signed_by, public_key, signed

FORM = "recoup-device-request"
LARGEST_REQUEST = 16 * 1024
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Request:
    """What a new device asks with: its code, a name for people, and its public keys."""

    trust: str
    code: str
    name: str
    keys: PublicKeys

    def to_bytes(self, own: PrivateKeys) -> bytes:
        """The request file, signed by the device itself: it holds the key it asks for."""
        body = {
            "format": FORM,
            "version": VERSION,
            "trust": self.trust,
            "code": self.code,
            "name": self.name,
            "verify": self.keys.verify.hex(),
            "seal": self.keys.seal.hex(),
        }
        return signed(body, own.sign)


def hub_request(trust: str, code: str, name: str, public: PublicKeys) -> Request:
    """What finance's side is let in with, which makes no file; raises BadInput for code or name."""
    if not CODE.fullmatch(code):
        raise BadInput("bad_code", "Name a code of capitals and digits, such as HUB.", "code")
    named = name.strip()
    if not 1 <= len(named) <= LONGEST_NAME:
        raise BadInput(
            "no_name", Phrase("Name it in up to {most} letters.", most=LONGEST_NAME), "name"
        )
    return Request(trust, code, named, public)


def read_request(data: bytes) -> Request:
    """A device's request file; raises Known `bad_request`."""
    try:
        body = body_of(data, LARGEST_REQUEST, FORM)
        name = str(body["name"]).strip()
        if not 1 <= len(name) <= LONGEST_NAME:
            raise ValueError("a device has a name")
        request = Request(
            trust=code(body["trust"]),
            code=code(body["code"]),
            name=name,
            keys=PublicKeys(public_key(body["verify"]), public_key(body["seal"])),
        )
        sound = is_signed_by(data, request.keys.verify)
    except (ValueError, KeyError, TypeError):
        raise _bad_request() from None
    if not sound:
        raise _bad_request()
    return request


def _bad_request() -> Known:
    return Known(
        "bad_request",
        "That file is no request of a device, or was altered. Make it again on the device.",
        "request",
    )
