"""The log file: it names no home folder, gives way when it is large, and can be stopped."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import logs


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Return a folder in which a log is kept, and stop it afterwards."""
    logs.start_file_log(tmp_path / "data")
    yield tmp_path / "data"
    logs.stop_file_log()
    logs.APP.setLevel(logging.NOTSET)


def test_every_logger_belongs_to_the_program() -> None:
    loggers = [value for value in vars(logs).values() if isinstance(value, logging.Logger)]
    assert len(loggers) > 5
    assert all(logger.name.split(".")[0] == "entente" for logger in loggers)


def test_lines_name_no_home_folder(folder: Path, home: Path) -> None:
    logs.STORAGE.info("opened %s", home / "secret" / "net.toml")
    line = (folder / logs.FILE_NAME).read_text(encoding="utf-8")
    assert str(home) not in line
    assert f"opened {Path('~') / 'secret' / 'net.toml'}" in line


def test_no_file_is_made_before_there_is_something_to_say(folder: Path) -> None:
    assert not (folder / logs.FILE_NAME).exists()


def test_a_stopped_log_takes_nothing_more(folder: Path) -> None:
    logs.stop_file_log()
    logs.APP.info("after the end")
    assert not (folder / logs.FILE_NAME).exists()


def test_a_large_log_is_kept_as_the_older_one(folder: Path) -> None:
    (folder / logs.FILE_NAME).write_bytes(b"x" * (logs.LARGEST + 1))
    logs.start_file_log(folder)
    logs.APP.info("new")
    assert (folder / logs.OLDER_NAME).stat().st_size == logs.LARGEST + 1
    assert (folder / logs.FILE_NAME).stat().st_size < 200
