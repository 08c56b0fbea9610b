"""Settings: typed, stored whole, never in the way of a start, and cleared to the last file."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from desktop import logs
from desktop.settings import (
    BROKEN_NAME,
    MOST_RECENT,
    Settings,
    SettingsStore,
    clear_traces,
    config_folder,
    data_folder,
    read_settings,
    traces,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the settings of the test lie."""
    return tmp_path / "config" / "settings.json"


def test_a_new_user_gets_the_defaults(path: Path) -> None:
    assert SettingsStore(path).settings == Settings()
    assert not path.exists()


def test_a_change_lasts_and_is_told_once(path: Path, qtbot: QtBot) -> None:
    store = SettingsStore(path)
    with qtbot.waitSignal(store.settings_changed, timeout=100):
        store.change(theme="dark", splitters={"columns": (1, 2, 3)})
    assert SettingsStore(path).settings == Settings(theme="dark", splitters={"columns": (1, 2, 3)})
    with qtbot.assertNotEmitted(store.settings_changed):
        store.change(theme="dark")


def test_a_value_of_the_wrong_type_is_refused(path: Path) -> None:
    with pytest.raises(msgspec.ValidationError):
        SettingsStore(path).change(theme="pink")


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"theme": "pink"}', b"[]", b'{"recent": 3}'])
def test_a_broken_file_is_kept_aside(path: Path, content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert read_settings(path) == Settings()
    assert path.with_name(BROKEN_NAME).read_bytes() == content
    assert "could not be read" in caplog.text


def test_fields_of_a_newer_version_are_let_pass(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"theme": "light", "something_new": 1}), encoding="utf-8")
    assert read_settings(path) == Settings(theme="light")


def test_a_disk_that_refuses_costs_the_change_only(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "config").write_text("a file where a folder should be", encoding="utf-8")
    store = SettingsStore(tmp_path / "config" / "settings.json")
    store.change(theme="dark")
    assert store.settings.theme == "dark"
    assert "could not be stored" in caplog.text


def test_recent_files_are_few_and_the_newest_first(path: Path) -> None:
    store = SettingsStore(path)
    for number in range(MOST_RECENT + 3):
        store.remember(f"/net/{number}")
    store.remember("/net/5")
    assert len(store.settings.recent) == MOST_RECENT
    assert store.settings.recent[:2] == ("/net/5", f"/net/{MOST_RECENT + 2}")


def test_private_mode_forgets_recent_files_and_takes_no_more(path: Path) -> None:
    store = SettingsStore(path)
    store.remember("/net/secret")
    store.change(private_mode=True)
    store.remember("/net/other")
    assert "/net" not in path.read_text(encoding="utf-8")


def test_the_folders_lie_in_the_home_of_the_user(home: Path) -> None:
    assert home in config_folder().parents
    assert home in data_folder().parents


def test_clearing_removes_every_file_and_says_which() -> None:
    SettingsStore().change(theme="dark")
    logs.start_file_log(data_folder())
    logs.APP.info("a line")
    listed = traces()
    assert {path.name for path in listed} == {"settings.json", logs.FILE_NAME}
    assert clear_traces() == listed
    assert not config_folder().exists()
    assert not data_folder().exists()


def test_clearing_forgets_the_last_folders_of_file_dialogs() -> None:
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.setValue("FileDialog/lastVisited", "/home/analyst/secret")
    kept.sync()
    cleared = clear_traces()
    assert [path.name for path in cleared] == [Path(kept.fileName()).name]
    assert "secret" not in Path(kept.fileName()).read_text(encoding="utf-8")
