"""What is wrong in a part of the window for somebody without a mouse or without sight."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QScrollArea, QWidget
from shiboken6 import Shiboken

_ROLES = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Border}
"""Of those who told nobody what they are; Qt itself calls what scrolls a client."""
_ROWS = 40
_NO_SENTENCE = re.compile(r"^\W*$|\bNone\b|\$|\\|, ,|^,|(?<!\+),$|\n\n|  |<[a-z]+>|\{\w*\}")


def reachable(root: QWidget) -> list[QWidget]:
    """What Tab shall lead to."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.window() is root.window()
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def called(widget: QWidget) -> str:
    """For messages."""
    return f"{type(widget).__name__} “{name_of(widget) or widget.objectName()}”"


def name_of(widget: QWidget) -> str:
    """As screen readers say it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def faults(root: QWidget) -> list[str]:
    """All of them."""
    root.activateWindow()
    QTest.qWaitForWindowActive(root.window())
    controls = reachable(root)
    found = [] if controls else ["nothing can be reached"]
    found += [f"no name: {called(widget)}" for widget in controls if not name_of(widget)]
    found += [f"no role: {called(widget)}" for widget in controls if not _has_role(widget)]
    found += list(_no_sentences(root))
    found += list(_tab_faults(root, Qt.Key.Key_Tab))
    found += list(_tab_faults(root, Qt.Key.Key_Backtab))
    found += [f"focus not seen: {called(widget)}" for widget in controls if not _shows(widget)]
    return found


def _has_role(widget: QWidget) -> bool:
    interface = QAccessible.queryAccessibleInterface(widget)
    role = interface.role() if interface else QAccessible.Role.NoRole
    return role not in _ROLES or isinstance(widget, QScrollArea)


# --- rows -----------------------------------------------------------------------------------------


def _no_sentences(root: QWidget) -> Iterator[str]:
    for view in root.findChildren(QAbstractItemView):
        if not view.isVisible() or view.window() is not root.window():
            continue
        model = view.model()
        for row in range(min(model.rowCount(), _ROWS)):
            index = model.index(row, 0)
            text = index.data(Qt.ItemDataRole.AccessibleTextRole)
            words = str(text if text is not None else index.data() or "")
            if _NO_SENTENCE.search(words):
                yield f"no sentence: row {row} of {called(view)}: {words!r}"


# --- the keyboard ---------------------------------------------------------------------------------


def _tab_faults(root: QWidget, key: Qt.Key) -> Iterator[str]:
    """Tab (or Shift+Tab) leads to everything and comes back."""
    controls = reachable(root)
    if not controls:
        return
    controls[0].setFocus(Qt.FocusReason.TabFocusReason)
    start = QApplication.focusWidget()
    seen: list[QWidget] = []
    for _ in range(2 * len(controls) + 2):
        focus = QApplication.focusWidget()
        if focus is None or focus in seen:
            break
        seen.append(focus)
        QTest.keyClick(focus, key)
    if len(seen) > 1 and QApplication.focusWidget() is seen[-1]:
        yield f"{key.name} is caught in {called(seen[-1])}"
    if QApplication.focusWidget() is not start:
        yield f"{key.name} does not come back to {called(controls[0])}"
    for widget in controls:
        if Shiboken.isValid(widget) and not _companions(widget) & set(seen):
            yield f"{key.name} never leads to {called(widget)}"


def _companions(widget: QWidget) -> set[QWidget]:
    """A control; of buttons of which one holds, all: Tab leads to that, arrows to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive():
        return set(group.buttons())
    if isinstance(widget, QAbstractButton) and widget.autoExclusive():
        return set(widget.parentWidget().findChildren(type(widget)))
    return {widget}


def _shows(widget: QWidget) -> bool:
    """Whether a person sees that the keyboard is here."""
    # A row that gets the focus may show another talk, whose page has other links.
    if not Shiboken.isValid(widget) or not widget.isVisible():
        return True
    window = widget.window()
    for area in window.findChildren(QScrollArea):
        if area.isAncestorOf(widget):
            area.ensureWidgetVisible(widget)  # as Tab does
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QCoreApplication.processEvents()
    if not widget.hasFocus():
        return True  # it left: told by `_tab_faults`
    box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-10, -10, 10, 10)
    with_focus = _picture(window, box)
    widget.clearFocus()
    QCoreApplication.processEvents()
    return with_focus != _picture(window, box)


def _picture(window: QWidget, box: QRect) -> QImage:
    return window.grab(box.intersected(window.rect())).toImage()
