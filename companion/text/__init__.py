"""Foreign programme text made safe and readable, without Qt.

`markup` makes sanitised HTML, `plain` plain text and titles, `formulas` finds mathematics,
`unicode_math` writes it in Unicode, `typeset` draws it. Nothing heavy is imported with the package.
"""
