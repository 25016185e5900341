"""Benchmarks, `python -m tests.bench`: ratios measured in one run, since times alone say what machine it was."""
