"""Hands a page to the system's print program, for it alone to find the printer.

Qt's own printing is not used: making a QPrinter is enough to look for print servers over the network, and the library
that does it brings TLS and service discovery along. Here nothing happens before the analyst prints.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import Final

from graphdata.problems import EntenteError

PROGRAM: Final = "lp"  # of CUPS, on Linux and macOS
PATIENCE: Final = 60.0  # seconds
SAVE_INSTEAD: Final = "Save the page as PDF, and print it from the program that shows it."


class NotPrintedError(EntenteError):
    """The system did not take the page."""


def print_program() -> str:
    """Return where the system's print program lies, an empty string where it has none.

    On Windows none is looked for: what goes by that name there is no part of the system, or lies in one's own folder.
    """
    return "" if sys.platform == "win32" else shutil.which(PROGRAM) or ""


def send(pdf: bytes, program: str = "") -> None:
    """Hand a PDF to the print program; raises NotPrintedError with what it says where it does not take it."""
    program = program or print_program()
    if not program:
        raise NotPrintedError(f"Entente has no program to print with on this system. {SAVE_INSTEAD}")
    command = [program, "-t", "Entente", "-o", "fit-to-page", "-"]
    try:
        subprocess.run(command, input=pdf, capture_output=True, check=True, timeout=PATIENCE)  # noqa: S603  no shell
    except subprocess.CalledProcessError as fault:
        said = fault.stderr.decode(errors="replace").strip() or f"it ended with {fault.returncode}"
        raise NotPrintedError(f"'{PROGRAM}' did not take the page: {said}. {SAVE_INSTEAD}") from None
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise NotPrintedError(f"'{PROGRAM}' did not answer: {fault}. {SAVE_INSTEAD}") from None
