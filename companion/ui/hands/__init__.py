"""Hands on keys and mouse: undo, history of places, palette, keys, talk menus, drags, text size.

`hands.Hands` is made with the window; what only a key or a click needs is imported by it then.
"""
