"""Path search on the causal graph: order, k best simple paths, counts, and the parts of the map they make."""
