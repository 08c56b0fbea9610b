"""Texts at hand are found by the file name in the record, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graphdata.network import Network
from graphdata.sourcing import Archive
from graphdata.storage.texts import texts_at_hand

Changed = Callable[..., Network]
UP = "src:up-2023-12-08"


def test_a_text_is_found_by_its_name(sample: Network, tmp_path: Path) -> None:
    (tmp_path / "up.txt").write_bytes("\ufeffтекст\r\n".encode())
    assert texts_at_hand(sample, tmp_path) == ({UP: "\ufeffтекст\r\n"}, ())


def test_a_text_that_is_missing_is_a_warning(sample: Network, tmp_path: Path) -> None:
    texts, problems = texts_at_hand(sample, tmp_path)
    assert texts == {}
    assert [(problem.place, problem.severity) for problem in problems] == [(f"source {UP}, archive.file", "warning")]


def test_no_path_leads_out_of_the_folder(with_source: Changed, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("s", encoding="utf-8")
    (tmp_path / "texts").mkdir()
    network = with_source(archive=Archive(sha256="a" * 64, file="../secret.txt"))
    assert texts_at_hand(network, tmp_path / "texts")[0] == {}


def test_pictures_are_no_texts(with_source: Changed, tmp_path: Path) -> None:
    network = with_source(archive=Archive(sha256="a" * 64, file="up.png", media_type="image/png"))
    assert texts_at_hand(network, tmp_path) == ({}, ())
