"""Following people, organisations, topics and searches, and what is new in them."""
