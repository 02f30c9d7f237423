"""Full-text search: what is indexed, how words are compared, and what is shown of a hit."""
