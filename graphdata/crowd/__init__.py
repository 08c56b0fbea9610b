"""A network of thousands as arrays: what of it is in sight, how it is drawn at each distance, and what is hit."""
