"""All saved views as files in one go: a picture, a page, an annex or a table of each."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from desktop import assets
from desktop.document_file import Asked, document_of
from desktop.export.formats import SLIDE, Size
from desktop.export.kinds import FileKind
from desktop.export_options import size_from
from desktop.opening import Opened, opened
from desktop.picture_file import Picture, limit_of, picture_bytes
from graphdata.arrangement import arrangement_from
from graphdata.bulk import no_one
from graphdata.carried import Embed, embedded_text
from graphdata.network import Network
from graphdata.places import Place
from graphdata.problems import EntenteError
from graphdata.reopening import carried_in_file
from graphdata.saved_view import Reopened, SavedView, reopened
from graphdata.saved_views import Views, file_name
from graphdata.sheet import Request
from graphdata.storage.reading import read_network
from graphdata.storage.writing import write_together
from graphdata.style import Theme
from graphdata.view import View
from graphdata.withheld import filter_to_carry


class ViewsError(EntenteError):
    """Views of another network than the one that is asked for."""


def views_in(files: Iterable[Path], found: Opened) -> Views:
    """Return the views of lists, and those that other files carry; raises EntenteError for one of another network."""
    views = tuple(each.saved for path in files for each in carried_in_file(path))
    other = next((saved for saved in views if saved.dataset.id != found.network.id), None)
    if other:
        raise ViewsError(
            f"The view “{other.name}” is of the network “{other.dataset.id}”, not of “{found.network.id}”. "
            "Export it with its own network."
        )
    return views


def write_each(chosen: argparse.Namespace, kind: FileKind | None = None) -> Path:
    """Write a picture, or a document of a kind, of each view that the options name; return the folder they are in."""
    found = opened(chosen.network)
    views = views_in(chosen.views, found)
    folder, suffix = Path(chosen.out_file).with_suffix(""), chosen.out_file.suffix.lower()
    theme, others = assets.theme(chosen.theme), others_from(chosen)
    how = (folder, suffix, theme, no_one, size_from(chosen), chosen.embed, others, kind)
    write_views(found.network, views, found.positions, *how)
    return folder


def others_from(chosen: argparse.Namespace) -> tuple[Network, ...]:
    """Return the network that the options name for views to be compared with, if any."""
    return (read_network(chosen.other),) if chosen.other else ()


def made_again(
    network: Network, saved: SavedView, places: Mapping[str, Place], others: Sequence[Network] = ()
) -> Reopened:
    """Return a saved view made again, or raise ViewsError where what it is compared with is not among others."""
    made = reopened(network, saved, places, others)
    if made.lost:
        raise ViewsError(f"“{saved.name}”: {made.lost} (In the window: File > Compare; in a command: --other.)")
    return made


def text_of(saved: SavedView, view: View, embed: Embed) -> str:
    """Return what a file carries of a saved view, an empty text where nothing is wanted."""
    if embed == "none":
        return ""
    return embedded_text(replace(saved, filter=filter_to_carry(view)), view if embed == "data" else None)


def write_views(
    network: Network,
    views: Views,
    places: Mapping[str, Place],
    folder: Path,
    suffix: str,
    theme: Theme,
    progress: Callable[[float], None] = no_one,
    size: Size = SLIDE,
    embed: Embed = "reference",
    others: Sequence[Network] = (),
    kind: FileKind | None = None,
) -> tuple[Path, ...]:
    """Write a picture, or a document of a kind, of each view into a folder, each carrying its view; return them.

    Raises EntenteError where one of them cannot be; then no file is written.
    """
    every = [made_again(network, saved, places, others) for saved in views]
    for saved, made in zip(views, every, strict=True):
        if kind is None:
            ensure_fitting(saved, made, suffix)

    def files() -> Iterator[tuple[str, bytes]]:
        for rank, (saved, made) in enumerate(zip(views, every, strict=True), start=1):
            progress((rank - 1) / len(views))
            carried = text_of(saved, made.view, embed)
            if kind:
                asked = Asked(saved.title or saved.name, saved.marking, saved.marking_reason, carried)
                content = document_of(kind, made.view, made.ties, asked).content
            else:
                content = picture_bytes(suffix, picture_of(saved, made, theme, size, carried))
            yield file_name(rank, saved, suffix), content

    return write_together(folder, files())


def ensure_fitting(saved: SavedView, made: Reopened, suffix: str) -> None:
    """Raise ViewsError where a view has more lines than a kind of file can hold."""
    allow = limit_of(suffix)
    try:
        if allow:
            allow(len(made.ties))
    except EntenteError as fault:
        raise ViewsError(f"“{saved.name}”: {fault}") from fault


def picture_of(saved: SavedView, made: Reopened, theme: Theme, size: Size, carried: str) -> Picture:
    """Return the picture of a view that has been made again, with the text that the file is to carry."""
    wanted = Request(
        size.aspect, theme, saved.title or saved.name, saved.legend, saved.notes, tuple(made.pins),
        marking=saved.marking, marking_reason=saved.marking_reason,
        arrangement=arrangement_from(saved.layout), enlargement=size.enlargement, paper=size.paper,
    )  # fmt: skip
    return Picture(made.view, made.ties, made.positions, wanted, size, saved.lines, carried=carried)
