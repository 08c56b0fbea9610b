"""The panels round the map; they read the session and change it only by pushing commands."""
