"""Named by python-pptx when it is imported; fitting of text by font files is nothing that we ask of it."""
