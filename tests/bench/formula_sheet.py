"""Contact sheets of drawn formulas, to be judged by eye.

    QT_QPA_PLATFORM=offscreen python tests/bench/formula_sheet.py FORMULAS OUTPUT.png

FORMULAS is a text file with one formula a line, or a JSON list of {"tex": ...}. Each cell shows the
source, its reading in Unicode, and the picture on a line at its baseline.
"""

import argparse
import json
import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from companion.text.formulas import Formula, find
from companion.text.typeset import CannotTypeset, typeset
from companion.text.unicode_math import to_unicode

COLUMNS, WIDTH, ROW = 3, 1800, 66
SIZE = 20.0


def read(path: Path) -> list[tuple[str, Formula]]:
    """The formulas of a file, with their lines; what is no formula is left out."""
    if path.suffix == ".json":
        lines = [entry["tex"] for entry in json.loads(path.read_text())]
    else:
        lines = [line for line in path.read_text().splitlines() if not line.startswith("#")]
    spans = [(line, find(line)) for line in lines]
    return [(line, found[0].formula) for line, found in spans if len(found) == 1]


def draw(painter: QPainter, cell: QRectF, line: str, formula: Formula) -> bool:
    painter.setFont(QFont("DejaVu Sans Mono", 7))
    painter.setPen(QColor("#777"))
    painter.drawText(cell.topLeft() + QPointF(4, 10), line[:88])
    painter.setPen(QColor("#16c"))
    painter.drawText(cell.topLeft() + QPointF(4, 21), to_unicode(formula.source)[:88])
    try:
        drawn = typeset(formula.source, display=formula.display, size_px=SIZE, color="#000000")
    except CannotTypeset as error:
        painter.setPen(QColor("#c00"))
        painter.drawText(cell.topLeft() + QPointF(4, 40), str(error)[:88])
        return False
    scale = min(1, (cell.width() - 24) / drawn.width, (ROW - 24) / drawn.height)
    left, top = cell.left() + 10, cell.top() + 23
    QSvgRenderer(QByteArray(drawn.svg)).render(
        painter, QRectF(left, top, drawn.width * scale, drawn.height * scale)
    )
    base = top + (drawn.height - drawn.depth) * scale
    painter.setPen(QColor("#e8b0b0"))
    painter.drawLine(QPointF(cell.left(), base), QPointF(left, base))
    return True


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("formulas", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("--count", type=int, default=81)
    arguments = parser.parse_args()
    app = QGuiApplication.instance() or QGuiApplication([])
    entries = read(arguments.formulas)[arguments.first : arguments.first + arguments.count]
    rows = -(-len(entries) // COLUMNS)
    image = QImage(WIDTH, rows * ROW, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = WIDTH / COLUMNS
    right = 0
    for index, (line, formula) in enumerate(entries):
        column, row = divmod(index, rows)
        right += draw(painter, QRectF(column * width, row * ROW, width, ROW), line, formula)
    painter.end()
    image.save(str(arguments.output))
    sys.stdout.write(f"{right} of {len(entries)} drawn\n")
    app.quit()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
