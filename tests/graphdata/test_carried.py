"""What a file carries: view and data as text that stands anywhere, damage refused, nothing hidden in it."""

from __future__ import annotations

import base64
import json
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata import carried
from graphdata.carried import Carried, NotEmbeddedError, carried_from, embedded_text
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.problems import EntenteError
from graphdata.saved_view import SavedViewError, saved_view
from graphdata.view import View, view_of


@pytest.fixture(scope="module")
def view(little: Network) -> View:
    """Return a view of what was delivered, a relation and a source hidden."""
    whole = replace(little, relations=tuple(each for each in little.relations if each.claims))
    return view_of(whole, Filter(domains=frozenset(["arms"]), hidden_relations=frozenset(["rel:shahed"])))


def test_a_reference_comes_back(view: View) -> None:
    """The view is the same, and there is no data."""
    saved = saved_view(view, "Лист <1> & ايران 🛰")
    assert carried_from(embedded_text(saved)) == Carried(saved)


def test_the_text_stands_anywhere(view: View) -> None:
    """It is printable ASCII without the signs of XML, and the same every time."""
    text = embedded_text(saved_view(view, "Лист </script> & 🛰"), view)
    assert text.isascii()
    assert text.isprintable()
    assert not set("<>&").intersection(text)
    assert text == embedded_text(saved_view(view, "Лист </script> & 🛰"), view)


def test_the_data_on_show_comes_back(view: View) -> None:
    """The network in the file has the relations on show and says that it is a part."""
    found = carried_from(embedded_text(saved_view(view, "Arms"), view))
    assert found.part is not None
    assert found.part.relation.keys() == {each.id for each in view.relations}
    assert found.part.version == "1.0, as shown"


def test_beside_the_data_nothing_names_what_is_hidden(view: View) -> None:
    """Neither the filter nor the pack has the id of the hidden relation."""
    text = embedded_text(saved_view(view, "Arms"), view)
    record = json.loads(text)
    pack = base64.b64decode(record["data"])
    assert "rel:shahed" not in text
    assert "rel:shahed" in embedded_text(saved_view(view, "Arms"))
    assert b"rel:shahed" not in b"".join(_unpacked(pack))


def _unpacked(pack: bytes) -> list[bytes]:
    """Return whatever can be unpacked at any place of a file."""
    starts = [at for at in range(len(pack)) if pack[at : at + 4] == b"PK\x03\x04"]
    found = []
    for at in starts:
        head = (
            30 + int.from_bytes(pack[at + 26 : at + 28], "little") + int.from_bytes(pack[at + 28 : at + 30], "little")
        )
        found.append(zlib.decompressobj(-15).decompress(pack[at + head :]))
    return found


def test_damage_is_refused(view: View) -> None:
    """Whatever byte is changed, the same value or an error in words comes out, never another value."""
    saved = saved_view(view, "Arms")
    text = embedded_text(saved, view).encode()
    good = carried_from(text)

    @settings(deadline=None, max_examples=300)
    @given(st.integers(0, len(text) - 1), st.integers(0, 255), st.integers(0, 30))
    def holds(at: int, byte: int, cut: int) -> None:
        damaged = text[:at] + bytes([byte]) + text[at + 1 + cut :]
        try:
            found = carried_from(damaged)
        except EntenteError:
            return
        assert found == good

    holds()


def test_a_newer_form_is_refused_by_name() -> None:
    """The version that wrote it is in the message."""
    with pytest.raises(SavedViewError, match=r"Entente 3\.0 in form 2"):
        carried_from('{"entente":"view","form":2,"program":"3.0","holes":[]}')


def test_a_text_that_is_too_long_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit stands before the parser."""
    monkeypatch.setattr(carried, "LARGEST", 10)
    with pytest.raises(SavedViewError, match="longer"):
        carried_from("x" * 11)


def test_data_that_would_not_open_is_not_embedded(little: Network) -> None:
    """A network with a fault of its own is refused before the file is written, with the way out."""
    view = view_of(little, Filter())
    with pytest.raises(NotEmbeddedError, match=r"rel:plant.*Embed a reference"):
        embedded_text(saved_view(view, "All"), view)
