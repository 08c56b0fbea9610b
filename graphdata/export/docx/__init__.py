"""A document as a DOCX file that word processors open, edit and restyle."""

from graphdata.export.docx.package import to_docx

__all__ = ["to_docx"]
