"""Files made from a drawing or a view: each function takes a value and returns bytes."""
