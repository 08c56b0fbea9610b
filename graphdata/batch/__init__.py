"""A scene as arrays: what a painter needs to draw thousands of marks in a few calls, the same looks as rendering.py."""
