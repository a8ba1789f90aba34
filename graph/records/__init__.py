"""Records and vocabulary: what a map is made of. Imports nothing else of the library."""
