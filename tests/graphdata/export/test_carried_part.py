"""The custom XML part is well formed and found by python-pptx in a deck that it opens."""

from __future__ import annotations

import io

from lxml import etree
from pptx import Presentation

from graphdata.export.carried_part import NAMESPACE, with_part

TEXT = '{"entente":"view","form":1}'


def deck() -> bytes:
    """Return an empty deck of python-pptx."""
    held = io.BytesIO()
    Presentation().save(held)
    return held.getvalue()


def test_the_part_is_related_to_the_deck() -> None:
    """python-pptx reads the deck and finds the part by its relation, with the text in it."""
    read = Presentation(io.BytesIO(with_part(deck(), TEXT)))
    parts = [rel.target_part for rel in read.part.rels.values() if rel.reltype.endswith("/customXml")]
    root = etree.fromstring(parts[0].blob)
    assert (root.tag, root.text) == (f"{{{NAMESPACE}}}view", TEXT)


def test_every_part_is_well_formed_and_listed() -> None:
    """The package's own relations and types are XML, and name the property's part."""
    package = Presentation(io.BytesIO(with_part(deck(), TEXT))).part.package
    kinds = {part.partname: part.content_type for part in package.iter_parts()}
    assert kinds["/docProps/custom.xml"].endswith("custom-properties+xml")
    assert kinds["/customXml/itemProps1.xml"].endswith("customXmlProperties+xml")
