"""A file that was exported opens again as the picture it was, or says what has changed and where its data are."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.export.formats import Size
from desktop.export_options import text_to_carry
from desktop.opening import Opened
from desktop.picture_file import write_picture
from desktop.reopening import DatasetNotFoundError, found_in
from graphdata.carried import Embed
from graphdata.export.svg import to_svg
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.places import Place
from graphdata.questions.baseline import Baseline
from graphdata.questions.compared import compared
from graphdata.sheet import Request, sheet_of
from graphdata.storage.digest import in_order
from graphdata.storage.pack import to_pack
from graphdata.style import Theme
from graphdata.ties import ties_of
from graphdata.view import view_of

pytestmark = pytest.mark.usefixtures("qapp")
SUFFIXES = (".png", ".svg", ".pdf", ".pptx", ".html")
WANTED = Filter(domains=frozenset(["arms", "money"]), min_origins=1)


def exported(
    path: Path,
    network: Network,
    places: dict[str, Place],
    light: Theme,
    embed: Embed = "reference",
    asked: Filter = WANTED,
) -> bytes:
    """Write a picture of a network and return the drawing it was made from."""
    view = view_of(network, asked)
    ties, wanted = ties_of(view, "relations"), Request(16 / 9, light, "A statement", pins=("actor:ir",))
    carried = text_to_carry(embed, view, places, wanted, "relations")
    write_picture(path, view, ties, places, wanted, Size(100.0, 56.0, 96.0), carried=carried)
    return to_svg(sheet_of(view, ties, places, wanted))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_picture_comes_back(
    tmp_path: Path, network: Network, places: dict[str, Place], light: Theme, suffix: str
) -> None:
    whole = in_order(network)
    before = exported(tmp_path / f"map{suffix}", whole, places, light)
    found = found_in(tmp_path / f"map{suffix}", Opened(whole, places, "here"), ())
    view, ties, positions, pins = found.made[:4]
    assert (
        to_svg(sheet_of(view, ties, positions, Request(16 / 9, light, found.saved.title, pins=tuple(pins)))) == before
    )
    assert (found.changes, found.is_part, found.path) == ((), False, "here")


def compared_sheet(path: Path, baseline: Baseline, network: Network, light: Theme, embed: Embed) -> bytes:
    """Write a picture of what changed and return the drawing it was made from."""
    after = view_of(network, WANTED)
    view, ties, _ = compared(baseline.view(after), after)
    everywhere = dict.fromkeys(view.network.actor, (0.0, 0.0)) | {
        actor.id: (200.0 * at, 90.0 * (at % 4)) for at, actor in enumerate(view.network.drawn)
    }
    wanted = Request(16 / 9, light, "What changed")
    carried = text_to_carry(embed, view, everywhere, wanted, "ties")
    write_picture(path, view, ties, everywhere, wanted, Size(100.0, 56.0, 96.0), carried=carried)
    return to_svg(sheet_of(view, ties, everywhere, wanted))


@pytest.mark.parametrize("kind", ["date", "query", "network"])
def test_what_it_was_compared_with_is_compared_again(
    tmp_path: Path, network: Network, places: dict[str, Place], light: Theme, kind: str
) -> None:
    whole = in_order(network)
    older = in_order(replace(whole, version="0.9", relations=whole.relations[3:]))
    pack = tmp_path / "older.ententepack"
    pack.write_bytes(to_pack(older, places))
    made = {"date": Baseline("2022"), "query": Baseline(filter=Filter()), "network": Baseline(other=older)}[kind]
    before = compared_sheet(tmp_path / "map.svg", made, whole, light, "reference")
    found = found_in(tmp_path / "map.svg", Opened(whole, places, "here"), [pack])
    again = Request(16 / 9, light, found.saved.title)
    assert to_svg(sheet_of(found.made.view, found.made.ties, found.made.positions, again)) == before
    assert found.changes == ()
    assert found.made.baseline == made


def test_a_network_to_compare_with_that_is_gone_is_named(
    tmp_path: Path, network: Network, places: dict[str, Place], light: Theme
) -> None:
    whole = in_order(network)
    older = in_order(replace(whole, version="0.9", relations=whole.relations[3:]))
    compared_sheet(tmp_path / "map.svg", Baseline(other=older), whole, light, "reference")
    found = found_in(tmp_path / "map.svg", Opened(whole, places, "here"), [])
    assert "version 0.9" in found.changes[0].words
    assert "nothing is marked" in found.changes[0].words
    assert not any(tie.change for tie in found.made.ties)


def test_the_data_of_both_sides_open_by_themselves(tmp_path: Path, network: Network, light: Theme) -> None:
    whole = in_order(network)
    compared_sheet(tmp_path / "map.png", Baseline(filter=Filter()), whole, light, "data")
    found = found_in(tmp_path / "map.png", None, ())
    after = view_of(whole, WANTED)
    _, ties, _ = compared(view_of(whole, Filter()), after)
    assert {tie.id: tie.change for tie in found.made.ties} == {tie.id: tie.change for tie in ties}
    assert (found.is_part, found.changes) == (True, ())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_with_its_data_opens_by_itself(
    tmp_path: Path, network: Network, places: dict[str, Place], light: Theme, suffix: str
) -> None:
    exported(tmp_path / f"map{suffix}", network, places, light, "data")
    found = found_in(tmp_path / f"map{suffix}", None, ())
    view = view_of(network, WANTED)
    assert found.is_part
    assert [each.id for each in found.made.view.relations] == sorted(each.id for each in view.relations)
    assert {key: found.made.positions[key] for key in found.saved.places} == found.saved.places


def test_the_dataset_is_found_among_others(
    tmp_path: Path, network: Network, places: dict[str, Place], light: Theme
) -> None:
    whole = in_order(network)
    pack = tmp_path / "it.ententepack"
    pack.write_bytes(to_pack(whole, places))
    exported(tmp_path / "map.svg", whole, places, light)
    other = Opened(replace(whole, digest="0" * 64), places, "another content")
    found = found_in(tmp_path / "map.svg", other, (tmp_path / "gone.ententepack", pack))
    assert found.path == str(pack)
    assert found.network == whole


def test_another_version_is_shown_with_what_changed(
    tmp_path: Path, network: Network, places: dict[str, Place], light: Theme
) -> None:
    whole = in_order(network)
    exported(tmp_path / "map.svg", whole, places, light)
    gone = view_of(whole, WANTED).relations[0].id
    left = tuple(each for each in whole.relations if each.id != gone)
    newer = in_order(replace(whole, version="9", relations=left, digest=""))
    found = found_in(tmp_path / "map.svg", Opened(newer, places, ""), ())
    told = " ".join(each.words for each in found.changes)
    assert "now version 9" in told
    assert gone in told


def test_a_dataset_that_is_nowhere_is_named(
    tmp_path: Path, network: Network, places: dict[str, Place], light: Theme
) -> None:
    exported(tmp_path / "map.svg", network, places, light)
    with pytest.raises(DatasetNotFoundError, match=r"Open that network first"):
        found_in(tmp_path / "map.svg", Opened(replace(network, id="other", digest="1"), places, ""), ())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_none_leaves_nothing(
    tmp_path: Path, network: Network, places: dict[str, Place], light: Theme, suffix: str
) -> None:
    exported(tmp_path / f"map{suffix}", network, places, light, "none")
    view = view_of(network, WANTED)
    plain = tmp_path / f"plain{suffix}"
    wanted = Request(16 / 9, light, "A statement", pins=("actor:ir",))
    write_picture(plain, view, ties_of(view, "relations"), places, wanted, Size(100.0, 56.0, 96.0))
    assert (tmp_path / f"map{suffix}").read_bytes() == plain.read_bytes()
    assert b'"entente":"view"' not in plain.read_bytes()
