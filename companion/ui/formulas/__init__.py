"""Formulas in rich text: outlines filled with the colour of the words around them."""
