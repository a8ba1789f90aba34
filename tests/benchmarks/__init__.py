"""Measures the explorer beside its peers: `python -m tests.benchmarks`. No test: nothing here can fail."""
