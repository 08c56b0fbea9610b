"""Writes the help as one page to read and to print: `python packaging/guide.py OUT.html`.

All pages of the help stand in it with their pictures, light and dark. It runs no script and asks for nothing. The
Markdown that the pages use is little: headings, lists, tables, code, quotes, pictures and links between pages.
"""

from __future__ import annotations

import base64
import html
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from desktop.dialogs.help_pages import PAGES, page_text, page_title, picture_file, slug  # noqa: E402 - needs the path
from graphdata import __version__  # noqa: E402
from graphdata.storage.writing import write_whole  # noqa: E402

STYLE: Final = """
:root { color-scheme: light dark; --ink: #16202a; --ground: #ffffff; --soft: #f0f3f5; --rule: #c9d2d9; --link: #17607d }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6ecf0; --ground: #14202b; --soft: #1d2c39; --rule: #3b4d5c; --link: #8cc8e4 } }
body { margin: 0; color: var(--ink); background: var(--ground); font: 16px/1.5 "Noto Sans", "Segoe UI", sans-serif }
main { max-width: 54rem; margin: 0 auto; padding: 1rem 1.25rem 4rem }
h1 { margin: 3.5rem 0 .8rem; font-size: 1.9rem; line-height: 1.2 } h2 { margin: 2.2rem 0 .6rem; font-size: 1.3rem }
h3 { margin: 1.6rem 0 .4rem; font-size: 1.08rem } a { color: var(--link) }
nav { columns: 2; padding: 1rem; background: var(--soft) } nav a { display: block; break-inside: avoid }
img { display: block; max-width: 100%; height: auto; margin: 1rem 0; border: 1px solid var(--rule) }
table { border-collapse: collapse; width: 100%; margin: .8rem 0 } th, td { border: 1px solid var(--rule);
  padding: .3rem .5rem; text-align: left; vertical-align: top } th { background: var(--soft) }
code, pre { font-family: "DejaVu Sans Mono", Consolas, Menlo, monospace; font-size: .88em; background: var(--soft) }
pre { padding: .6rem .8rem; white-space: pre-wrap; overflow-wrap: anywhere }
blockquote { margin: .6rem 0; padding: .1rem 1rem; border-left: 4px solid var(--link); background: var(--soft) }
@media print { body { font-size: 10pt } main { max-width: none; padding: 0 } nav { columns: 1 } a { color: inherit }
  section { break-before: page } h2, h3 { break-after: avoid } img, tr, pre { break-inside: avoid }
  img { max-height: 21cm; width: auto }
  h1 { margin-top: 0 } }
"""
DENSITY: Final = 1.5  # dots of a picture for each point, as the help has it
POLICY: Final = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
ITEM: Final = re.compile(r"(?:-|\d+\.) ")


def guide() -> str:
    """Return the whole guide."""
    links = "".join(f'<a href="#{page}">{html.escape(page_title(page))}</a>' for page in PAGES)
    pages = "".join(f'<section id="{page}">{page_html(page)}</section>' for page in PAGES)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Entente {__version__}: the guide</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><meta name="referrer" content="no-referrer">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head>'
        f'<body><main><nav aria-label="Pages">{links}</nav>{pages}</main></body></html>\n'
    )


def page_html(page: str) -> str:
    """Return a page of the help as HTML."""
    return "\n".join(_part(page, lines) for lines in _parts(page_text(page)))


def _parts(text: str) -> Iterator[list[str]]:
    """Yield the parts of a page that empty lines divide; code between fences and indented code stay whole."""
    part: list[str] = []
    fenced = False
    for line in text.splitlines():
        fenced ^= line.startswith("```")
        if line or fenced:
            part.append(line)
        elif part:
            yield part
            part = []
    if part:
        yield part


def _part(page: str, lines: list[str]) -> str:
    """Return one part as HTML, by how its first line begins."""
    first = lines[0]
    kinds: tuple[tuple[bool, Callable[[str, list[str]], str]], ...] = (
        (first.startswith("#"), _heading),
        (first.startswith("```"), lambda _, given: _code(given[1:-1])),
        (first.startswith("    "), lambda _, given: _code([line[4:] for line in given])),
        (first.startswith("|"), _table),
        (first.startswith("> "), lambda _, given: f"<blockquote><p>{inline(_joined(given, '> '))}</p></blockquote>"),
        (bool(ITEM.match(first)), _list),
    )
    made = next((make for fits, make in kinds if fits), lambda _, given: f"<p>{inline(_joined(given))}</p>")
    return made(page, lines)


def _heading(page: str, lines: list[str]) -> str:
    """Return a heading that links lead to, and what follows it without an empty line between."""
    signs, _, words = lines[0].partition(" ")
    level = len(signs)
    place = f' id="{page}-{slug(words)}"' if level > 1 else ""
    return f"<h{level}{place}>{inline(words)}</h{level}>" + (_part(page, lines[1:]) if lines[1:] else "")


def _code(lines: list[str]) -> str:
    return f"<pre><code>{html.escape(chr(10).join(lines))}</code></pre>"


def _table(_: str, lines: list[str]) -> str:
    """Return a table; its second line only divides the head from the rest."""
    rows = [[inline(cell.strip()) for cell in line.strip("|").split("|")] for line in (lines[0], *lines[2:])]
    head, *body = (_row(row, "td" if at else "th") for at, row in enumerate(rows))
    return f"<table><thead>{head}</thead><tbody>{''.join(body)}</tbody></table>"


def _row(cells: list[str], kind: str) -> str:
    return "<tr>" + "".join(f"<{kind}>{cell}</{kind}>" for cell in cells) + "</tr>"


def _list(_: str, lines: list[str]) -> str:
    """Return a list; lines that are indented go on with the item before."""
    items: list[str] = []
    for line in lines:
        if ITEM.match(line):
            items.append(ITEM.sub("", line, count=1))
        else:
            items[-1] += " " + line.strip()
    kind = "ol" if lines[0][0].isdigit() else "ul"
    return f"<{kind}>" + "".join(f"<li>{inline(item)}</li>" for item in items) + f"</{kind}>"


def _joined(lines: list[str], sign: str = "") -> str:
    return " ".join(line.removeprefix(sign).strip() for line in lines)


def inline(text: str) -> str:
    """Return words with their code, pictures, links and stress as HTML; everything else is escaped."""
    pieces = enumerate(text.split("`"))
    return "".join(f"<code>{html.escape(piece)}</code>" if at % 2 else _stressed(piece) for at, piece in pieces)


def _stressed(text: str) -> str:
    said = html.escape(text, quote=False)
    said = re.sub(r"!\[([^\]]*)\]\(([^)]*)\)", lambda hit: _picture(hit[1], hit[2]), said)
    said = re.sub(r"\[([^\]]*)\]\(([^)]*)\)", lambda hit: f'<a href="{_target(hit[2])}">{hit[1]}</a>', said)
    said = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", said)
    return re.sub(r"\*(.+?)\*", r"<em>\1</em>", said)


def _target(link: str) -> str:
    """Return where in the guide a link of the help leads."""
    page, _, section = link.partition("#")
    return "#" + "-".join(part for part in (page.removesuffix(".md"), section) if part)


def _picture(words: str, name: str) -> str:
    """Return a picture with its bytes, the dark one for those who read in the dark."""
    dark = f'<source media="screen and (prefers-color-scheme: dark)" srcset="{_data(name, dark=True)}">'
    image = f'<img src="{_data(name, dark=False)}" width="{_width(name)}" alt="{html.escape(words)}">'
    return f"<picture>{dark}{image}</picture>"


def _width(name: str) -> int:
    """Return how wide a picture is shown, in points: a PNG tells its dots in its first lines."""
    return round(int.from_bytes(_bytes(name, dark=False)[16:20], "big") / DENSITY)


def _data(name: str, dark: bool) -> str:
    return "data:image/png;base64," + base64.b64encode(_bytes(name, dark)).decode("ascii")


def _bytes(name: str, dark: bool) -> bytes:
    file = picture_file(name, dark)
    if file is None:
        raise FileNotFoundError(f"The help names the picture {name}, which is not there: run packaging/screenshots.py")
    return file.read_bytes()


def main(names: list[str]) -> int:
    """Write the guide to the file that is named; return 2 where none is."""
    if len(names) != 1:
        print("usage: python packaging/guide.py OUT.html", file=sys.stderr)
        return 2
    write_whole(Path(names[0]), guide().encode("utf-8"))
    print(f"{names[0]}: {Path(names[0]).stat().st_size / 1024**2:.2f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
