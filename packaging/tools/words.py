"""Writes the man page and the completion for shells from the parsers of the command line, so that they never differ.

Run with the Python of the bundle's environment: words.py FOLDER
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from project import SUMMARY, released, version

from desktop.command_line import OPEN, command_parser, window_parser

MAN_HEAD: Final = """\
.TH ENTENTE 1 "{day}" "Entente {version}" "User commands"
.SH NAME
entente \\- {summary}
.SH SYNOPSIS
.B entente
.RI [ NETWORK ]
.br
.B entente
.I COMMAND
.RI [ arguments ]
.SH DESCRIPTION
Without a command a window opens with a network: a folder of dossiers, a pack (.ententepack), saved views
(.entente), or a picture that carries its view; the network that comes with Entente if none is named.
The commands need no screen.
Entente makes no network connection.
"""
MAN_TAIL: Final = """\
.SH EXIT STATUS
0 when all went well, 1 when something was wrong with what was given (it is told on the error stream), 2 when the
command line could not be read or there is no screen.
.SH ENVIRONMENT
.TP
.B QT_QPA_PLATFORM
how windows are shown: xcb, wayland or offscreen; found out if unset.
.SH EXAMPLES
.nf
entente
entente check my-network/
entente export russia-iran map.png
entente export russia-iran arms.svg \\-\\-domain arms \\-\\-size 1920x1080
.fi
"""
BASH: Final = """\
# bash completion for entente; written from its command line
_entente() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} command= word
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case $word in {commands}) command=$word; break ;; esac
    done
    COMPREPLY=()
    case "$command ${{COMP_WORDS[COMP_CWORD-1]}}" in
{choices}
    esac
    if [[ $current == -* ]]; then
        case $command in
{options}
        esac
        return
    fi
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
    if [[ -z $command ]]; then mapfile -t -O "${{#COMPREPLY[@]}}" COMPREPLY < <(compgen -W "{words}" -- "$current"); fi
}}
complete -F _entente entente
"""
ZSH: Final = """\
#compdef entente
# zsh completion for entente: the one for bash, which is written from the command line
autoload -U +X bashcompinit && bashcompinit
{bash}"""


def parsers() -> Mapping[str, argparse.ArgumentParser]:
    """Return the parser of each command; that of the window under no name."""
    found = {"": window_parser()}
    for action in command_parser()._actions:  # noqa: SLF001  argparse offers no other way to see what it knows
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            found.update(action.choices)
    return found


def options_of(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield what a parser takes, options and words, without its own help."""
    yield from (action for action in parser._actions if action.dest != "help")  # noqa: SLF001


def man_page() -> str:
    """Return the man page."""
    day = f"{released():%Y-%m-%d}"
    blocks = [MAN_HEAD.format(day=day, version=version(), summary=_man(SUMMARY[0].lower() + SUMMARY[1:]))]
    for name, parser in parsers().items():
        blocks.append(f".SH COMMAND {name.upper()}" if name else ".SH OPTIONS")
        if name:
            blocks.append(f"{_man(' '.join(parser.format_usage().split()[1:]))}\n.PP\n{_man(parser.description or '')}")
        blocks += [_entry(action) for action in options_of(parser)]
    return "\n".join([*blocks, MAN_TAIL])


def _entry(action: argparse.Action) -> str:
    """Return an option or a word with what it means."""
    value = action.metavar or ("|".join(map(str, action.choices)) if action.choices else action.dest.upper())
    named = f"{', '.join(action.option_strings)}{'' if action.nargs == 0 else f' {value}'}".strip()
    told = (action.help or "").replace("%%", "%") or f"one of {value}"
    lines = [_man(line) for line in told.splitlines()]
    return ".TP\n" + f".B {_man(named)}\n" + "\n.br\n".join(lines)


def _man(text: str) -> str:
    """Return text so that a man page shows it as it is."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return f"\\&{escaped}" if escaped.startswith(".") else escaped


def bash_completion() -> str:
    """Return the completion for bash."""
    found = parsers()
    named = [name for name in found if name]
    options = [
        f"            '{name}') mapfile -t COMPREPLY < <(compgen -W '{_flags(parser)}' -- \"$current\") ;;"
        for name, parser in found.items()
    ]
    choices = [
        f"        '{name} {flag}') mapfile -t COMPREPLY < <(compgen -W '{' '.join(map(str, action.choices))}'"
        ' -- "$current"); return ;;'
        for name, parser in found.items()
        for action in options_of(parser)
        if action.choices
        for flag in action.option_strings
    ]
    words = " ".join([OPEN, *named, "russia-iran"])
    return BASH.format(commands="|".join(named), choices="\n".join(choices), options="\n".join(options), words=words)


def _flags(parser: argparse.ArgumentParser) -> str:
    return " ".join(flag for action in parser._actions for flag in action.option_strings)  # noqa: SLF001


def write_into(folder: Path) -> None:
    """Write man page and completions as they lie below share."""
    files = {
        "man/man1/entente.1": man_page(),
        "bash-completion/completions/entente": bash_completion(),
        "zsh/site-functions/_entente": ZSH.format(bash=bash_completion()),
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_into(Path(sys.argv[1]))
