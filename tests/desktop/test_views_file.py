"""All saved views become files in one go, by the command line, too, and each opens again."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.command_line import main
from desktop.opening import opened
from desktop.reopening import found_in
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.reopening import carried_in_file
from graphdata.saved_view import saved_view
from graphdata.saved_views import list_to_json
from graphdata.view import view_of

pytestmark = pytest.mark.usefixtures("qapp", "unhooked")


def test_a_list_is_exported(tmp_path: Path, pack: Path, network: Network) -> None:
    views = tuple(
        saved_view(view_of(network, Filter(domains=frozenset([domain]))), domain) for domain in ("arms", "money")
    )
    (tmp_path / "views.entente").write_bytes(list_to_json(views))
    code = main(
        ["export", str(pack), str(tmp_path / "maps.svg"), "--views", str(tmp_path / "views.entente"), "--embed", "data"]
    )
    assert code == 0
    files = sorted((tmp_path / "maps").glob("*.svg"))
    assert [path.name for path in files] == ["01-arms.svg", "02-money.svg"]
    found = [found_in(path, None, ()).made.view for path in files]
    assert [{each.domain for each in view.relations} for view in found] == [{"arms"}, {"money"}]


@pytest.mark.parametrize("name", ["annex.docx", "annex.html", "shown.csv", "sources.ris"])
def test_documents_of_views_are_of_these_views(tmp_path: Path, pack: Path, network: Network, name: str) -> None:
    views = tuple(saved_view(view_of(network, Filter(domains=frozenset([each]))), each) for each in ("arms", "money"))
    (tmp_path / "views.entente").write_bytes(list_to_json(views))
    what = ["--what", "annex"] if name.startswith("annex") else []
    done = main(["export", str(pack), str(tmp_path / name), *what, "--views", str(tmp_path / "views.entente")])
    assert done == 0
    suffix = Path(name).suffix
    files = sorted((tmp_path / Path(name).stem).iterdir())
    assert [path.name for path in files] == [f"01-arms{suffix}", f"02-money{suffix}"]
    assert files[0].read_bytes() != files[1].read_bytes()
    if what:
        assert [found_in(path, opened(pack), ()).made.view.filter for path in files] == [each.filter for each in views]
    if suffix == ".csv":
        assert b",Money," not in files[0].read_bytes()


def test_where_one_view_is_too_large_none_is_written(
    tmp_path: Path, pack: Path, network: Network, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphdata.export.page.page.MOST_LINES", 2)
    views = tuple(saved_view(view_of(network, Filter(domains=frozenset([each]))), each) for each in ("money", "arms"))
    (tmp_path / "views.entente").write_bytes(list_to_json(views))
    assert main(["export", str(pack), str(tmp_path / "maps.html"), "--views", str(tmp_path / "views.entente")]) == 1
    assert "“arms”: 3 lines are too many for a page" in capsys.readouterr().err
    assert not (tmp_path / "maps").exists()


def test_a_list_that_is_none_is_told(tmp_path: Path, pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "views.entente").write_bytes(b'{"form":1,"views":7}')
    assert main(["export", str(pack), str(tmp_path / "maps.svg"), "--views", str(tmp_path / "views.entente")]) == 1
    assert "list of views cannot be read" in capsys.readouterr().err


def test_an_empty_list_is_told(tmp_path: Path, pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "views.entente").write_bytes(list_to_json(()))
    for name in ("maps.svg", "deck.pptx"):
        assert main(["export", str(pack), str(tmp_path / name), "--views", str(tmp_path / "views.entente")]) == 1
        assert "There is no view" in capsys.readouterr().err


def test_a_list_becomes_one_deck(tmp_path: Path, pack: Path, network: Network) -> None:
    views = tuple(saved_view(view_of(network, Filter(domains=frozenset([each]))), each) for each in ("arms", "money"))
    (tmp_path / "views.entente").write_bytes(list_to_json(views))
    assert main(["export", str(pack), str(tmp_path / "deck.pptx"), "--views", str(tmp_path / "views.entente")]) == 0
    assert [each.saved for each in carried_in_file(tmp_path / "deck.pptx")] == list(views)
