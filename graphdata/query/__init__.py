"""The query line: a filter as one line of text, read, written, corrected and completed."""
