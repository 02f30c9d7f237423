"""HTTP for the whole program: the only package that knows requests.

Importing `companion.fetch.client` loads requests (some 200 ms): do it where it is first needed.
"""
