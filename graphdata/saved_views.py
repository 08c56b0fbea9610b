"""A list of saved views: named, put in order, taken out, and kept as one text that can be given to others.

The text is what a file that ends with .entente holds. Each view names its dataset by id, version and digest.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterable
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from graphdata import __version__
from graphdata.saved_view import FORM, LARGEST, REMEDY, SavedView, SavedViewError, ensure_readable, to_json

MOST: Final = 500  # views in one list
NAME_ROOM: Final = 60  # characters of a view's name that go into the name of a file
LIST_MAGIC: Final = b'{"entente":"views"'  # how a list begins: file managers know it by that, too
Views = tuple[SavedView, ...]


class _List(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The text of a list; one that was written before lists had a digest has none."""

    form: int
    program: str
    views: Annotated[tuple[SavedView, ...], Meta(max_length=MOST)]
    entente: Literal["views"] = "views"
    sha256: str = ""


def added(views: Views, saved: SavedView) -> Views:
    """Return the list with one view more at its end, under a name that is free."""
    if len(views) >= MOST:
        raise SavedViewError(f"A list holds {MOST} views. Remove one first.")
    return (*views, replace(saved, name=free_name(views, saved.name)))


def free_name(views: Views, name: str) -> str:
    """Return a name that no view has: the one asked for, else with a number."""
    taken = {each.name for each in views}
    wanted = " ".join(name.split())[:190] or "View"
    return next(each for each in (wanted, *(f"{wanted} ({n})" for n in range(2, MOST + 3))) if each not in taken)


def renamed(views: Views, at: int, name: str) -> Views:
    """Return the list with one view under another name, which is made free among the others."""
    others = views[:at] + views[at + 1 :]
    return (*views[:at], replace(views[at], name=free_name(others, name)), *views[at + 1 :])


def removed(views: Views, at: int) -> Views:
    """Return the list without one view."""
    return views[:at] + views[at + 1 :]


def moved(views: Views, at: int, to: int) -> Views:
    """Return the list with one view at another place, at the nearest end where that is beyond."""
    others = list(removed(views, at))
    others.insert(max(0, to), views[at])
    return tuple(others)


def list_to_json(views: Views) -> bytes:
    """Return the list as text, a view a line; the same list gives the same bytes."""
    lines = [to_json(each).encode() for each in views]
    head = msgspec.json.encode({"form": FORM, "program": __version__, "sha256": _digest(views)})
    return LIST_MAGIC + b"," + head[1:-1] + b',"views":[\n' + b",\n".join(lines) + b"\n]}\n"


def list_from_json(text: bytes) -> Views:
    """Return the list that list_to_json wrote, or raise SavedViewError; other ends of lines are let pass."""
    if len(text) > LARGEST:
        raise SavedViewError(f"This list of views is longer than {LARGEST // 1024**2} million characters.")
    plain = text.removeprefix(codecs.BOM_UTF8)
    ensure_readable(plain)
    try:
        found = msgspec.json.decode(plain, type=_List)
    except (msgspec.MsgspecError, ValueError, RecursionError) as fault:
        said = " ".join(str(fault).split())[:200].rstrip(".")
        raise SavedViewError(f"This list of views cannot be read: {said}. {REMEDY}") from None
    if found.sha256 and found.sha256 != _digest(found.views):
        cause = "is damaged, or was changed by hand: its content is not what its digest says"
        raise SavedViewError(f"This list of views {cause}. {REMEDY}")
    return found.views


def joined(views: Views, others: Iterable[SavedView]) -> Views:
    """Return a list with those of the others behind that it does not hold yet, by whatever name."""
    held = {_nameless(each) for each in views}
    for each in others:
        if _nameless(each) not in held:
            held.add(_nameless(each))
            views = added(views, each)
    return views


def _nameless(saved: SavedView) -> str:
    """Return what a view is apart from its name and the program that wrote it."""
    return to_json(replace(saved, name="-", program=""))


def _digest(views: Views) -> str:
    """Return the digest over all views, whatever the order of their fields and the ends of lines in a file."""
    return hashlib.sha256("\n".join(map(to_json, views)).encode()).hexdigest()


def file_name(rank: int, saved: SavedView, suffix: str) -> str:
    """Return the name of a view's file: its place in the list and its name, without what a disk might refuse."""
    plain = re.sub(r"[^\w]+", "-", saved.name).strip("-")[:NAME_ROOM] or "view"
    return f"{rank:02d}-{plain}{suffix}"
