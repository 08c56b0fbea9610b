"""A document on pages: its blocks set in lines, put on A4 pages, and drawn."""

from graphdata.pages.drawn import HEIGHT, PAGE_MM, WIDTH, pages_of

__all__ = ["HEIGHT", "PAGE_MM", "WIDTH", "pages_of"]
