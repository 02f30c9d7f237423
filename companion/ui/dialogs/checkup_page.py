"""What the doctor found, in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from companion.ui.control.keeping import Keeping
from companion.ui.i18n import labelled, said_text, translate
from companion.ui.theme import Look
from companion.ui.widgets.flow_layout import flowing
from companion.ui.widgets.labels import label

if TYPE_CHECKING:
    from companion.services.doctor import Finding


class CheckupPage(QFrame):
    """Looks when it is opened; servers are asked only when a person wants it."""

    def __init__(self, look: Look, keeping: Keeping) -> None:
        super().__init__()
        self._look, self._keeping = look, keeping
        self.summary = label()
        self.list = QListWidget()
        self.list.setProperty("kind", "choices")
        self.list.setAccessibleName(translate("YourData", "Findings"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.again = QPushButton(translate("YourData", "Check again"))
        self.again.clicked.connect(self.check)
        self.servers = QPushButton(translate("YourData", "Ask the servers too"))
        self.servers.clicked.connect(self._on_servers_clicked)
        keeping.checked.connect(self.show_findings)
        keeping.failed.connect(self._on_failed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.summary)
        layout.addWidget(self.list, 1)
        layout.addWidget(flowing(self.again, self.servers))

    def check(self) -> None:
        """Look at everything on this computer."""
        self._start(network=False)

    def _on_servers_clicked(self) -> None:
        self._start(network=True)

    def _start(self, *, network: bool) -> None:
        self.summary.setText(translate("YourData", "Looking …"))
        for button in (self.again, self.servers):
            button.setEnabled(False)
        self._keeping.check(network=network)

    def show_findings(self, findings: "tuple[Finding, ...]") -> None:
        """All of them; those that want something done first."""
        from companion.services.doctor import Verdict, is_well  # noqa: PLC0415 - when it looked

        self._rest()
        well = translate("YourData", "All is well.")
        faults = translate("YourData", "There are problems; what to do stands beside them.")
        self.summary.setText(well if is_well(findings) else faults)
        self.list.clear()
        order = (Verdict.PROBLEM, Verdict.NOTE, Verdict.OK)
        words = {
            Verdict.PROBLEM: translate("YourData", "Problem"),
            Verdict.NOTE: translate("YourData", "Note"),
            Verdict.OK: translate("YourData", "Fine"),
        }
        icons = {
            Verdict.PROBLEM: ("triangle-alert", "warning"),
            Verdict.NOTE: ("info", "accent"),
            Verdict.OK: ("check", "dim"),
        }
        for finding in sorted(findings, key=lambda item: order.index(item.verdict)):
            said = f"{said_text(finding.message)} {said_text(finding.advice)}".strip()
            text = labelled(words[finding.verdict], said)
            icon = self._look.icon(*icons[finding.verdict])
            self.list.addItem(QListWidgetItem(icon, text))
        self.list.setCurrentRow(0)

    def _on_failed(self, _error: Exception) -> None:
        self._rest()
        self.summary.setText("")

    def _rest(self) -> None:
        for button in (self.again, self.servers):
            button.setEnabled(True)
