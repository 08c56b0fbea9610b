"""What really happens in a browser: no request, no foreign script, every claim readable, everything by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graphdata.network import Network

Made = Callable[..., bytes]


@pytest.fixture
def opened(browser: Any, made: Made, tmp_path: Path) -> Callable[..., Any]:
    """Return a function that writes a page and opens it."""

    def open_page(network: Network | None = None, **asked: Any) -> Any:
        path = tmp_path / "page.html"
        path.write_bytes(made(*([network] if network else [])))
        browser.open(path, **asked)
        return browser

    return open_page


def test_it_asks_for_nothing_and_nothing_is_refused(opened: Callable[..., Any]) -> None:
    browser = opened()
    assert browser.run("document.querySelectorAll('#map canvas').length") == 1
    assert browser.asked_for() == []
    assert browser.complaints() == []


def test_scripts_in_the_data_do_not_run(opened: Callable[..., Any], little: Network) -> None:
    from msgspec.structs import replace

    bad = "<img src=x onerror=\"document.title='broken'\"></script><script>document.title='broken'</script>"
    relations = tuple(replace(r, summary=bad, note=bad) for r in little.relations)
    browser = opened(replace(little, title=bad, relations=relations))
    browser.run("for (const id of lineIds) choose({ kind: 'line', id })")
    browser.run("byId('search').value = 'img'; listHits()")
    assert browser.run("document.title") == bad
    assert browser.run("pane.querySelectorAll('img, script').length") == 0
    assert browser.asked_for() == []


def test_a_script_that_is_put_in_later_is_refused(opened: Callable[..., Any]) -> None:
    browser = opened()
    browser.run("const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)")
    browser.run("const i = document.createElement('img'); i.src = 'https://example.org/x.png'; document.body.append(i)")
    assert browser.run("window.ran") is None
    assert any("Content Security Policy" in said for said in browser.complaints())
    assert browser.asked_for() == []


def test_every_claim_can_be_read_behind_its_line(opened: Callable[..., Any], little: Network) -> None:
    browser = opened()
    read = browser.run(
        "lineIds.flatMap(id => { choose({ kind: 'line', id });"
        " return Array.from(pane.querySelectorAll('[data-claim]'), card => card.dataset.claim); })"
    )
    assert sorted(read) == sorted(claim.id for claim in little.claims)


def test_a_click_on_a_line_finds_it_where_it_is_painted(opened: Callable[..., Any]) -> None:
    browser = opened()
    found = browser.run(
        "chart.edges.filter(edge => { const [a, b] = [places.get(edge.from), places.get(edge.to)];"
        " const spot = axis => (a[axis] + b[axis]) / 4 + edge.via[axis === 'x' ? 0 : 1] / 2;"
        " return network.getEdgeAt(network.canvasToDOM({ x: spot('x'), y: spot('y') })) === edge.id; }).length"
    )
    assert found == browser.run("chart.edges.length")


def test_keys_walk_read_and_return(opened: Callable[..., Any]) -> None:
    browser = opened()
    browser.run("byId('map').focus()")
    browser.press("ArrowRight")
    first = browser.run("chosen.id")
    browser.press("ArrowRight")
    assert browser.run("chosen.kind") == "line"
    assert browser.run("chosen.id") != first
    browser.press("ArrowDown")
    assert browser.run("chosen.kind") == "actor"
    browser.press("Enter")
    assert browser.run("document.activeElement.id") == "evidence"
    browser.press("Escape")
    assert browser.run("[chosen, document.activeElement.id]") == [None, "map"]


def test_a_filter_narrows_map_and_table_and_says_so(opened: Callable[..., Any]) -> None:
    browser = opened()
    browser.run("boxes.filter(box => box.value !== 'money').forEach(box => box.click())")
    assert browser.run("document.querySelectorAll('#table tbody tr:not([hidden])').length") == 2
    assert browser.run("shownEdges.length") == browser.run("visible.lines.size") > 0
    assert "Narrowed on this page: domain money. 2 of 12 relations" in browser.run("byId('narrowed').textContent")
    headed = browser.run("document.querySelector('#table h2').textContent")
    assert headed == "Relations shown: 12, 2 of them after narrowing"


def test_in_a_narrow_window_a_button_leads_down_to_the_evidence(opened: Callable[..., Any]) -> None:
    browser = opened(wide=600, high=500)
    assert browser.run("byId('read').hidden")
    browser.run("choose({ kind: 'line', id: lineIds[0] })")
    browser.run("byId('read').click()")
    assert browser.run("document.activeElement.id") == "evidence"
    top, under_the_marking = browser.run(
        "[pane.getBoundingClientRect().top, document.querySelector('.first').getBoundingClientRect().bottom]"
    )
    assert under_the_marking <= top < 500
    browser = opened(wide=1400, high=900)
    browser.run("choose({ kind: 'line', id: lineIds[0] })")
    assert browser.run("byId('read').hidden")


@pytest.mark.parametrize("words", ["россия", "Rossiya", "RUSSIA"])
def test_names_are_found_in_every_script(opened: Callable[..., Any], words: str) -> None:
    browser = opened()
    assert browser.run(f"found('{words}', visible)[0].id") == "actor:ru"


def test_the_pages_folding_is_the_programs(opened: Callable[..., Any]) -> None:
    import json

    from graphdata.folding import fold

    browser = opened()
    for words in ("Хезболла́", "حزب\u200cالله ۱۲", "Ærø Łódź, İstanbul", "كتاب يحيى", "O'Brien—Straße"):
        assert browser.run(f"fold({json.dumps(words)})") == fold(words)


def test_it_follows_the_system_and_the_button(opened: Callable[..., Any]) -> None:
    browser = opened(prefers_color_scheme="dark")
    assert browser.run("document.documentElement.dataset.theme") == "dark"
    browser.run("byId('theme').click()")
    assert browser.run("variable('--paper')").upper() == "#FFFFFF"


def test_the_marking_is_on_black_though_backgrounds_are_not_printed(opened: Callable[..., Any]) -> None:
    import io

    import pypdf

    browser = opened()
    drawn = [
        [page.get_contents().get_data() for page in pypdf.PdfReader(io.BytesIO(browser.pdf(backgrounds))).pages]
        for backgrounds in (True, False)
    ]
    assert drawn[0] == drawn[1]


def test_printed_it_shows_picture_table_and_sources(opened: Callable[..., Any]) -> None:
    import io

    import pypdf

    browser = opened(prefers_color_scheme="dark")
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(browser.pdf())).pages]
    text = "".join(pages)
    assert [page.count("TLP:") for page in pages[:-1]] == [2] * (len(pages) - 1)  # at head and foot, and nowhere else
    assert "Relations shown: 12" in text
    assert "Moscow and Tehran" in text
    assert "Choose a line" not in text
