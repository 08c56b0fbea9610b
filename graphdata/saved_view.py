"""A view that can be reopened: what was asked, how it was drawn, and of which dataset, as one frozen value and as text.

It refers to the data and holds none of it. Its places and ids are those of what was on show, never of what was hidden;
the filter alone may name what it leaves out, as the words under a picture do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Annotated, Any, Final, Literal, NamedTuple

import msgspec
from msgspec import Meta

from graphdata import __version__
from graphdata.arrangement import CLUSTERS, Arrangement, arrangement_from
from graphdata.filter import Filter
from graphdata.fingerprints import fingerprints_of
from graphdata.marking import highest_marking
from graphdata.network import Network
from graphdata.places import Place, Positions
from graphdata.problems import EntenteError
from graphdata.questions.baseline import Baseline
from graphdata.reference import Compared, Dataset, Short, baseline_of, compared_of, dataset_of
from graphdata.ties import Combine, Tie, ties_of
from graphdata.view import View, view_of

KEY: Final = "entente-view"  # what the view is called inside other files
FORM: Final = 1  # of the text; raised when an older version could not read it
REMEDY: Final = "Take the file from its source again."
LARGEST: Final = 32 * 1024 * 1024  # characters of a text worth reading: a view of 100,000 relations takes 7 million

Name = Annotated[str, Meta(min_length=1, max_length=200)]
Title = Annotated[str, Meta(max_length=2000)]


class SavedViewError(EntenteError, ValueError):
    """A saved view that cannot be read: damaged, made by hand with a mistake, or written by a newer version."""


class Shown(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What was on show: actors, the level of each relation, how many claims and sources these rested on, its marking.

    Fingerprints are of the records by id, of many in a row of signs; a view saved without them cannot tell which of its
    records were edited.
    """

    actors: tuple[str, ...] = ()
    relations: dict[str, int] = {}
    claims: int = 0
    sources: int = 0
    fingerprints: dict[str, str] = {}
    marking: Title = ""


class SavedView(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Everything that makes a picture of a network, save the network; places are those of the actors on show."""

    form: int = FORM
    program: Short = ""
    name: Name
    title: Title = ""
    filter: Filter = Filter()
    combine: Combine = "ties"
    layout: Short = "clusters"
    places: dict[str, Place] = {}
    pins: tuple[str, ...] = ()
    theme: Short = ""
    lines: Literal["editable", "exact"] = "editable"
    legend: bool = True
    notes: bool = True
    marking: Short = ""
    marking_reason: Title = ""
    compared: Compared | None = None
    dataset: Dataset
    shown: Shown = Shown()

    def __post_init__(self) -> None:
        """Refuse places that nothing can be drawn at."""
        if not all(isfinite(x) and isfinite(y) for x, y in self.places.values()):
            raise ValueError("a place is not a finite number")


class Reopened(NamedTuple):
    """A saved view, made again of a network; pins are the places of those actors that it holds.

    Lost says why what it was compared with is left out, where it is.
    """

    view: View
    ties: tuple[Tie, ...]
    positions: Positions
    pins: Positions
    baseline: Baseline = Baseline()
    lost: str = ""


class _Head(msgspec.Struct):
    """The part of any version's text that says whether this version can read the rest."""

    form: int = FORM
    program: str = ""


def saved_view(
    view: View,
    name: str,
    *,
    positions: Mapping[str, Place] | None = None,
    pins: Iterable[str] = (),
    combine: Combine = "ties",
    arrangement: Arrangement = CLUSTERS,
    title: str = "",
    theme: str = "",
) -> SavedView:
    """Return the saved view of what is on show; actors that are hidden leave neither place nor pin in it."""
    on_show = {actor.id for actor in view.actors}
    known = positions or {}
    return SavedView(
        program=__version__,
        name=name,
        title=title,
        filter=view.filter,
        combine=combine,
        layout=arrangement.text,
        places={key: known[key] for key in sorted(on_show & known.keys())},
        pins=tuple(sorted(on_show.intersection(pins))),
        theme=theme,
        compared=compared_of(view),
        dataset=dataset_of(view.network),
        shown=shown_of(view),
    )


def shown_of(view: View) -> Shown:
    """Return what is on show, by id."""
    levels = view.levels
    return Shown(
        actors=tuple(sorted(actor.id for actor in view.actors)),
        relations={key: int(levels[key]) for key in sorted(each.id for each in view.relations)},
        claims=sum(len(each.claims) for each in view.relations),
        sources=len(view.sources),
        fingerprints=fingerprints_of(view),
        marking=highest_marking(view),
    )


def reopened(
    network: Network, saved: SavedView, known: Mapping[str, Place] | None = None, others: Iterable[Network] = ()
) -> Reopened:
    """Return the saved view made of a network: at its own places, else at those known, else laid out round these.

    What it was compared with is compared again; a network that this takes is looked for among others.
    """
    baseline, lost = baseline_of(saved.compared, others)
    view, ties = _drawn(view_of(network, saved.filter), baseline, saved.combine)
    drawn = [actor.id for actor in view.network.drawn]
    found = {**(known or {}), **saved.places}
    places = {key: found[key] for key in drawn if key in found}
    if len(places) < len(drawn):
        places = _laid_out(view.network, saved, places)
    pins = {key: places[key] for key in saved.pins if key in places}
    return Reopened(view, ties, places, pins, baseline, lost)


def _drawn(view: View, baseline: Baseline, combine: Combine) -> tuple[View, tuple[Tie, ...]]:
    """Return what is on show and its lines, together with what it is compared with."""
    if not baseline.is_given:
        return view, ties_of(view, combine)
    from graphdata.questions.compared import compared  # seldom asked for

    both, ties, _ = compared(baseline.view(view), view, combine)
    return both, ties


def _laid_out(network: Network, saved: SavedView, places: Positions) -> Positions:
    """Return a place for every actor, those that have one keeping it to the point."""
    from graphdata.layout.placement import positions_of  # numpy's slower half: not needed where every place is known

    return positions_of(network, arrangement_from(saved.layout), pins=places)


def to_json(saved: SavedView) -> str:
    """Return the view as text; the same view gives the same text."""
    return msgspec.json.encode(_plain(saved), order="deterministic").decode()


def _plain(struct: Any) -> Any:  # noqa: ANN401  any struct, and the same kind comes back
    """Return a struct with its very defaults where it equals them: msgspec leaves out these objects, not equal ones."""
    kept = {}
    for field in msgspec.structs.fields(struct):
        value = getattr(struct, field.name)
        value = _plain(value) if isinstance(value, msgspec.Struct) else value
        kept[field.name] = field.default if value == field.default else value
    return type(struct)(**kept)


def from_json(text: str | bytes) -> SavedView:
    """Return the view that to_json wrote, or raise SavedViewError; a later form is refused by the version it needs."""
    if len(text) > LARGEST:
        raise SavedViewError(f"This view is longer than {LARGEST // 1024**2} million characters: it is not one.")
    ensure_readable(text)
    try:
        return msgspec.json.decode(text, type=SavedView)
    except (msgspec.MsgspecError, ValueError, RecursionError) as fault:
        raise SavedViewError(f"This saved view cannot be read: {_said(fault)}. {REMEDY}") from None


def ensure_readable(text: str | bytes) -> None:
    """Raise SavedViewError where a text is no JSON record, or was written in a form that is newer than ours."""
    try:
        head = msgspec.json.decode(text, type=_Head)
    except (msgspec.MsgspecError, ValueError, RecursionError) as fault:
        raise SavedViewError(f"This is not a saved view: {_said(fault)}. {REMEDY}") from None
    if head.form > FORM:
        program = f"Entente {head.program[:40]}" if head.program else "a newer Entente"
        raise SavedViewError(
            f"This was written by {program} in form {head.form}; Entente {__version__} reads up to form {FORM}. "
            "Open it with that version, or a newer one."
        )


def _said(fault: Exception) -> str:
    """Return what a reader said, short and on one line."""
    return " ".join(str(fault).split())[:200].rstrip(".") or type(fault).__name__
