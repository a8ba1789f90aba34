"""A question about two nodes and its answer, the one object that every face shows."""
