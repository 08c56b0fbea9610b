"""The dump is the whole network as one JSON object."""

from __future__ import annotations

import json

from msgspec.structs import replace

from graphdata.network import Network
from graphdata.storage.dump import dump


def test_the_dump_names_everything(sample: Network) -> None:
    found = json.loads(dump(sample))
    assert set(found) == {"network", "actors", "sources", "relations"}
    assert found["network"]["digest"] == sample.digest
    relation = next(relation for relation in found["relations"] if relation["id"] == "rel:ru-ir-cyber-tools")
    assert relation["direction"] == "forward"
    assert relation["claims"][0]["locator"] == {"label": "paragraph", "value": "14"}
    assert relation["claims"][0]["chain"][1]["modality"] == "asserted"
    assert found["sources"][0]["csl"]["issued"] == {"date-parts": [[2023, 12, 8]]}


def test_the_dump_is_indented_and_always_the_same(sample: Network) -> None:
    turned = replace(sample, actors=sample.actors[::-1])
    assert dump(turned) == dump(sample)
    assert dump(sample).startswith(b'{\n  "network": {\n    "id": "sample",\n')
    assert "Россия".encode() in dump(sample)
