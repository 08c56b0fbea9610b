"""The line of a record or a key is found without parsing."""

from __future__ import annotations

import pytest

from graphdata.linter.findings import FieldPath
from graphdata.storage.outline import Outline

TEXT = '''id = "rel:a"
summary = """
[[claim]]
when = "in a text"
"""

[[claim]]  # the first
id = "clm:a"
locator = { label = "page", value = "1" }

[[claim]]
when = "2023"
"stance" = "supports"
chain = [
  { node = "src:a", role = "cited_in" },
  { node = "src:b", role = "origin" },
]
asserts.value = 3
[claim.locator]
label = "page"

[[ claim ]]
[[claim.chain]]
node = "src:a"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("id",), 1),
        (("summary",), 2),
        (("missing",), 1),
        ((), 1),
        (("claim", 0), 7),
        (("claim", 0, "id"), 8),
        (("claim", 0, "locator", "value"), 9),
        (("claim", 0, "when"), 7),
        (("claim", 1, "when"), 12),
        (("claim", 1, "stance"), 13),
        (("claim", 1, "chain", 0, "role"), 15),
        (("claim", 1, "chain", 1, "role"), 16),
        (("claim", 1, "chain", 0, "modality"), 15),
        (("claim", 1, "chain", 1, "modality"), 16),
        (("claim", 0, "locator", "when"), 9),
        (("claim", 1, "locator", "when"), 19),
        (("claim", 1, "asserts", "value"), 18),
        (("claim", 1, "locator", "label"), 20),
        (("claim", 2, "chain", 0, "node"), 24),
        (("claim", 9, "id"), 1),
    ],
)
def test_line_of(path: FieldPath, line: int) -> None:
    assert Outline(TEXT).line_of(path) == line
