"""Between the two forms of a programme: a list, or a timetable."""

from typing import Final

from companion.ui.i18n import translate
from companion.ui.theme import Look
from companion.ui.widgets.segments import Segments

PROGRAMME: Final = "programme"
TIMETABLE: Final = "timetable"


class FormSwitch(Segments):
    """Stands over the days, in both forms."""

    def __init__(self, look: Look, form: str) -> None:
        super().__init__(translate("Pages", "Form of the programme"))
        self._look = look
        key = translate("Pages", "List or timetable (T)")
        self.add(PROGRAMME, translate("Pages", "List"), key)
        self.add(TIMETABLE, translate("Pages", "Timetable"), key)
        self.set_value(form)
        look.changed.connect(self._draw_icons)
        self._draw_icons()

    def _draw_icons(self) -> None:
        look = self._look
        size = look.fonts.px(16)
        icons = {
            PROGRAMME: look.icon("list", "text", size),
            TIMETABLE: look.icon("columns-3", "text", size),
        }
        self.set_icons(icons, size)
