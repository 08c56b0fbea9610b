"""A picture with its sources on one page: a request and a view give a drawing."""

from graphdata.sheet.page import scene_on_page, sheet_of
from graphdata.sheet.request import Request

__all__ = ["Request", "scene_on_page", "sheet_of"]
