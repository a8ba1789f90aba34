"""What a notebook shows of a map, of an answer and of a path: words, a picture, the caution."""
