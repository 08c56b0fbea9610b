"""What Windows would take for a device, or cut, is known on every system."""

from __future__ import annotations

from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.storage.file_names import is_device, safe_stem, unfit_on_windows


@pytest.mark.parametrize(
    "name", ["con", "CON.png", "nul.tar.gz", "aux .svg", "lpt9.pdf", "com¹.pdf", "prn.ententepack"]
)
def test_devices_are_known(name: str) -> None:
    assert is_device(name)
    assert "for a device" in unfit_on_windows(name)


@pytest.mark.parametrize("name", ["russia-iran.png", "con-.png", "console.pdf", "com10.svg", "ایران.entente", ".part"])
def test_other_names_pass(name: str) -> None:
    assert unfit_on_windows(name) == ""


@pytest.mark.parametrize(("name", "said"), [("a.", "dot"), ("a ", "space"), ("a:b", "':'"), ("a\tb", r"'\\t'")])
def test_what_windows_cuts_or_forbids_is_told(name: str, said: str) -> None:
    assert said.replace("\\\\", "\\") in unfit_on_windows(name)


@given(st.from_regex(r"[a-z0-9][a-z0-9-]{0,6}", fullmatch=True))
def test_every_id_makes_a_name_that_is_a_file(stem: str) -> None:
    """Windows' own path agrees that it is one plain part."""
    name = f"{safe_stem(stem)}.pdf"
    assert unfit_on_windows(name) == ""
    assert PureWindowsPath(name).parts == (name,)


@pytest.mark.parametrize("name", ["con", "aux", "nul", "com1", "lpt9"])
def test_windows_own_paths_agree_on_devices(name: str) -> None:
    assert safe_stem(name) == f"{name}-"
