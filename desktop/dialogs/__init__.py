"""Dialogs; each offers a class method that asks and returns."""
