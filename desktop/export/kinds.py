"""What may be written besides a picture, and as which kind of file: what is wanted and the ending decide together."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from desktop.export.formats import SUFFIXES, UnknownFormatError


class FileKind(NamedTuple):
    """A kind of file: what it holds, its ending, and its name for a reader who chooses."""

    what: str
    suffix: str
    words: str

    @property
    def carries(self) -> bool:
        """Whether the file may carry the view, to be opened again."""
        return self.what in (MAP, "annex")


class Written(NamedTuple):
    """Where a file went, and what its reader should be told of it."""

    path: Path
    advice: str


MAP: Final = "map"
WHAT: Final = {
    MAP: "the map",
    "annex": "the evidence annex",
    "tables": "all tables",
    "relations": "the relations",
    "claims": "the claims",
    "actors": "the actors",
    "sources": "the sources",
}
DOCUMENTS: Final = (
    FileKind("annex", ".docx", "Evidence annex, document"),
    FileKind("annex", ".pdf", "Evidence annex, pages"),
    FileKind("annex", ".html", "Evidence annex, for browsers"),
    FileKind("tables", ".xlsx", "Workbook of all tables"),
    FileKind("relations", ".csv", "Relations, CSV table"),
    FileKind("claims", ".csv", "Claims, CSV table"),
    FileKind("actors", ".csv", "Actors, CSV table"),
    FileKind("sources", ".csv", "Sources, CSV table"),
    FileKind("sources", ".json", "Sources for citation managers, CSL"),
    FileKind("sources", ".ris", "Sources for citation managers, RIS"),
)
UNMISTAKABLE: Final = {  # endings that say what is wanted, unless it is said
    ".docx": "annex",
    ".xlsx": "tables",
    ".csv": "relations",
    ".json": "sources",
    ".ris": "sources",
}


def kind_of(path: Path, what: str = "") -> FileKind | None:
    """Return the kind of file for a name, nothing where it is a picture; raises UnknownFormatError where it is none."""
    suffix = path.suffix.lower()
    wanted = what or UNMISTAKABLE.get(suffix, MAP)
    found = next((kind for kind in DOCUMENTS if (kind.what, kind.suffix) == (wanted, suffix)), None)
    if found or (wanted == MAP and suffix in SUFFIXES):
        return found
    fault = f"cannot hold {WHAT[wanted]}" if suffix in endings() else "names no format"
    raise UnknownFormatError(f"'{path.name}' {fault}. End it with one of {', '.join(endings(what))}.")


def endings(what: str = "") -> tuple[str, ...]:
    """Return the endings that may hold what is wanted; all of them where nothing is said."""
    pictures = tuple(SUFFIXES) if what in ("", MAP) else ()
    return tuple(dict.fromkeys((*pictures, *(kind.suffix for kind in DOCUMENTS if what in ("", kind.what)))))
