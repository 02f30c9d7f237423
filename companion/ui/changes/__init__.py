"""What changed, in words: lines with word-level differences, and the list that shows them."""
