"""Swatches are drawn from the theme in force and stay what they are where a row is selected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication

from desktop import assets
from desktop.panels.swatches import actor_icon, domain_icon, fold_icon, theme_in_force
from graphdata.vocabulary import ACTOR_KINDS, DOMAINS


def picture(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return icon.pixmap(QSize(16, 16), 1.0, mode).toImage()


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_domain_has_its_colour_in_the_middle(qapp: QApplication, domain: str) -> None:  # noqa: ARG001
    found = picture(domain_icon(domain)).pixelColor(8, 8)
    assert found.name().upper() == theme_in_force().domain(domain)


def test_every_domain_and_kind_looks_different(qapp: QApplication) -> None:  # noqa: ARG001
    icons = [domain_icon(domain) for domain in DOMAINS] + [actor_icon(kind) for kind in ACTOR_KINDS]
    assert len({bytes(picture(icon).constBits()) for icon in icons}) == len(icons)


def test_selection_does_not_tint_a_domain(qapp: QApplication) -> None:  # noqa: ARG001
    icon = domain_icon("arms")
    assert picture(icon) == picture(icon, QIcon.Mode.Selected)


def test_a_folded_heading_points_to_where_one_reads(qapp: QApplication) -> None:  # noqa: ARG001
    arrows = [picture(fold_icon(is_open=False, mirrored=mirrored)) for mirrored in (False, True)]
    assert [bool(arrow.pixelColor(11, 8).alpha()) for arrow in arrows] == [True, False]
    assert [bool(arrow.pixelColor(4, 8).alpha()) for arrow in arrows] == [False, True]


def test_an_open_heading_points_down(qapp: QApplication) -> None:  # noqa: ARG001
    arrow = picture(fold_icon(is_open=True, mirrored=True))
    assert (bool(arrow.pixelColor(8, 11).alpha()), bool(arrow.pixelColor(8, 4).alpha())) == (True, False)


def test_a_dark_window_has_the_dark_theme(qapp: QApplication) -> None:
    before = qapp.palette()
    palette = QPalette(before)
    palette.setColor(QPalette.ColorRole.Base, QColor("#102030"))
    qapp.setPalette(palette)
    found = theme_in_force()
    qapp.setPalette(before)
    assert found == assets.theme("dark")
