"""Facts and pictures as plain values: what a network is, what is on show, and what a picture consists of. No Qt."""

__version__ = "0.1.0"
