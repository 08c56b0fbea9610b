"""The texts of sources that an editor keeps in a folder, found by the file name that each record gives."""

from __future__ import annotations

from pathlib import Path

from graphdata.linter.findings import printable
from graphdata.network import Network
from graphdata.problems import DatasetError, Problem
from graphdata.sourcing import Source
from graphdata.storage.files import bytes_of, decoded


def texts_at_hand(network: Network, folder: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Return the texts by the id of their source, and a warning for each that is named and cannot be read."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for source in network.sources:
        name = _file_name(source)
        try:
            if name:
                texts[source.id] = decoded(bytes_of(folder / name, f"{printable(str(folder / name))}"), name)
        except DatasetError as refused:
            problems.extend(_softened(source, refused))
    return texts, tuple(problems)


def _file_name(source: Source) -> str:
    """Return the bare name of a text; whatever folders a record may name are not followed."""
    archive = source.archive
    return Path(archive.file).name if archive and archive.media_type.startswith("text/") else ""


def _softened(source: Source, refused: DatasetError) -> list[Problem]:
    place = f"source {source.id}, archive.file"
    return [
        Problem(
            place, f"the text is not at hand: {problem.place}: {problem.message}", problem.remedy, "text", "warning"
        )
        for problem in refused.problems
    ]
