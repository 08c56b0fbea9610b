"""The command line of `entente`: what is asked decides whether a window, a picture or only words are needed."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graphdata import __version__

if TYPE_CHECKING:
    import argparse

    from desktop.export.kinds import Written
    from graphdata.crowding import DeckKind

COMMANDS = ("check", "dump", "pack", "import", "ask", "export")

TIMED = "--quit-after-first-frame"
OPEN = "open"  # what a person writes before a file, `entente open map.png`, and a double click does not


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for and return the exit code."""
    # One thread for numpy's algebra: it starts quicker, and a layout comes out the same on every machine.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and words[0] in COMMANDS:
        return run_command(words)
    if len(words) > 1 and words[0] == OPEN:
        words = words[1:]
    timed = TIMED in words
    plain = [word for word in words if word != TIMED]
    if len(plain) < 2 and not any(word.startswith("-") for word in plain):
        return show_window("".join(plain), timed)  # the way of every day does not wait for a parser
    chosen = window_parser().parse_args(words)
    if chosen.self_test:
        from desktop.selftest import self_test

        return self_test()
    return show_window(chosen.network, chosen.quit_after_first_frame)


def show_window(network: str, quit_after_first_frame: bool = False) -> int:
    """Show a network in a window; the collector of cycles comes back once the map is painted."""
    from graphdata.collector import Hold

    hold = Hold()  # importing and opening make next to no cycles: looking for them takes a tenth of the start
    from desktop.plain_imports import take_back

    take_back()
    from desktop.app import run_window

    try:
        return run_window(network_path(network), quit_after_first_frame, hold.let_go)
    finally:
        hold.let_go()


def window_parser() -> argparse.ArgumentParser:
    """Return the parser of `entente` itself."""
    import argparse

    parser = argparse.ArgumentParser(
        prog="entente",
        description=f"Open a network in a window. Commands without a window: entente {'|'.join(COMMANDS)} --help.",
    )
    parser.add_argument(
        "network",
        nargs="?",
        default="",
        help="a folder, a pack, saved views (.entente), or a picture with its view; the shipped network if left out",
    )
    parser.add_argument("--version", action="version", version=f"entente {__version__}")
    parser.add_argument("--self-test", action="store_true", help="open, draw and export the shipped network, then tell")
    parser.add_argument(TIMED, action="store_true", help="print FIRST_FRAME, AT_HAND and the seconds, then end")
    return parser


def command_parser() -> argparse.ArgumentParser:
    """Return the parser of the commands that need no window."""
    import argparse

    from graphdata.cli import add_commands

    parser = argparse.ArgumentParser(prog="entente")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add_commands(commands)
    add_export(commands)
    return parser


def run_command(words: list[str]) -> int:
    """Run a command that needs no window."""
    from graphdata.cli import exit_code

    chosen = command_parser().parse_args(words)
    if "network" in chosen:
        chosen.network = network_path(str(chosen.network), folder=words[0] in ("check", "dump", "pack"))
    return exit_code(chosen)


def network_path(name: str, folder: bool = False) -> Path:
    """Return where a network lies; the shipped one may be named by its name alone."""
    from desktop import assets  # with numpy, which is imported faster once the collector of cycles is held back

    if name and (Path(name).exists() or name != assets.SHIPPED_NETWORK):
        return Path(name)
    return assets.shipped_dossiers() if folder else assets.shipped_network()


def add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the export command with every filter as an option."""
    from desktop import assets
    from desktop.export.formats import PRESETS
    from desktop.export.kinds import WHAT
    from graphdata.arrangement import LAYOUTS
    from graphdata.filter_options import add_filter_options
    from graphdata.ties import COMBINE_LABELS

    parser = commands.add_parser("export", help="write a picture, slides, a page, the evidence; no screen needed")
    parser.add_argument("network", metavar="NETWORK", help="a folder of dossiers, a pack, or russia-iran")
    parser.add_argument("out_file", metavar="OUT.png|svg|pdf|pptx|html|docx|...", type=Path)
    parser.add_argument("--what", choices=tuple(WHAT), default="", help="map, unless the ending says otherwise")
    page = parser.add_argument_group("the picture")
    shape = page.add_mutually_exclusive_group()
    shape.add_argument("--preset", choices=tuple(PRESETS), default="", help="a size by its name")
    shape.add_argument("--size", metavar="WxH", type=_pair, default=None, help="in pixels, such as 1920x1080")
    shape.add_argument("--mm", metavar="WxH", type=_pair, default=None, help="in millimetres, such as 297x210")
    page.add_argument("--dpi", type=float, default=None, help="dots per inch (300 with --mm, else 144)")
    page.add_argument("--title", default="", help="a statement; the network's title if left out")
    page.add_argument("--theme", choices=assets.THEMES, default="light", help="print is black and grey")
    page.add_argument("--transparent", action="store_true", help="no background: for coloured slides and pages")
    page.add_argument("--combine", choices=tuple(COMBINE_LABELS), default="ties", help="what one line stands for")
    page.add_argument("--layout", choices=LAYOUTS, default="clusters", help="how actors are placed")
    page.add_argument("--centre", metavar="ACTOR", default="", help="in the middle of --layout radial")
    page.add_argument("--no-legend", action="store_true")
    page.add_argument("--no-notes", action="store_true", help="leave out the numbered citations")
    page.add_argument("--no-annex", action="store_true", help="a PDF of one page: no sources in full, no table")
    page.add_argument("--earlier", metavar="DATE", default="", help="mark what changed since this date")
    page.add_argument("--before", metavar="QUERY", default="", help="mark what differs from what this query asks for")
    page.add_argument("--other", metavar="NETWORK", type=Path, default=None, help="mark what changed since a network")
    _add_keeping(parser)
    _add_slide_options(parser)
    add_filter_options(parser)
    parser.set_defaults(run=export_chosen)


def _add_slide_options(parser: argparse.ArgumentParser) -> None:
    """Add how slides are made."""
    from graphdata.crowding import DECK_LABELS

    slides = parser.add_argument_group("slides")
    slides.add_argument("--lines", choices=("editable", "exact"), default="editable", help="glued, or bent as seen")
    slides.add_argument("--deck", choices=tuple(DECK_LABELS), default="whole", help=_listed(DECK_LABELS))
    slides.add_argument("--build", choices=("domain",), default="", help="all lines faint, then each domain, then all")
    slides.add_argument(
        "--template", metavar="FILE.pptx", type=Path, default=None, help="your own: its looks, not its slides"
    )


def _add_keeping(parser: argparse.ArgumentParser) -> None:
    """Add what concerns views, their marking, and what a file carries."""
    from graphdata.carried import EMBED_LABELS

    page = parser.add_argument_group("views and marking")
    told = "saved views (.entente), or files that carry one: one deck of them all, or a file of each"
    page.add_argument("--views", metavar="FILE", type=Path, nargs="+", default=[], help=told)
    page.add_argument("--marking", metavar="LABEL", default="", help="another label than that of what is shown")
    page.add_argument("--marking-reason", metavar="TEXT", default="", help="why it may be lower; kept in the file")
    page.add_argument(
        "--embed", choices=tuple(EMBED_LABELS), default="reference", help="what the file carries, to be opened again"
    )


def _listed(labels: Mapping[DeckKind, str]) -> str:
    """Return what each choice of an option means."""
    return "; ".join(f"{key}: {words[0].lower()}{words[1:]}" for key, words in labels.items())


def _pair(text: str) -> tuple[float, float]:
    """Return width and height from WxH."""
    import argparse
    import re

    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*[xX×]\s*(\d+(?:\.\d+)?)", text.strip())
    if not found or not float(found[1]) or not float(found[2]):
        raise argparse.ArgumentTypeError(f"'{text}' is not a size; write it like 1920x1080")
    return float(found[1]), float(found[2])


def _written(chosen: argparse.Namespace) -> Written:
    """Write the document or the picture that the options ask for."""
    from desktop.export.kinds import kind_of
    from desktop.options_in_force import ensure_in_force

    kind = kind_of(chosen.out_file, chosen.what)
    ensure_in_force(chosen)
    if kind:
        from desktop import document_file

        return document_file.export_from_options(chosen, kind)
    from desktop import picture_file

    return picture_file.export_from_options(chosen)


def export_chosen(chosen: argparse.Namespace) -> int:
    """Write what the options ask for; problems are told on the error stream."""
    from graphdata.problems import EntenteError
    from graphdata.terminal import say_all

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        written = _written(chosen)
        say_all(sys.stdout, f"Written: {written.path}\n{written.advice}".rstrip())
    except EntenteError as fault:
        say_all(sys.stderr, str(fault))
        return 1
    return 0
