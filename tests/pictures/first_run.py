"""Every step of the set-up in every look.

python -m tests.pictures.first_run /tmp/pictures [light|dark|contrast] [100|200|1024]
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt

from tests.pictures.looks import asked_for, looks
from tests.ui.first_run_window import PEOPLE, FirstRunWindow


def main(folder: Path, wanted: tuple[str, ...]) -> None:
    """Write every picture of the schemes and sizes wanted; with none named, all."""
    for look in looks(folder, wanted):
        with tempfile.TemporaryDirectory() as place:
            room = FirstRunWindow(Path(place))
            room.shell.resize(look.width, look.height)
            room.show()
            look.shoot(room.shell, _walk(room), folder)
            room.close()


def _walk(room: FirstRunWindow) -> Iterator[str]:
    yield "first-run-1"
    room.choose_live()
    yield "first-run-2"
    room.go_on()
    yield "first-run-2-problem"
    room.fill(trust_name="Northmoor General", provider_code="R1H", desk="Desk 3", device="D07")
    room.go_on()
    yield "first-run-3"
    room.fill(passphrase="four very quiet words", passphrase_again="four very quiet words")
    room.go_on()
    yield "first-run-4"
    room.type_the_key_back()
    room.go_on()
    yield "first-run-5"
    room.fill(**PEOPLE)
    room.go_on()
    yield "first-run-6"
    room.fill(share=str(room.folder / "share"))
    room.try_share()
    yield "first-run-6-tried"
    room.go_on()
    yield "first-run-7"
    room.choose(1)
    yield "first-run-7-ask"
    room.press(Qt.Key.Key_Up)
    room.press(Qt.Key.Key_Space)
    words = "four quiet words here"
    room.fill(trust_passphrase=words, trust_passphrase_again=words, trust_keys="")
    room.go_on()
    yield "first-run-7-problem"
    room.fill(trust_keys=str(room.folder / "trust.keys"))
    room.go_on()
    yield "first-run-7-key"
    room.fill(trust_recovery_again=room.trust_key()[-4:])
    room.go_on()
    yield "first-run-8"
    room.go_on()
    yield "first-run-9"


if __name__ == "__main__":
    main(*asked_for(__doc__))
