"""A document as one HTML page for screen and print: no script, no request, marking at head and foot of every page.

Text runs from the left and names from the right are isolated: a page that guessed would turn arrows.
The body stands in a table without meaning of its own, because the head and foot of a table are what every browser
repeats on each printed page.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Final

from graphdata.export.xml_text import clean
from graphdata.marking import marking_colours
from graphdata.paper import Block, Heading, Paper, Paragraph, Run, Runs, Table

STYLE: Final = """
html { color-scheme: light }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 64rem; padding: 0 1.5rem; background: #fff; color: #14202b;
  font: 0.92rem/1.4 "Noto Sans", Arial, sans-serif }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 1rem 0 0.3rem }
h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; border-bottom: 2px solid #14202b; break-after: avoid }
h3 { font-size: 1.05rem; margin: 1.5rem 0 0.3rem; color: #44525e; break-after: avoid }
h4 { font-size: 1rem; margin: 1.1rem 0 0.2rem; break-after: avoid }
p, ul { margin: 0.15rem 0 } ul { padding-left: 1.2rem }
.fact { break-after: avoid }
.lead { margin-top: 0.6rem; break-after: avoid } .small { font-size: 0.85em } .faint { color: #55636f }
a { color: #0b4a8f; text-decoration: none } a:hover, a:focus { text-decoration: underline }
:target { background: #fff3c4 }
.data { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 0.85em; margin: 0.3rem 0 0.5rem }
.data th, .data td { border: 1px solid #c3ccd3; padding: 0.2rem 0.4rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere }
.data th { background: #eef1f4 } .data td p { margin: 0 } .data tr { break-inside: avoid }
.page, .page > * > tr > td { width: 100%; border: 0; padding: 0; border-collapse: collapse }
.band { display: flex; justify-content: space-between; align-items: center; gap: 1rem; padding: 0.4rem 0;
  font-size: 0.8em; color: #55636f }
.marking { background: #000; font: bold 12pt Arial, sans-serif; padding: 0.1rem 0.5rem; white-space: nowrap;
  print-color-adjust: exact }
@media print { body { max-width: none; padding: 0; font-size: 9.5pt } }
@page { size: A4; margin: 14mm 16mm 16mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Arial, sans-serif } }
"""


def to_html(paper: Paper) -> bytes:
    """Return the document as a page; the same document gives the same bytes."""
    style = f"{STYLE}.marking {{ color: {marking_colours(paper.marking)} }}\n"
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    lines = (
        "<!DOCTYPE html>",
        '<html lang="en" dir="ltr">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f'<meta name="description" content="{_said(paper.subject)}">',
        f'<meta name="keywords" content="{_said(paper.keywords)}">',
        '<meta name="generator" content="Entente">',
        f"<title>{_said(paper.title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        '<table class="page" role="presentation">',
        f"<thead><tr><td>{_band(paper)}</td></tr></thead>",
        f"<tfoot><tr><td>{_band(paper)}</td></tr></tfoot>",
        "<tbody><tr><td><main>",
        *_body(paper),
        "</main></td></tr></tbody>",
        "</table>",
        "</body>",
        "</html>",
    )
    return ("\n".join(lines) + "\n").encode()


def _band(paper: Paper) -> str:
    """Return the line at head and foot."""
    return (
        f'<div class="band"><span>{_said(paper.foot)}</span><span class="marking">{_said(paper.marking)}</span></div>'
    )


def _body(paper: Paper) -> Iterator[str]:
    """Yield the blocks, items of a list together."""
    for in_list, blocks in groupby(paper.blocks, key=_is_item):
        yield from ["<ul>"] if in_list else []
        yield from map(_block, blocks)
        yield from ["</ul>"] if in_list else []


def _is_item(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.look == "item"


def _block(block: Block) -> str:
    """Return one block."""
    if isinstance(block, Heading):
        return f"<h{block.level}{_named(block.anchor)}>{_said(block.text)}</h{block.level}>"
    if isinstance(block, Table):
        return _table(block)
    if block.look == "item":
        return f"<li>{_runs(block.runs)}</li>"
    look = f' class="{block.look}"' if block.look != "text" else ""
    return f"<p{look}>{_runs(block.runs)}</p>"


def _table(table: Table) -> str:
    """Return a table whose head is repeated on every page; its name is for those who cannot see it."""
    heads = "".join(
        f'<th scope="col" width="{share:.0%}">{_said(head)}</th>'
        for head, share in zip(table.heads, table.shares, strict=True)
    )
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{''.join(_paragraph(runs) for runs in cell)}</td>" for cell in row.cells) + "</tr>"
        for row in table.rows
    )
    return (
        f'<table class="data" aria-label="{_said(table.name)}">\n<thead><tr>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody></table>"
    )


def _paragraph(runs: Runs) -> str:
    return f"<p>{_runs(runs)}</p>"


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    """Return words, isolated from the direction of their neighbours."""
    text = f"<bdi>{_said(run.text)}</bdi>" if run.to else _said(run.text)
    text = f"<strong>{text}</strong>" if run.bold else text
    text = f'<span class="faint">{text}</span>' if run.faint else text
    return f'<a href="#{_said(run.to)}">{text}</a>' if run.to else text


def _named(anchor: str) -> str:
    return f' id="{_said(anchor)}"' if anchor else ""


def _said(text: str) -> str:
    """Return text from data, fit for an element or an attribute."""
    return escape(clean(text))
