"""What a file carries so that it opens again: a saved view, and the data on show where that was asked for, as text.

The text is plain ASCII without <, > and &, so that it stands in XML, in a page and in a picture's chunk as it is.
Its digest covers view and data: a damaged text is refused, never half believed.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from typing import Final, Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from graphdata import __version__
from graphdata.network import Network
from graphdata.onshow import filter_of_part, visible_part
from graphdata.problems import EntenteError, errors_in
from graphdata.reference import Compared, dataset_of
from graphdata.saved_view import FORM, SavedView, SavedViewError, ensure_readable, from_json, to_json
from graphdata.storage.digest import in_order
from graphdata.storage.pack import read_pack, to_pack
from graphdata.validate import problems_in_network
from graphdata.view import View

Embed = Literal["none", "reference", "data"]
EMBED_LABELS: Final[dict[Embed, str]] = {
    "reference": "The view, as a reference to the dataset",
    "data": "The view and the data on show",
    "none": "Nothing",
}
EMBED_WORDS: Final[dict[Embed, str]] = {
    "reference": "Filter (with what is hidden by hand), comparison, layout, pins, places, ids of all shown, dataset.",
    "data": "All of that, and every actor, relation, claim and source on show. Nothing hidden. It opens by itself.",
    "none": "The file cannot be opened again as a view.",
}
MAGIC: Final = b'{"entente":"view"'
LARGEST: Final = 64 * 1024 * 1024  # characters of a carried text
_UNSAFE: Final = re.compile(r"[^\x20-\x7e]|[<>&]")


class Carried(NamedTuple):
    """What came out of a file: the view, and where the file has them, what it shows and what that is compared with."""

    saved: SavedView
    part: Network | None = None
    earlier: Network | None = None


class NotEmbeddedError(EntenteError):
    """The data on show would not open by itself."""


class _Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The text as it is written."""

    entente: Literal["view"]
    sha256: str
    view: msgspec.Raw
    form: int = FORM
    program: str = ""
    data: str = ""
    earlier: str = ""


def embedded_text(saved: SavedView, view: View | None = None) -> str:
    """Return the text that a file carries: the view alone, or with the data on show of the view that is given.

    Beside the data the filter loses what it hides, ids and all: there is nothing left that it could hide. Of a view
    that is compared, the data of both sides are there, each as it was on show.
    """
    data = earlier = ""
    if view is not None:
        before, after = view.sides or (None, view)
        saved = replace(saved, filter=filter_of_part(after.filter), compared=None)
        data = _packed(_part(after))
        if before is not None:
            part = _part(before)
            with_it = Compared(filter=filter_of_part(before.filter), other=dataset_of(part))
            saved, earlier = replace(saved, compared=with_it), _packed(part)
    inner = _escaped(to_json(saved))
    digest = _digest(inner, data, earlier)
    record = _Text("view", digest, msgspec.Raw(inner.encode("ascii")), program=__version__, data=data, earlier=earlier)
    return msgspec.json.encode({"entente": "view", "form": FORM, **_fields(record)}).decode("ascii")


def _packed(part: Network) -> str:
    return base64.b64encode(to_pack(part)).decode("ascii")


def carried_from(text: str | bytes) -> Carried:
    """Return what embedded_text wrote, or raise SavedViewError or DatasetError; a newer form is refused by name."""
    if len(text) > LARGEST:
        raise SavedViewError(f"The view in the file is longer than {LARGEST // 1024**2} million characters.")
    ensure_readable(text)
    try:
        found = msgspec.json.decode(text, type=_Text)
        inner = bytes(found.view).decode("ascii")
        packs = [base64.b64decode(each, validate=True) for each in (found.data, found.earlier)]
    except (msgspec.MsgspecError, ValueError, RecursionError, binascii.Error) as fault:
        raise SavedViewError(f"The view in the file cannot be read: {str(fault)[:200]}.") from None
    if found.sha256 != _digest(inner, found.data, found.earlier):
        message = "The view in the file is damaged: its content is not what its digest says. Take the file again."
        raise SavedViewError(message)
    part, earlier = (read_pack(pack) if pack else None for pack in packs)
    return Carried(from_json(inner), part, earlier)


def _part(view: View) -> Network:
    """Return the data on show; raises NotEmbeddedError where what is hidden leaves it broken."""
    part = in_order(visible_part(view))
    faults = errors_in(problems_in_network(part))
    if faults:
        said = "; ".join(f"{each.place}: {each.message}" for each in faults[:3])
        raise NotEmbeddedError(f"The data on show does not stand without what is hidden ({said}). Embed a reference.")
    return part


def _fields(record: _Text) -> dict[str, object]:
    found: dict[str, object] = {"program": record.program, "sha256": record.sha256, "view": record.view}
    kept = {"data": record.data, "earlier": record.earlier}
    return found | {name: text for name, text in kept.items() if text}


def _digest(inner: str, data: str, earlier: str) -> str:
    """Return the digest over the view's text and the data's, and over what these are compared with."""
    return hashlib.sha256("\n".join([inner, data, *([earlier] if earlier else [])]).encode("ascii")).hexdigest()


def _escaped(text: str) -> str:
    """Return JSON text in ASCII, without the signs that mean something to XML and to pages."""
    return _UNSAFE.sub(_code, text)


def _code(match: re.Match[str]) -> str:
    units = match.group(0).encode("utf-16-be")
    return "".join(f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2))
