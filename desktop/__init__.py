"""The Qt application round graphdata: a window that places, shows and reports."""
