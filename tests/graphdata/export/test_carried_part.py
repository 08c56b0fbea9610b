"""The custom XML part is well formed and found by python-pptx in a deck that it opens."""

from __future__ import annotations

import io

from lxml import etree
from pptx import Presentation

from graphdata.export.carried_part import NAMESPACE, with_parts
from graphdata.reopening import texts_in

TEXT = '{"entente":"view","form":1}'


def deck() -> bytes:
    """Return an empty deck of python-pptx."""
    held = io.BytesIO()
    Presentation().save(held)
    return held.getvalue()


def test_the_part_is_related_to_the_deck() -> None:
    """python-pptx reads the deck and finds the part by its relation, with the text in it."""
    read = Presentation(io.BytesIO(with_parts(deck(), [TEXT])))
    parts = [rel.target_part for rel in read.part.rels.values() if rel.reltype.endswith("/customXml")]
    root = etree.fromstring(parts[0].blob)
    assert (root.tag, root.text) == (f"{{{NAMESPACE}}}view", TEXT)


def test_every_part_is_well_formed_and_listed() -> None:
    """The package's own relations and types are XML, and name the property's part."""
    package = Presentation(io.BytesIO(with_parts(deck(), [TEXT]))).part.package
    kinds = {part.partname: part.content_type for part in package.iter_parts()}
    assert kinds["/docProps/custom.xml"].endswith("custom-properties+xml")
    assert kinds["/customXml/itemProps1.xml"].endswith("customXmlProperties+xml")


def test_several_views_have_a_part_and_a_property_each() -> None:
    """A deck of two views carries both, and both are found again."""
    texts = [TEXT.replace("1", number) for number in ("1", "2")]
    data = with_parts(deck(), texts)
    assert list(dict.fromkeys(texts_in(data, "deck"))) == [text.encode() for text in texts]
    package = Presentation(io.BytesIO(data)).part.package
    assert {"/customXml/item1.xml", "/customXml/item2.xml"} <= {part.partname for part in package.iter_parts()}
