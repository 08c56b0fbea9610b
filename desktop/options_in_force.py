"""Refuses options of an export that would do nothing: nobody is to believe in a ceiling that is not in force."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Final

from desktop.export.formats import SLIDES
from graphdata.filter_options import add_filter_options
from graphdata.problems import EntenteError

# What each option is where it was not given.
OF_A_VIEW: Final = {"layout": "clusters", "centre": "", "combine": "ties", "earlier": "", "before": ""}
OF_SLIDES: Final = {"deck": "whole", "build": "", "template": None}
OF_ONE_FILE: Final = {
    "title": "", "marking": "", "marking_reason": "", "no_legend": False, "no_notes": False, "no_annex": False,
    "transparent": False,
}  # fmt: skip
SPELT: Final = {"begins": "--from", "ends": "--to"}


class OptionError(EntenteError):
    """Options that have no effect on what is to be written."""


def ensure_in_force(chosen: argparse.Namespace) -> None:
    """Raise OptionError with the options that were given and would do nothing."""
    if chosen.out_file.suffix.lower() != SLIDES:
        _refuse(chosen, OF_SLIDES, "For slides alone", f"End the name with {SLIDES}, or leave it out.")
    if not chosen.views:
        return
    own = ("Not beside --views, since each view has its own", "Change the view and keep it again, or leave it out.")
    _refuse(chosen, {**_filters(), **OF_A_VIEW}, *own)
    if chosen.out_file.suffix.lower() != SLIDES:
        _refuse(chosen, OF_ONE_FILE, *own)


def _refuse(chosen: argparse.Namespace, usual: Mapping[str, object], why: str, remedy: str) -> None:
    """Raise OptionError with the reason, where one of some options is not what it usually is."""
    given = [name for name, value in usual.items() if getattr(chosen, name) != value]
    if given:
        named = ", ".join(SPELT.get(each) or "--" + each.replace("_", "-") for each in given)
        raise OptionError(f"{why}: {named}. {remedy}")


def _filters() -> dict[str, object]:
    """Return every option that filters, and what it is where it was not given."""
    parser = argparse.ArgumentParser()
    add_filter_options(parser)
    return vars(parser.parse_args([]))
