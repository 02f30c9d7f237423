"""What happened to one talk: a section of its page."""

from datetime import tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from companion.domain.entry import EntryRef
from companion.services.registry import Services
from companion.ui.changes.groups import TalkNews, grouped, seen_words
from companion.ui.changes.rich_list import sheet, text_html
from companion.ui.context import ViewContext
from companion.ui.i18n import labelled, listed, translate
from companion.ui.service_jobs import ServiceJobs
from companion.ui.tasks import TaskRunner
from companion.ui.theme import Look
from companion.ui.views.talk_parts import Section


class HistoryPart(Section):
    """Hidden while nothing is known to have changed; put it into a page and call `show_talk`.

    Signals:
        failed: the record could not be read; holds the exception.
    """

    failed = Signal(object)

    def __init__(self, look: Look, services: Services, runner: TaskRunner) -> None:
        super().__init__(translate("Changes", "History"))
        self._look = look
        self._jobs = ServiceJobs(services, runner, self.failed.emit)
        self._news: tuple[TalkNews, ...] = ()
        self._zone: tzinfo | None = None
        self._ref: EntryRef | None = None
        self.hide()
        look.changed.connect(self._show)

    def show_talk(self, ref: EntryRef | None, context: ViewContext) -> None:
        """The history of another talk, in the zone of the context; None for no talk."""
        if ref != self._ref:
            self._news = ()
            self._show()
        self._ref, self._zone = ref, context.reader_zone
        if ref is None:
            self._jobs.drop("history")
            return
        self._jobs.run(
            lambda services: _load(services, ref, context.zone), self._on_loaded, key="history"
        )

    def _on_loaded(self, items: tuple[TalkNews, ...]) -> None:
        self._news = items
        self._show()

    def _show(self) -> None:
        about = (self._news, self._zone, self._look.tokens.name, self._look.fonts.scale)
        self.fill(about, self._lines)

    def _lines(self) -> list[QWidget]:
        assert self._zone is not None or not self._news  # noqa: S101 - set with the talk
        return [self._line(item, self._zone) for item in self._news if self._zone]

    def _line(self, item: TalkNews, zone: tzinfo) -> QLabel:
        when = seen_words(item.seen_dt, zone)
        body = "<br>".join(line.html for line in item.lines)
        made = QLabel(f"<style>{sheet(self._look)}</style>{body}<br>{text_html(when, 'small')}")
        made.setTextFormat(Qt.TextFormat.RichText)
        made.setWordWrap(True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        said = listed(line.sentence for line in item.lines)
        made.setAccessibleName(labelled(when, said))
        return made


def _load(services: Services, ref: EntryRef, zone: tzinfo) -> tuple[TalkNews, ...]:
    """Runs in the database lane."""
    from companion.text.plain import to_text  # noqa: PLC0415 - not before something changed

    items = services.changes.of_talk(ref)
    return grouped(items, None, lambda _key: zone, {}, to_text)
