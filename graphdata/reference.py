"""What a saved view refers to without holding it: its dataset, and what it was compared with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.questions.baseline import Baseline
from graphdata.view import View

Short = Annotated[str, Meta(max_length=512)]


class Dataset(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Which data a view was made of: enough to find it again and to know whether it is still the same."""

    id: Short
    title: Short = ""
    version: Short = ""
    digest: Short = ""
    ruleset: Short = ""


class Compared(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a view was compared with: an earlier date, another filter, another network, or several of these."""

    earlier: Short = ""
    filter: Filter | None = None
    other: Dataset | None = None


def dataset_of(network: Network) -> Dataset:
    """Return what names a network and its content."""
    return Dataset(
        id=network.id, title=network.title, version=network.version, digest=network.digest, ruleset=network.ruleset
    )


def compared_of(view: View) -> Compared | None:
    """Return what a view is compared with, or nothing; where only the date differs, the date says it all."""
    if view.sides is None:
        return None
    before, after = view.sides
    other = None if before.network is after.network else dataset_of(before.network)
    if before.filter == after.filter:
        return Compared(other=other) if other else Compared(filter=before.filter)
    earlier = before.filter.as_of
    if earlier and before.filter == replace(after.filter, as_of=earlier):
        return Compared(earlier=earlier, other=other)
    return Compared(filter=before.filter, other=other)


def baseline_of(compared: Compared | None, others: Iterable[Network] = ()) -> tuple[Baseline, str]:
    """Return what to compare with, and what is to be said where the network that it takes is not among others."""
    if compared is None:
        return Baseline(), ""
    other = other_in(compared, others)
    if compared.other is not None and other is None:
        return Baseline(), _lost(compared.other)
    return Baseline(compared.earlier, other, compared.filter), ""


def other_in(compared: Compared | None, others: Iterable[Network]) -> Network | None:
    """Return the network that a comparison takes, of the very same content, or nothing; others are read no further."""
    wanted = compared.other if compared else None
    if wanted is None:
        return None
    return next((each for each in others if (each.id, each.digest) == (wanted.id, wanted.digest)), None)


def _lost(other: Dataset) -> str:
    """Return why a comparison is not made again, and how it can be."""
    return (
        f"The view marks what changed since “{other.title or other.id}” ({other.id}, version {other.version}, digest "
        f"{other.digest[:8] or 'none'}), which is not at hand: nothing is marked. Compare with that network to mark it."
    )
