"""Qt item models over the values of a view."""
