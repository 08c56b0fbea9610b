"""The evidence annex: what is on show with all its claims, as a value and as a document; writers are in the exports."""

from graphdata.annex.document import paper_of
from graphdata.annex.value import Annex, annex_of

__all__ = ["Annex", "annex_of", "paper_of"]
