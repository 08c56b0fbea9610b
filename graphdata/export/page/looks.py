"""The style sheet of the page: the colours of both themes as variables, the marking for print, then `page.css`."""

from __future__ import annotations

from importlib.resources import files

from graphdata.marking import marking_colours
from graphdata.style import Theme
from graphdata.vocabulary import DOMAINS


def style_sheet(light: Theme, dark: Theme, marking: str) -> str:
    """Return the whole style sheet; without scripts it follows the reader's system, and print is always light."""
    system = f"@media screen and (prefers-color-scheme: dark){{:root:not([data-theme=light]){{{_colours(dark)}}}}}"
    chosen = f"@media screen{{:root[data-theme=dark]{{{_colours(dark)}}}}}"
    ink = f":root{{{_colours(light)};--marking:{marking_colours(marking)}}}"
    own = files("graphdata").joinpath("export", "page", "page.css").read_text(encoding="utf-8")
    return "\n".join([ink, system, chosen, _printed(marking), own])


def _colours(theme: Theme) -> str:
    """Return a theme's colours as variables."""
    named = {"paper": theme.map.background, "ink": theme.map.ink, "select": theme.map.selection}
    named |= {
        "window": theme.ui.window, "muted": theme.ui.muted, "border": theme.ui.border, "button": theme.ui.button,
        "accent": theme.ui.accent, "chip": theme.ui.chip, "warning": theme.ui.warning, "error": theme.ui.error,
    }  # fmt: skip
    named |= {domain: theme.domain(domain) for domain in DOMAINS}
    scheme = "dark" if theme.dark else "light"
    return f"color-scheme:{scheme};" + ";".join(f"--{name}:{colour}" for name, colour in named.items())


def _printed(marking: str) -> str:
    """Return the margins of printed pages: the marking at head and foot of each, right-justified.

    The first page begins with the marking as on the screen, for browsers that print nothing in a margin.
    """
    words = "".join(f"\\{ord(sign):x} " for sign in marking)
    look = f'content:"{words}";font:bold 12pt sans-serif;color:{marking_colours(marking)};background:#000'
    box = f"{look};text-align:right;vertical-align:middle;height:8mm;padding-inline:3mm"
    every = f"@page{{margin:16mm 12mm;@top-right{{{box};margin:auto 0 2mm}}@bottom-right{{{box};margin:2mm 0 auto}}}}"
    return f"{every}@page:first{{margin-top:6mm;@top-right{{content:none}}}}"
