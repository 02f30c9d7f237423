"""Everyone with a part: a list of people, whose talks open under them."""
