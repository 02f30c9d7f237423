"""Use cases: what a person can do with the program, without Qt, SQL or HTTP."""
