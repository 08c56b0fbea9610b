"""Between session and map: what the session holds becomes a scene, what the hand does becomes a command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from desktop import commands, lifting
from desktop.session import Session
from graphdata.ego import neighbours, next_actor

if TYPE_CHECKING:
    from desktop.canvas.crowd_stage import CrowdStage, Gather
    from desktop.canvas.map_widget import MapWidget
    from graphdata.crowd.crowd import Crowd
    from graphdata.ego import Heading
    from graphdata.hits import Hit
    from graphdata.places import Place
    from graphdata.scene import Box, Scene
    from graphdata.steps import Steps

SAID: Final = 12  # names of actors selected together that a screen reader says
TOLD: Final = 128  # zooms that the room of the whole is remembered at: every filter asks for the same ones


class MapController(QObject):
    """Keeps one map in step with one session."""

    inspect_asked = Signal()

    def __init__(self, session: Session, canvas: MapWidget) -> None:
        """Listen to both sides."""
        super().__init__(canvas)
        self._session, self._canvas = session, canvas
        self._stage: CrowdStage | None = None
        self._unmoved: Crowd | None = None  # the same crowd before its actors moved
        self.may_move: Callable[[], bool] = lambda: False  # whether a new layout is shown as a motion
        self._places = session.positions
        self._clicked = ""  # what the hand selects at this moment
        self._read = 0.0  # how much of what is being opened is read, from 0 to 1
        self._told: tuple[object, object, object, Callable[[float, float], Box]] | None = None  # the whole, its room
        self._roomed: tuple[Mapping[str, Place], Box] | None = None  # the places, and their box
        self._spaced: tuple[tuple[object, object], float] | None = None  # view and places, the room between its actors
        self._gathered: tuple[object, object] | None = None  # the view and the lines that the crowd was taken from
        session.network_changed.connect(self._opened)
        session.opening_changed.connect(self._show_opening)
        session.view_changed.connect(self.refresh)
        session.positions_changed.connect(self._places_changed)
        session.selection_changed.connect(self._selection_changed)
        session.marks_changed.connect(self._emphasis_changed)
        canvas.selected.connect(self._select)
        canvas.inspected.connect(self.inspect_asked)
        canvas.dragged.connect(self._drag)
        canvas.nudged.connect(self._nudge)
        canvas.walked.connect(self._walk)
        canvas.gathered.connect(session.company.toggle)
        canvas.framed.connect(session.company.take_within)
        session.company.changed.connect(self._lift)

    @property
    def crowd(self) -> Crowd | None:
        """The crowd on show, once it is taken in, or as it was before actors moved; nothing of a scene."""
        return (self._stage.crowd or self._unmoved) if self._stage else None

    def scene(self, zoom: float, scale: float) -> Steps[Scene]:
        """Return the scene of what is on show, in steps."""
        from graphdata.compose import compose_in_steps

        session = self._session
        return compose_in_steps(
            session.view, session.ties, session.positions, zoom=zoom, scale=self._roomy(zoom, scale),
            pins=session.pins, arrangement=session.arrangement,
        )  # fmt: skip

    def _roomy(self, zoom: float, scale: float) -> float:
        """Return the mark scale at a zoom: a few actors of a crowd, far apart in its map, need not be as small."""
        from graphdata.scene import is_crowd

        session = self._session
        view, ties = session.whole
        if not is_crowd(len(view.actors), len(ties)):
            return scale
        from graphdata.elbow_room import elbow_room, roomy_scale

        key = (session.view, session.positions)
        if self._spaced is None or any(old is not new for old, new in zip(self._spaced[0], key, strict=True)):
            shown = [session.positions[actor.id] for actor in session.view.actors if actor.id in session.positions]
            self._spaced = key, elbow_room(shown)
        return roomy_scale(scale, zoom, self._spaced[1])

    def extent(self, zoom: float, scale: float) -> Box:
        """Return the room that the whole network takes, on show or not, so that filtering moves nothing."""
        from graphdata.compose import extents
        from graphdata.scene import is_crowd

        view, ties = self._session.whole
        if is_crowd(len(view.actors), len(ties)):  # a few of it are on show: its box is taken as a crowd's is
            from desktop.canvas.crowd_stage import crowd_extent

            return crowd_extent(self._room, zoom)
        told = self._told
        if told is None or told[0] is not view or told[1] is not ties or told[2] is not self._session.positions:
            places = self._session.positions
            self._told = told = view, ties, places, lru_cache(TOLD)(extents(view, places, ties))
        return told[3](zoom, scale)

    @property
    def _room(self) -> Box:
        """The box of every place; it is asked for at many zooms, and takes a millisecond where there are many."""
        positions = self._session.positions
        if self._roomed is None or self._roomed[0] is not positions:
            from graphdata.crowd.gather import room_of

            self._roomed = positions, room_of(positions.values())
        return self._roomed[1]

    def fit(self) -> None:
        """Show what is on show as large as it goes; the whole network, where nothing is filtered."""
        session = self._session
        if session.view is session.whole[0] or not session.view.actors:
            self._canvas.fit()
        elif self._stage:
            self._canvas.fit_to(self._stage.shown_extent)
        else:
            from graphdata.compose import extent

            self._canvas.fit_to(
                lambda zoom, scale: extent(
                    session.view, session.positions, zoom, self._roomy(zoom, scale), session.ties
                )
            )

    def refresh(self) -> None:
        """Draw what the session holds now."""
        self._show_message()
        self._show()
        self._lift()

    def _show_opening(self, share: float) -> None:
        """Say on a map without a network what is being opened, and how much of it is read, from 0 to 1."""
        self._read = share
        if not self._session.network.actors:
            self._show_message()

    def _show_message(self) -> None:
        """Say why the map is empty, where it is."""
        message = "" if self._session.view.actors else self._empty_message()
        self._canvas.set_message(message)

    def _places_changed(self) -> None:
        """Draw the actors where they are now; where many moved in the view that is on show, they glide there."""
        old, new = self._places, self._session.positions
        self._places = new
        if self.may_move() and sum(old[key] != new[key] for key in old.keys() & new.keys()) > 1:
            self._canvas.glide()
        self.refresh()

    def _show(self) -> None:
        """Put a scene on the map, or a crowd where there are too many marks for one."""
        from graphdata.scene import is_crowd

        session = self._session
        if not is_crowd(len(session.view.actors), len(session.ties)):
            self._stage = None
            self._canvas.set_compose(self.scene, self.extent)
            return
        from desktop.canvas.crowd_stage import (
            CrowdStage,
        )  # most networks are no crowd: their start does not wait for it

        old = self.crowd
        room = old.room if old else self._room
        key = (session.view, session.ties)
        self._unmoved = old if key == self._gathered else None
        self._stage, self._gathered = CrowdStage(self._gather(self._unmoved), session.tie, room), key
        self._canvas.set_stage(self._stage)

    def _gather(self, old: Crowd | None) -> Gather:
        """Return what takes the crowd in: all of it, or only new places for an old one."""
        from graphdata.crowd.gather import gathered, placed

        session = self._session
        if old is not None:
            return lambda: placed(old.cast, old.strands, session.positions, session.pins)
        return lambda: gathered(session.view, session.ties, session.positions, session.pins)

    def _opened(self) -> None:
        """Show another network whole."""
        self._places = self._session.positions
        self._canvas.fit()

    def _empty_message(self) -> str:
        """Return what an empty map says."""
        if self._session.is_open and not self._session.network.actors and not self._session.opening:
            return self.tr("This network has no actors yet.\nF5 reads its files again, once it has some.")
        if not self._session.network.actors:
            opening = f"{self._session.opening}\n{self._read:.0%}" if self._read else self._session.opening
            return opening or self.tr("No network is open.\nOpen a folder of dossiers or a pack with Ctrl+O.")
        return self.tr(
            "Nothing matches the filter.\nThe filter panel names the chip to drop; Ctrl+Shift+F shows everything."
        )

    def _select(self, hit: Hit | None) -> None:
        """Select what was clicked, or nothing; a line that was clicked is in sight, however far away its ends are."""
        self._clicked = hit.id if hit else ""
        self._session.company.part()
        if hit is None:
            self._session.select()
        else:
            self._session.select(hit.kind, hit.id)
        self._clicked = ""

    def _selection_changed(self) -> None:
        """Lift the selection out of the picture, and bring it into sight."""
        self._lift()
        kind, item = self._session.selection
        tie = self._session.tie.get(self._session.tie_of_relation.get(item, item))
        ends = (item,) if kind == "actor" and self._on_show(item) else (tie.giver, tie.receiver) if tie else ()
        places = [self._session.positions[end] for end in ends if end in self._session.positions]
        if places and not (tie and tie.id == self._clicked) and len(self._session.company.members) < 2:
            self._canvas.show_places(*places)

    def _lift(self) -> None:
        """Lift the selection and what belongs to it out of the picture, and say it to a screen reader."""
        kind, item = self._session.selection
        tie = self._session.tie_of_relation.get(item, "") if kind == "relation" else item if kind == "tie" else ""
        gathered = [each for each in self._session.company.members if self._on_show(each)]
        if gathered:
            self._canvas.set_lifted(lifting.among(self._session, {*gathered, *([item] if item else [])}), item)
        elif kind == "actor":
            self._canvas.set_lifted(self._around(item) if self._on_show(item) else frozenset(), item)
        elif tie:
            found = self._session.tie[tie]
            self._canvas.set_lifted(frozenset((tie, found.giver, found.receiver)), tie)
        elif kind == "source":
            self._canvas.set_lifted(lifting.resting_on(self._session, item), "")
        else:
            self._canvas.set_lifted(frozenset())
        self._canvas.setAccessibleDescription(self._spoken(kind, tie or item))

    def _emphasis_changed(self) -> None:
        """Lift what an answer names out of the picture: relations with their ends, actors by themselves."""
        self._canvas.set_lifted(lifting.named(self._session, self._session.emphasis), "")

    def _on_show(self, actor_id: str) -> bool:
        """Return whether an actor is on the map."""
        if self.crowd:
            return actor_id in self.crowd.cast.row
        return any(actor.id == actor_id for actor in self._session.view.actors)

    def _around(self, actor_id: str) -> frozenset[str]:
        """Return an actor, its lines, and the actors at their other ends; of a crowd, which knows them, the actor."""
        return frozenset((actor_id,)) if self._stage else lifting.around(self._session, actor_id)

    def _spoken(self, kind: str, item: str) -> str:
        """Return the sentence that a screen reader says of the selection."""
        members = self._session.company.members
        if len(members) > 1:
            names = sorted(self._session.network.actor[each].label for each in members)
            return self.tr("{0} actors selected: {1}").format(len(names), ", ".join(names[:SAID]))
        if kind == "actor" and item in self._session.network.actor:
            near = [self._session.network.actor[other].label for other in self._neighbours(item)]
            return f"{self._session.network.actor[item].name}: " + (", ".join(near) or self.tr("no line on show"))
        tie = self._session.tie.get(item)
        if tie is None:
            return ""
        from graphdata.rows import title_of

        return f"{title_of(self._session.network, tie.giver, tie.receiver, tie.mutual)}: {tie.label}, {tie.level.label}"

    def _neighbours(self, actor_id: str) -> tuple[str, ...]:
        """Return who shares a line with an actor; of a crowd the most important ones."""
        crowd = self.crowd
        if crowd is None:
            return neighbours(self._session.view, actor_id)
        if actor_id not in crowd.cast.row:
            return ()
        from graphdata.crowd import walk

        rows = walk.neighbours(crowd, crowd.cast.row[actor_id])[: walk.NAMED]
        return tuple(crowd.cast.actors[row].id for row in rows.tolist())

    def _walk(self, heading: Heading) -> None:
        """Select the next actor in a direction, starting with the most related one."""
        if self.crowd:
            self._walk_crowd(self.crowd, heading)
            return
        on_show = {actor.id for actor in self._session.view.actors}
        places = {key: place for key, place in self._session.positions.items() if key in on_show}
        current = self._session.selection.id
        if current not in places:
            degree = self._session.network.degree
            found = max(places, key=lambda key: (degree.get(key, 0), key), default=None)
        else:
            found = next_actor(places, current, heading, frozenset(neighbours(self._session.view, current)))
        if found:
            self._session.company.walk_to(found)

    def _walk_crowd(self, crowd: Crowd, heading: Heading) -> None:
        """Select the next actor of a crowd."""
        from graphdata.crowd import walk

        current = crowd.cast.row.get(self._session.selection.id)
        found = 0 if current is None else walk.next_row(crowd, current, heading)
        if found is not None and len(crowd.cast):
            self._session.company.walk_to(crowd.cast.actors[found].id)

    def _drag(self, actor_id: str, x: float, y: float, gesture: str) -> None:
        """Hold an actor where it was dragged to, and those gathered with it beside it; one gesture is one step back."""
        old_x, old_y = self._session.positions[actor_id]
        self._move(actor_id, x - old_x, y - old_y, gesture)

    def _nudge(self, dx: float, dy: float) -> None:
        """Move the selected actor a little, by the keyboard, and those gathered with it."""
        actor_id = self._session.selection.id
        if actor_id in self._session.positions:
            self._move(actor_id, dx, dy, f"nudge {actor_id}")

    def _move(self, actor_id: str, dx: float, dy: float, gesture: str) -> None:
        """Move an actor, and whoever is gathered with it."""
        places = self._session.positions
        moved = [each for each in self._session.company.along(actor_id) if each in places]
        commands.pin_actors(
            self._session, {each: (places[each][0] + dx, places[each][1] + dy) for each in moved}, gesture
        )
