"""The first slide carries what a sourced graphic must carry."""

from __future__ import annotations

import re

from graphdata.citation import numbered
from graphdata.export.pptx import frame
from graphdata.export.pptx.map_slide import map_slide
from graphdata.export.pptx.stage import Subject
from graphdata.sheet import Request
from graphdata.style import Theme

MUST = (
    "Iran arms Russia", "As of 8 Mar 2026", "dataset 1.0 (a1b2c3d4)", "ruleset 1", "Confidence in the 12", "[4]",
    "Shown: All relations. Nothing is left out.", "TLP:AMBER", "Domain", "Moderate", "contested",
)  # fmt: skip


def test_it_carries_all_that_it_must(subject: Subject, light: Theme) -> None:
    slide = map_slide(
        subject, Request(16 / 9, light, "Iran arms Russia"), frame.format_of(16 / 9), numbered(subject.view)
    )
    words = " ".join(re.findall(r"<a:t>([^<]*)", slide.shapes))
    for said in MUST:
        assert said in words, said
    assert slide.notes


def test_lines_are_named_and_described(subject: Subject, light: Theme) -> None:
    slide = map_slide(subject, Request(16 / 9, light), frame.format_of(16 / 9), numbered(subject.view))
    names = re.findall(r'name="(Line \d+: [^"]*)" descr="([^"]*)"', slide.shapes)
    assert len(names) == len(subject.ties)
    assert all(("Confidence" in words and "origin" in words) or "no document" in words for _, words in names)
