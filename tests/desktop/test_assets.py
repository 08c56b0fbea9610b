"""What is shipped lies where the program looks for it."""

from __future__ import annotations

import pytest

from desktop import assets
from graphdata.style import GLYPHS, SHAPES


def test_shipped_files_are_there() -> None:
    files = [
        *assets.font_files(),
        assets.icon(),
        assets.licences() / "GNU LGPL 3.txt",
        assets.shipped_dossiers() / "network.toml",
    ]
    assert [file.name for file in files if not file.is_file()] == []
    assert assets.shipped_network().exists()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_theme_colours_every_domain_and_kind_of_actor(name: str) -> None:
    theme = assets.theme(name)
    assert (theme.name, theme.dark) == (name, name == "dark")
    assert set(theme.domains) == set(GLYPHS)
    assert set(theme.nodes) == set(SHAPES)


def test_a_theme_is_read_once() -> None:
    assert assets.theme("light") is assets.theme("light")


def test_a_theme_that_is_not_shipped_is_told() -> None:
    with pytest.raises(FileNotFoundError, match=r"pink\.toml"):
        assets.theme("pink")


def test_a_pack_is_opened_before_the_dossiers(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "root", lambda: tmp_path)
    assert assets.shipped_network("n").name == "n"
    (assets.root() / "networks").mkdir()
    (assets.root() / "networks" / "n.ententepack").touch()
    assert assets.shipped_network("n").name == "n.ententepack"
    assert assets.shipped_dossiers("n").name == "n"


def test_qt_lies_where_it_is_said_to_lie() -> None:
    """Both folders that are replaced together."""
    assert (assets.qt_folder() / "PySide6").is_dir()
    assert (assets.qt_folder() / "shiboken6").is_dir()
