"""An option that would do nothing is refused, a ceiling above all."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.command_line import command_parser, main
from desktop.options_in_force import OF_A_VIEW, OF_ONE_FILE, OF_SLIDES, OptionError, ensure_in_force


def test_the_values_of_options_that_are_not_given_are_known() -> None:
    plain = command_parser().parse_args(["export", "n", "a.png"])
    for usual in (OF_A_VIEW, OF_SLIDES, OF_ONE_FILE):
        assert {name: getattr(plain, name) for name in usual} == usual
    ensure_in_force(plain)


@pytest.mark.parametrize(
    ("out", "options", "named"),
    [
        (
            "a.png",
            ["--views", "v", "--ceiling", "TLP:GREEN", "--from", "2024"],
            "Not beside --views, since each view has its own: --from, --ceiling",
        ),
        ("a.pptx", ["--views", "v", "--domain", "arms"], "Not beside --views, .*: --domain"),
        ("a.docx", ["--views", "v", "--marking", "TLP:RED"], "Not beside --views, .*: --marking"),
        ("a.svg", ["--build", "domain"], "For slides alone: --build"),
        ("a.pdf", ["--deck", "ego", "--template", "t.pptx"], "For slides alone: --deck, --template"),
    ],
)
def test_what_would_do_nothing_is_refused(out: str, options: list[str], named: str) -> None:
    with pytest.raises(OptionError, match=f"^{named}"):
        ensure_in_force(command_parser().parse_args(["export", "n", out, *options]))


@pytest.mark.parametrize(
    "words",
    [["a.pptx", "--views", "v", "--marking", "TLP:RED", "--build", "domain"], ["a.png", "--ceiling", "TLP:RED"]],
)
def test_what_does_something_is_taken(words: list[str]) -> None:
    ensure_in_force(command_parser().parse_args(["export", "n", *words]))


def test_nothing_is_written_then(tmp_path: Path, pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(pack), str(tmp_path / "a.png"), "--deck", "matrix"]) == 1
    assert "For slides alone: --deck" in capsys.readouterr().err
    assert not (tmp_path / "a.png").exists()
