"""Only SOURCE_DATE_EPOCH dates a file."""

import pytest

from graphdata.export.made_at import made_at


@pytest.mark.parametrize(
    ("epoch", "said"), [("0", "1970-01-01 00:00:00+00:00"), ("", "None"), ("-5", "None"), ("9" * 20, "None")]
)
def test_made_at(monkeypatch: pytest.MonkeyPatch, epoch: str, said: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert str(made_at()) == said
