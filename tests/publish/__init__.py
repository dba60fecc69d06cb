"""Tests of what is published from a book."""
