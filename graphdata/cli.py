"""The command line: check a network, dump it, pack it, import a table; what scripts need, and no window."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TextIO

from graphdata.asking import add_ask
from graphdata.linter import warnings_in
from graphdata.linter.findings import Place, place_in_words
from graphdata.network import Network
from graphdata.problems import DatasetError, EntenteError, Problem, errors_in
from graphdata.storage.dossiers import reading_of
from graphdata.storage.dump import dump as dump_of
from graphdata.storage.files import PACK_SUFFIX
from graphdata.storage.pack import to_pack
from graphdata.storage.reading import read_network
from graphdata.storage.texts import texts_at_hand
from graphdata.storage.writing import write_whole
from graphdata.terminal import say
from graphdata.validate import problems_in_network

_LINE = re.compile(r"\b(?:line|rows?) (\d+)")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m graphdata", description=__doc__)
    add_commands(parser.add_subparsers(required=True, metavar="COMMAND"))
    chosen = parser.parse_args(arguments)
    return exit_code(chosen)


def exit_code(chosen: argparse.Namespace) -> int:
    """Run a chosen command and return its exit code; a reader that has seen enough, such as head, is no fault."""
    try:
        code = int(chosen.run(chosen))
        if sys.stdout is not None:  # as it is for a windowed program on Windows
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def add_commands(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Add each command to a parser; it sets run, which takes what was parsed and returns an exit code."""
    checking = _command(subparsers, "check", "tell every problem of a network", check_chosen)
    checking.add_argument(
        "--sources", type=Path, metavar="FOLDER", help="texts of the sources, to check places and quotes"
    )
    _command(subparsers, "dump", "print a network as one JSON object", dump_chosen)
    packing = _command(subparsers, "pack", f"write a network as a pack ({PACK_SUFFIX})", pack_chosen)
    packing.add_argument("out_file", type=Path, metavar="PACK", help="the file to write")
    _add_import(subparsers)
    add_ask(subparsers)


def _add_import(subparsers: argparse._SubParsersAction[Any]) -> None:
    told = "make dossiers from a table of claims, one a row"
    parser = subparsers.add_parser("import", help=told, description=told)
    parser.add_argument("table", type=Path, metavar="TABLE", help="a table: CSV, tab-separated text, or XLSX")
    parser.add_argument("--out", type=Path, metavar="FOLDER", required=True, help="where to write; new or empty")
    parser.add_argument("--title", default="", help="of the network; the name of the file if left out")
    parser.set_defaults(run=import_chosen)


def _command(subparsers: argparse._SubParsersAction[Any], name: str, told: str, run: object) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = subparsers.add_parser(name, help=told, description=told)
    parser.add_argument(
        "network", type=Path, metavar="NETWORK", help=f"a folder of dossiers, or a pack ({PACK_SUFFIX})"
    )
    parser.set_defaults(run=run)
    return parser


def check_chosen(chosen: argparse.Namespace) -> int:
    """Run check with parsed arguments."""
    return check(chosen.network, chosen.sources, sys.stdout)


def dump_chosen(chosen: argparse.Namespace) -> int:
    """Run dump with parsed arguments; the bytes are UTF-8 whatever the terminal speaks."""
    return dump(chosen.network, sys.stdout.buffer)


def pack_chosen(chosen: argparse.Namespace) -> int:
    """Run pack with parsed arguments."""
    return pack(chosen.network, chosen.out_file)


def import_chosen(chosen: argparse.Namespace) -> int:
    """Run import with parsed arguments."""
    return import_table(chosen.table, chosen.out, chosen.title, sys.stdout)


class _Looked(NamedTuple):
    """A network as far as it could be read, what is wrong with it, and where its records stand."""

    network: Network | None
    problems: tuple[Problem, ...]
    place: Place


def check(path: Path, texts: Path | None, out: TextIO) -> int:
    """Print every problem of a network by file, then their count; return 1 if there are errors."""
    looked = _look_at(path)
    problems = list(looked.problems)
    if looked.network:
        at_hand = texts_at_hand(looked.network, texts) if texts else ({}, ())
        problems += [*at_hand[1], *warnings_in(looked.network, at_hand[0], looked.place)]
    _print_by_file(problems, out)
    say(out, _count(problems))
    return 1 if errors_in(problems) else 0


def _look_at(path: Path) -> _Looked:
    if path.suffix != PACK_SUFFIX:
        return _Looked(*reading_of(path))
    try:
        network = read_network(path)
    except DatasetError as refused:
        return _Looked(None, refused.problems, place_in_words)
    return _Looked(network, problems_in_network(network), place_in_words)


def dump(path: Path, out: BinaryIO) -> int:
    """Write a network as JSON; return 1, with the problems on the error stream, if it cannot be read."""
    network = _network_or_none(path)
    if network is None:
        return 1
    out.write(dump_of(network))
    return 0


def pack(path: Path, out_file: Path) -> int:
    """Write a network as a pack, with a place for every actor; return 1, and tell the problems, if that fails."""
    from graphdata.layout.placement import positions_of  # check and dump need no numpy

    network = _network_or_none(path)
    if network is None:
        return 1
    try:
        write_whole(out_file, to_pack(network, positions_of(network)))
    except EntenteError as fault:
        say(sys.stderr, str(fault))
        return 1
    return 0


def import_table(table: Path, folder: Path, title: str, out: TextIO) -> int:
    """Write the network that a table makes; return 1 if a row of it was refused, or nothing was written."""
    from graphdata.storage.dossier_writing import write_dossiers
    from graphdata.storage.table import network_from_table

    network, problems, made = network_from_table(table, title)
    _print_by_file(problems, out)
    try:
        if network:
            write_dossiers(network, folder)
    except EntenteError as fault:
        say(sys.stderr, str(fault))
        return 1
    say(out, made.in_words)
    say(out, _ending(network, folder))
    return 0 if network and not made.refused else 1


def _ending(network: Network | None, folder: Path) -> str:
    if network is None:
        return "Nothing was written."
    dated = f"as of {network.as_of}" if network.as_of else "undated"
    return f"Written to {folder}, {dated}. Title and date can be changed in network.toml."


def _network_or_none(path: Path) -> Network | None:
    try:
        return read_network(path)
    except DatasetError as refused:
        _print_by_file(refused.problems, sys.stderr)
        say(sys.stderr, _count(refused.problems))
        return None


def _print_by_file(problems: Iterable[Problem], out: TextIO) -> None:
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_file[problem.place.partition(", ")[0]].append(problem)
    for file in sorted(by_file):
        say(out, file)
        for problem in sorted(by_file[file], key=_by_line):
            say(out, f"  {_in_a_line(problem)}")


def _by_line(problem: Problem) -> tuple[int, Problem]:
    found = _LINE.search(problem.place)
    return int(found[1]) if found else 0, problem


def _in_a_line(problem: Problem) -> str:
    within = problem.place.partition(", ")[2]
    head = "accepted" if problem.accepted else problem.severity
    where = f"{head}, {within}" if within else head
    told = f" Accepted: {problem.accepted}" if problem.accepted else ""
    return f"{where}: {problem.message} {problem.remedy} [{problem.rule}]{told}"


def _count(problems: Iterable[Problem]) -> str:
    kinds = ["accepted" if problem.accepted else problem.severity for problem in problems]
    errors, warnings = kinds.count("error"), kinds.count("warning")
    return f"{_number(errors, 'error')}, {_number(warnings, 'warning')}, {kinds.count('accepted')} accepted"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
