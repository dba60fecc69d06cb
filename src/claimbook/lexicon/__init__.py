"""Typed readers of the vocabulary in `data/`: every row is checked when it is read."""
