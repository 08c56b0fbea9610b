"""The map on screen: a widget that paints a scene, and what it takes to do so quickly."""
