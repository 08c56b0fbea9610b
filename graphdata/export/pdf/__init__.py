"""A document of vector pages, written by hand: text that can be found, links inside, an outline, and nobody's name.

Qt's own PDF writer has no outline and no links inside, writes its name and the clock, nine digits for every number and
each letter by itself. Qt still shapes the text; what it shaped comes in as glyphs, with the tables of their fonts.
"""

from graphdata.export.pdf.document import Information, to_pdf_bytes
from graphdata.export.pdf.outline import Bookmark
from graphdata.export.pdf.shaping import Face, Glyph, Line, Run, Typesetter

__all__ = ["Bookmark", "Face", "Glyph", "Information", "Line", "Run", "Typesetter", "to_pdf_bytes"]
