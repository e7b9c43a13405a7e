"""What an administrator sets of the trust: it holds for the next letter and the next start."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from app.core.errors import BadInput, Known
from app.documents.logo import LARGEST_FILE, clean_logo
from app.library.site import TRUST_FILE, read_trust
from app.services import registration, trust_settings
from app.services.desk import Desk
from app.services.trust_settings import LetterheadForm
from app.store import audit, registrations
from tests.desks import TRUST, add_visitor, sign_in

FORM = LetterheadForm(
    name="Northmoor Made-up Hospitals",
    address_lines=("2 New Road", "", "  Leeds  "),
    phone="0113 496 0000",
    email="overseas@northmoor.example",
    payment_details=("Card by phone on 0113 496 0001",),
)


def picture(kind: str = "PNG", size: tuple[int, int] = (3000, 500), mode: str = "RGBA") -> bytes:
    made = BytesIO()
    Image.new(mode, size, "navy").save(made, kind)
    return made.getvalue()


@pytest.fixture
def admin(desk: Desk) -> Desk:
    sign_in(desk, "admin")
    return desk


def text_of(pdf: bytes) -> str:
    return str(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range())


def test_a_letterhead_holds_at_once_and_at_the_next_start(admin: Desk) -> None:
    trust_settings.set_letterhead(admin, FORM)
    assert admin.trust.name == FORM.name
    kept, place = read_trust(admin.db.path.parent)
    assert kept == admin.trust
    assert kept.address_lines == ("2 New Road", "Leeds")
    assert (kept.provider_code, kept.market_forces_factor) == ("R1H", TRUST.market_forces_factor)
    assert place == "Desk 3"
    (line,) = audit.latest(admin.db, limit=1)
    assert line.happening.act == "letterhead_set"
    assert line.happening.detail["name"] == [TRUST.name, FORM.name]
    assert "share" not in line.happening.detail


def test_the_page_shows_what_is_about_to_be_and_keeps_nothing(admin: Desk) -> None:
    page = text_of(trust_settings.letterhead_page(admin, FORM))
    assert FORM.name in page
    assert "Your trust’s logo" in page
    assert "Card by phone" in page
    assert admin.trust.name == TRUST.name
    assert TRUST.name in text_of(trust_settings.letterhead_page(admin))


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (replace(FORM, name="  "), "name"),
        (replace(FORM, phone="ask Ada"), "phone"),
        (replace(FORM, email="nobody"), "email"),
        (replace(FORM, address_lines=("a",) * 7), "address_lines"),
        (replace(FORM, address_lines=("a" * 200,)), "address_lines"),
        (replace(FORM, payment_details=("Pay a deposit",)), "payment_details"),
    ],
)
def test_a_letterhead_that_cannot_be_is_refused_and_changes_nothing(
    admin: Desk, form: LetterheadForm, field: str
) -> None:
    for act in (trust_settings.set_letterhead, trust_settings.letterhead_page):
        with pytest.raises(BadInput) as refused:
            act(admin, form)
        assert refused.value.field == field
    assert admin.trust.name == TRUST.name
    assert read_trust(admin.db.path.parent)[0].name == TRUST.name


def test_h1_a_letterhead_never_asks_for_payment_before_care(admin: Desk) -> None:
    wrong = replace(FORM, payment_details=("Card, before your treatment",))
    with pytest.raises(BadInput, match="nothing of paying before care"):
        trust_settings.set_letterhead(admin, wrong)


def test_a_file_that_cannot_be_written_changes_nothing(
    admin: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    lines = len(audit.latest(admin.db, limit=1000))
    with pytest.raises(Known, match="Nothing was changed") as refused:
        trust_settings.set_letterhead(admin, FORM)
    assert refused.value.code == "unwritable"
    assert admin.trust.name == TRUST.name
    assert len(audit.latest(admin.db, limit=1000)) == lines
    assert not list(admin.db.path.parent.glob(f"{TRUST_FILE}.part"))


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGBA"), ("JPEG", "RGB"), ("PNG", "P")])
def test_a_logo_is_drawn_anew_and_printed_on_letters(admin: Desk, kind: str, mode: str) -> None:
    kept = trust_settings.set_logo(admin, picture(kind, mode=mode))
    assert kept is not None
    with Image.open(BytesIO(kept)) as drawn:
        assert (drawn.format, drawn.mode) == ("PNG", "RGB")
        assert drawn.width <= 1228
        assert drawn.height <= 472
    assert "Your trust’s logo" not in text_of(trust_settings.letterhead_page(admin))
    assert trust_settings.logo(admin) == kept
    trust_settings.set_logo(admin, None)
    assert trust_settings.logo(admin) is None
    assert "Your trust’s logo" in text_of(trust_settings.letterhead_page(admin))


def test_nothing_else_of_the_picture_file_comes_along() -> None:
    canary = "Canaryword of the photographer"
    made = BytesIO()
    shot = Image.new("RGB", (200, 80), "white")
    exif = Image.Exif()
    exif[0x010E] = canary
    shot.save(made, "JPEG", exif=exif)
    assert canary.encode() in made.getvalue()
    assert canary.encode() not in clean_logo(made.getvalue())


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"GIF89a",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x89PNG\r\n\x1a\n" + b"0" * 40,
        picture()[:200],
        b"%PDF-1.7",
        b"x" * (LARGEST_FILE + 1),
        picture(size=(9000, 9000), mode="1"),
    ],
)
def test_what_is_no_picture_is_refused_in_words(admin: Desk, file: bytes) -> None:
    with pytest.raises(BadInput) as refused:
        trust_settings.set_logo(admin, file)
    assert (refused.value.code, refused.value.field) == ("bad_logo", "logo")
    assert trust_settings.logo(admin) is None


def test_a_new_registration_bears_this_desk_and_its_site(admin: Desk) -> None:
    with pytest.raises(BadInput):
        trust_settings.set_place(admin, place=" ", site="")
    trust_settings.set_place(admin, place="Desk 9", site="St Anne's, main hall")
    assert read_trust(admin.db.path.parent)[1] == "Desk 9"
    sign_in(admin, "clerk")
    patient = add_visitor(admin)
    begun = registration.begin(admin, patient.patient_id, "outpatient").registration_id
    row = registrations.get(admin.db, begun)
    assert (row.desk, row.site) == ("Desk 9", "St Anne's, main hall")


def test_a_share_is_a_folder_or_none(admin: Desk) -> None:
    with pytest.raises(BadInput):
        trust_settings.set_share(admin, "https://example.org/share")
    trust_settings.set_share(admin, "/mnt/finance")
    assert read_trust(admin.db.path.parent)[0].share == "/mnt/finance"
    trust_settings.set_share(admin, "")
    assert admin.trust.share == ""
