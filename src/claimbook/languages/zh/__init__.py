"""Chinese: sentences, words, numerals, times."""
