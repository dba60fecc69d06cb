"""English: sentences, numerals, times."""
