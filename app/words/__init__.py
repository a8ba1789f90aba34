"""The words of a page as HTML: pure functions from what is shown to markup, every text of the map escaped."""
