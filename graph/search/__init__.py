"""Finding a node by what people call it."""
