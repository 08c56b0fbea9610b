"""Opening saved views, a picture, a deck or a page: the view that a file carries, and the data that this view needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from desktop.arranging import Progress
from desktop.opening import Opened, opened
from graphdata import reopening
from graphdata.carried import Carried
from graphdata.network import Network
from graphdata.problems import EntenteError
from graphdata.reference import Dataset, other_in
from graphdata.saved_view import Reopened, SavedView, reopened
from graphdata.storage.files import VIEWS_SUFFIX
from graphdata.storage.reading import read_network
from graphdata.view_changes import Change, changes_since


class DatasetNotFoundError(EntenteError):
    """A file refers to a dataset that is not at hand."""


class Found(NamedTuple):
    """A view that was opened again: its data, everything that makes it, and what has changed since."""

    network: Network
    path: str
    saved: SavedView
    made: Reopened
    changes: tuple[Change, ...]
    is_part: bool
    others: tuple[SavedView, ...] = ()
    is_list: bool = False  # of saved views, which all belong to the analyst's own


def found_in(
    path: Path,
    at_hand: Opened | None,
    elsewhere: Iterable[Path],
    progress: Progress | None = None,
    held: Iterable[Network] = (),
) -> Found:
    """Return the first view that a file carries; where it has no data of its own, these are looked for.

    A network that it is compared with is looked for among those held, and elsewhere.

    Raises EntenteError where the file carries nothing, is damaged, or refers to a dataset that is nowhere to be found.
    """
    first, *rest = reopening.carried_in_file(path)
    others = tuple(each.saved for each in rest)
    if first.part is not None:
        return _made(Opened(first.part, {}, str(path)), first, others, first.earlier)
    places = tuple(elsewhere)
    data = dataset_for(first.saved.dataset, at_hand, places, progress)
    found = _made(data, first, others, compared_with(first.saved, held, places))
    return found._replace(is_list=path.suffix.lower() == VIEWS_SUFFIX)


def read_again(
    path: Path, saved: SavedView, at_hand: Opened, progress: Progress | None = None, held: Sequence[Network] = ()
) -> Found:
    """Return a view made of a network as its files are now, everything where it was; raises DatasetError."""
    data = opened(path, progress)._replace(positions=at_hand.positions)
    other = compared_with(saved, held, ())
    return _made(data, Carried(saved), (), other)


def dataset_for(
    wanted: Dataset, at_hand: Opened | None, elsewhere: Iterable[Path], progress: Progress | None = None
) -> Opened:
    """Return the network that a view was made of: of the same content if one is found, else another version of it."""
    alike: list[Opened] = []
    for each in _candidates(at_hand, elsewhere, progress):
        if each.network.id != wanted.id:
            continue
        if each.network.digest == wanted.digest:
            return each
        alike.append(each)
    if alike:
        return alike[0]
    version = f"version {wanted.version}, digest {wanted.digest[:8] or 'none'}"
    raise DatasetNotFoundError(
        f"The view was made of “{wanted.title or wanted.id}” ({wanted.id}, {version}), which is not open and not among "
        "the networks opened lately. Open that network first, then this file again."
    )


def _candidates(at_hand: Opened | None, elsewhere: Iterable[Path], progress: Progress | None) -> Iterator[Opened]:
    """Yield the network that is open, then those at some places, as far as they can still be read."""
    if at_hand is not None:
        yield at_hand
    for path in elsewhere:
        try:
            yield opened(path, progress)
        except EntenteError:  # it was there once; the one that is wanted may come yet
            continue


def compared_with(saved: SavedView, held: Iterable[Network], elsewhere: Iterable[Path]) -> Network | None:
    """Return the network that a view is compared with, of those held or of some files, none where it takes none."""
    if saved.compared is None or saved.compared.other is None:
        return None
    return other_in(saved.compared, chain(held, _readable(elsewhere)))


def _readable(elsewhere: Iterable[Path]) -> Iterator[Network]:
    """Yield the networks at some places, without a layout, as far as they can be read."""
    for path in elsewhere:
        with suppress(EntenteError):
            yield read_network(path)


def _made(data: Opened, carried: Carried, others: Sequence[SavedView], earlier: Network | None) -> Found:
    """Return the view made anew of its data, and of what it is compared with."""
    saved, is_part = carried.saved, carried.part is not None
    made = reopened(data.network, saved, data.positions, [earlier] if earlier else [])
    changes = () if is_part else changes_since(made.view.network, saved, made.view)
    told = (Change(made.lost),) if made.lost else ()
    return Found(data.network, data.path, saved, made, (*told, *changes), is_part, tuple(others))
