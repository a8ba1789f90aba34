"""The words of a page as HTML: pure functions from a scene to markup, every text of the map escaped."""
