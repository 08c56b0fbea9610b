"""The style sheet has both themes, print is light, and the marking is on every printed page."""

from __future__ import annotations

from graphdata.export.page import Looks
from graphdata.export.page.looks import style_sheet


def test_both_themes_are_there(looks: Looks) -> None:
    sheet = style_sheet(*looks, "TLP:GREEN")
    light, _, rest = sheet.partition("\n")
    assert f"--arms:{looks.light.domain('arms')}" in light
    assert rest.count(f"--arms:{looks.dark.domain('arms')}") == 2
    assert all(line.startswith("@media screen") for line in rest.splitlines()[:2])


def test_a_marking_cannot_leave_its_string(looks: Looks) -> None:
    sheet = style_sheet(*looks, '"}</style><script>')
    assert "</style" not in sheet
    assert "\\22 \\7d \\3c " in sheet


def test_it_asks_for_nothing(looks: Looks) -> None:
    sheet = style_sheet(*looks, "TLP:CLEAR")
    assert not [word for word in ("url(", "@import", "http") if word in sheet]
