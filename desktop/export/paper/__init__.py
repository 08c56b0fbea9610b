"""A document as PDF pages: text set in lines, slabs put on pages, pages painted, bookmarks added."""

from desktop.export.paper.pdf import first_page, to_pdf

__all__ = ["first_page", "to_pdf"]
