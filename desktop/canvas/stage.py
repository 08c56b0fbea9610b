"""What stands behind the map: a scene of some hundred marks composed whole, or a crowd of which a part is in sight.

The widget knows this interface alone. Composing yields between steps of some milliseconds, so that it can be cut short.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Literal, Protocol

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter

from desktop.canvas.camera import Camera, Place
from desktop.canvas.pieces import Piece
from desktop.canvas.sight import Sight

if TYPE_CHECKING:
    from desktop.canvas.sprites import SpriteSets
    from graphdata.hits import Hit
    from graphdata.scene import Box

POINT: Final = (0.0, 0.0, 1.0, 1.0)  # a box of one point

Over = Literal["all", "rest", "veil"]  # what a picture shows: all marks, those without an actor, these under a veil


class Stage(Protocol):
    """Something that can be seen through a camera."""

    sprites: SpriteSets  # what is painted by copying: of the stage before, where there was one

    @property
    def is_quick(self) -> bool:
        """Whether the whole is composed and painted within a frame or two."""

    @property
    def notice(self) -> str:
        """What has to be said of the picture: what it leaves out."""

    def extent(self, zoom: float, scale: float) -> Box:
        """Return the room that the whole map takes at a zoom."""

    def compose(self, camera: Camera, size: QSize) -> Iterator[None]:
        """Compose what the camera shows, step by step."""

    def composed(self, camera: Camera) -> bool:
        """Return whether what is composed would do for a camera as well."""

    def bounds(self) -> Box | None:
        """Return the box of what is composed where that is known to be the whole."""

    def ink(self) -> Box | None:
        """Return a box of the composed scene outside of which nothing is painted, where that is known."""

    @property
    def grounds(self) -> bool:
        """Whether the pieces of what is composed paint the background as well."""

    def pieces(self, sight: Sight) -> Iterator[Piece]:
        """Yield what paints what is composed."""

    def lifted(self, ids: frozenset[str], focus: str, sight: Sight) -> Iterator[Piece]:
        """Yield what paints some marks in full, over the picture."""

    def paint_mark(self, hit: Hit, sight: Sight, painter: QPainter) -> None:
        """Paint one mark in full: what the pointer is over."""

    def without(self, hit: Hit) -> Stage | None:
        """Return the stage of what is left without an actor and its lines; nothing where they are too many to tell."""

    def paint_carried(self, hit: Hit, place: Place, sight: Sight, over: Over, painter: QPainter) -> None:
        """Paint an actor at a place that it is carried over, with its lines where these are not in the picture."""

    def hit(self, place: Place, zoom: float) -> Hit | None:
        """Return what lies at a place of the map, seen at a zoom."""

    def place_of(self, hit: Hit) -> Place | None:
        """Return the place of an actor."""

    def title(self, hit: Hit) -> str:
        """Return the words that stand for a mark."""


class Blank:
    """Nothing: what a map shows until it is given something to compose."""

    is_quick, notice, grounds = True, "", False

    def __init__(self) -> None:
        """Copy nothing yet."""
        self._sprites: SpriteSets | None = None

    @property
    def sprites(self) -> SpriteSets:
        """What the next stage is painted by."""
        if self._sprites is None:
            from desktop.canvas.sprites import SpriteSets

            self._sprites = SpriteSets()
        return self._sprites

    @sprites.setter
    def sprites(self, sprites: SpriteSets) -> None:
        self._sprites = sprites

    def extent(self, _zoom: float, _scale: float) -> Box:
        """Return a box of one point."""
        return POINT

    def compose(self, _camera: Camera, _size: QSize) -> Iterator[None]:
        """Have nothing to do."""
        return iter(())

    def composed(self, _camera: Camera) -> bool:
        """Return that nothing has to be composed."""
        return True

    def bounds(self) -> Box | None:
        """Return a box of one point."""
        return POINT

    def ink(self) -> Box | None:
        """Return that the picture is empty everywhere."""
        return POINT

    def pieces(self, _sight: Sight) -> Iterator[Piece]:
        """Yield nothing."""
        return iter(())

    def lifted(self, _ids: frozenset[str], _focus: str, _sight: Sight) -> Iterator[Piece]:
        """Yield nothing."""
        return iter(())

    def paint_mark(self, hit: Hit, sight: Sight, painter: QPainter) -> None:
        """Paint nothing."""

    def without(self, _hit: Hit) -> Stage | None:
        """Return nothing."""
        return None

    def paint_carried(self, hit: Hit, place: Place, sight: Sight, over: Over, painter: QPainter) -> None:
        """Paint nothing."""

    def hit(self, _place: Place, _zoom: float) -> Hit | None:
        """Return nothing."""
        return None

    def place_of(self, _hit: Hit) -> Place | None:
        """Return nothing."""
        return None

    def title(self, _hit: Hit) -> str:
        """Return no words."""
        return ""
