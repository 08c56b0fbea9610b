"""Files that need Qt to be made: each function takes a drawing and returns bytes."""
