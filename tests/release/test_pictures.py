"""The pictures of the help: those that pages name and no others, made by the script, of the network that is shipped."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

from PIL import Image

from desktop.dialogs.help_pages import PAGES, page_text
from graphdata.storage.dossiers import read_dossiers

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "resources" / "help" / "pictures"
MOST_BYTES = 2_000_000  # of all of them
SHORTEST = 25  # letters that tell a reader who sees no picture what there is to see


def facts_in(path: Path) -> dict[str, object]:
    """Return what a picture says of itself."""
    with Image.open(path) as image:
        return dict(image.info)


def named() -> list[tuple[str, str]]:
    """Return words and name of each picture on a page."""
    found = [re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", page_text(page)) for page in PAGES]
    return [each for pictures in found for each in pictures]


def test_pictures_are_those_that_pages_name_light_and_dark(script: ModuleType) -> None:
    """None is missing, none is left over, and the script makes every one."""
    names = {Path(target).stem for _, target in named()}
    assert {target for _, target in named()} == {f"pictures/{name}.png" for name in names}
    assert set(script.PICTURES) == names
    assert {path.name for path in PICTURES.iterdir()} == {f"{n}{dark}.png" for n in names for dark in ("", "-dark")}


def test_pictures_say_in_words_what_they_show() -> None:
    """Each has an alternative text of some length, and no picture has that of another."""
    assert all(len(words) >= SHORTEST for words, _ in named())
    assert len({words for words, _ in named()}) >= len({target for _, target in named()})


def test_pictures_are_of_the_network_that_is_shipped() -> None:
    """The digest in each is that of the network; otherwise run packaging/screenshots.py."""
    digest = read_dossiers(ROOT / "resources/networks/russia-iran").digest
    assert {facts_in(path).get("network") for path in PICTURES.iterdir()} == {digest}


def test_pictures_are_small_and_tell_nothing_else() -> None:
    """All of them weigh little, and hold no fact but the digest."""
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) <= MOST_BYTES
    assert all(set(facts_in(path)) <= {"network", "dpi"} for path in PICTURES.iterdir())
