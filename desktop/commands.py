"""Every step that can be undone, one class a step, with the label that the Edit menu shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QUndoCommand

from desktop.session import Session
from graphdata.arrangement import CLUSTERS, Arrangement, arrangement_from
from graphdata.filter import Filter, chips_of, without
from graphdata.places import Place
from graphdata.questions.baseline import Baseline
from graphdata.vocabulary import COMBINE_LABELS, Combine

if TYPE_CHECKING:
    from graphdata.saved_view import Reopened, SavedView

MERGE_TEXT: Final = 1  # commands with the same id merge into one step
MERGE_DRAG: Final = 2


class ChangeFilter(QUndoCommand):
    """Ask something else of the network; typing in the text field merges into one step."""

    def __init__(self, session: Session, wanted: Filter, label: str, merge: bool = False) -> None:
        """Remember the filter before and after."""
        super().__init__(label)
        self._session, self._before, self.after, self.merges = session, session.filter, wanted, merge

    def redo(self) -> None:
        """Apply the new filter."""
        self._session.apply_filter(self.after)

    def undo(self) -> None:
        """Apply the filter from before."""
        self._session.apply_filter(self._before)

    def id(self) -> int:
        """Return the merging class: typed text merges, everything else stands alone."""
        return MERGE_TEXT if self.merges else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over a later step of the same typing or the same move in time."""
        if not isinstance(other, ChangeFilter) or not other.merges or other.text() != self.text():
            return False
        self.after = other.after
        self.setObsolete(self.after == self._before)
        return True


class ChangeCombine(QUndoCommand):
    """Let a line stand for something else."""

    def __init__(self, session: Session, combine: Combine) -> None:
        """Remember the combine level before and after."""
        super().__init__(f"Combine: {COMBINE_LABELS[combine].lower()}")
        self._session, self._before, self.after = session, session.combine, combine

    def redo(self) -> None:
        """Combine anew."""
        self._session.apply_combine(self.after)

    def undo(self) -> None:
        """Combine as before."""
        self._session.apply_combine(self._before)


class ChangeBaseline(QUndoCommand):
    """Compare what is on show with something else, or with nothing."""

    def __init__(self, session: Session, baseline: Baseline, positions: Mapping[str, Place], label: str) -> None:
        """Remember baseline and places before and after: another network may bring actors of its own."""
        super().__init__(label)
        self._session = session
        self._before, self.after = (session.baseline, dict(session.positions)), (baseline, dict(positions))

    def redo(self) -> None:
        """Compare."""
        self._session.apply_baseline(*self.after)

    def undo(self) -> None:
        """Compare as before."""
        self._session.apply_baseline(*self._before)


class MoveActors(QUndoCommand):
    """Put actors somewhere else, pinned or by a new layout; the steps of one drag merge."""

    def __init__(
        self,
        session: Session,
        positions: Mapping[str, Place],
        pins: Mapping[str, Place],
        label: str,
        drag: str = "",
        made_by: Arrangement | None = None,
    ) -> None:
        """Remember places, pins and layout before and after; drag names the gesture that merges."""
        super().__init__(label)
        self._session, self.drag = session, drag
        self._before = (dict(session.positions), dict(session.pins), session.arrangement)
        self.after = (dict(positions), dict(pins), made_by or session.arrangement)

    def redo(self) -> None:
        """Put the actors to their new places."""
        self._session.apply_places(*self.after)

    def undo(self) -> None:
        """Put the actors back."""
        self._session.apply_places(*self._before)

    def again(self) -> MoveActors:
        """Return the same step, to be done on what is there now."""
        places, pins, made_by = self.after
        return MoveActors(self._session, places, pins, self.text(), self.drag, made_by)

    def id(self) -> int:
        """Return the merging class of a drag."""
        return MERGE_DRAG if self.drag else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over a later step of the same drag."""
        if not isinstance(other, MoveActors) or other.drag != self.drag:
            return False
        self.after = other.after
        return True


class ShowView(QUndoCommand):
    """Show a saved view: filter, combine level, places, pins, layout and what it is compared with, in one step."""

    def __init__(self, session: Session, saved: SavedView, made: Reopened) -> None:
        """Remember everything before and after."""
        super().__init__(f"Show view “{saved.name}”")
        self._session = session
        places, held = dict(session.positions), dict(session.pins)
        self._before = (session.filter, session.combine, places, held, session.arrangement, session.baseline)
        made_by = arrangement_from(saved.layout)
        self._after = (saved.filter, saved.combine, dict(made.positions), dict(made.pins), made_by, made.baseline)

    def redo(self) -> None:
        """Show the saved view."""
        self._session.apply_state(*self._after)

    def undo(self) -> None:
        """Show what was there before."""
        self._session.apply_state(*self._before)


class GoBack(QUndoCommand):
    """Ask for what is on show, instead of waiting for something else; the actors stay where they are."""

    def __init__(self, session: Session) -> None:
        """Remember what is asked for and what is on show."""
        super().__init__("Stop waiting")
        self._session, shown = session, session.shown.wanted
        self._before = session.filter, session.combine, session.baseline
        self._after = shown.filter, shown.combine, shown.baseline

    def redo(self) -> None:
        """Ask for what was on show."""
        self._ask(*self._after)

    def undo(self) -> None:
        """Ask for the rest again."""
        self._ask(*self._before)

    def _ask(self, wanted: Filter, combine: Combine, baseline: Baseline) -> None:
        session = self._session
        session.apply_state(wanted, combine, session.positions, session.pins, session.arrangement, baseline)


def call_off(session: Session) -> None:
    """Go back to what is on show, instead of waiting for what was asked for; what was moved meanwhile stays moved."""
    if not session.is_behind:
        return
    stack, first = session.undo_stack, session.asked_since
    moved = [step for at in range(first, stack.index()) if isinstance(step := stack.command(at), MoveActors)]
    session.drop_wait()
    stack.setIndex(first)
    for step in moved:
        stack.push(step.again())
    if not session.is_on_show:  # typing that went on, which is one step; or what was undone, and cannot be done again
        stack.push(GoBack(session))


def change_filter(session: Session, wanted: Filter, label: str, merge: bool = False) -> None:
    """Push a filter step, unless it would change nothing."""
    if wanted != session.filter:
        session.undo_stack.push(ChangeFilter(session, wanted, label, merge))


def remove_chip(session: Session, key: str) -> None:
    """Push the step that drops one criterion."""
    words = {chip.key: chip.label for chip in chips_of(session.filter, session.network)}
    change_filter(session, without(session.filter, key), f"Remove filter: {words.get(key, key)}")


def clear_filter(session: Session) -> None:
    """Push the step that asks for everything."""
    change_filter(session, Filter(), "Show everything")


def change_combine(session: Session, combine: Combine) -> None:
    """Push a combine step, unless it would change nothing."""
    if combine != session.combine:
        session.undo_stack.push(ChangeCombine(session, combine))


def change_baseline(session: Session, baseline: Baseline, positions: Mapping[str, Place], label: str) -> None:
    """Push a step that compares with something else, unless it would change nothing."""
    if baseline != session.baseline:
        session.undo_stack.push(ChangeBaseline(session, baseline, positions, label))


def pin_actors(session: Session, places: Mapping[str, Place], drag: str = "") -> None:
    """Push the step that holds actors at places."""
    positions, pins = {**session.positions, **places}, {**session.pins, **places}
    session.undo_stack.push(MoveActors(session, positions, pins, f"Pin {named(session, places)}", drag))


def unpin_actors(session: Session, actors: Collection[str]) -> None:
    """Push the step that lets actors go; they stay where they are until the next layout."""
    gone = [each for each in actors if each in session.pins]
    if gone:
        pins = {key: place for key, place in session.pins.items() if key not in gone}
        session.undo_stack.push(MoveActors(session, session.positions, pins, f"Unpin {named(session, gone)}"))


def named(session: Session, actors: Collection[str]) -> str:
    """Return the name of an actor, or how many they are."""
    return session.network.actor[next(iter(actors))].label if len(actors) == 1 else f"{len(actors)} actors"


def arrange_anew(session: Session, positions: Mapping[str, Place], label: str, made_by: Arrangement = CLUSTERS) -> None:
    """Push the step that puts every actor where a new layout wants it."""
    session.undo_stack.push(MoveActors(session, positions, session.pins, label, made_by=made_by))
