"""Updates from files and addresses; the stored programmes follow, and nothing else."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from companion.catalogue import UpdatedCatalogue, bundled_catalogue
from companion.domain.bookmark import Star
from companion.domain.entry import EntryKind, EntryRef
from companion.errors import CannotReadFile, InsecureAddress, KnownError, Refused
from companion.fetch.download import HttpsDownloader
from companion.fetch.limits import Limits
from companion.services.catalogue import CatalogueService
from companion.services.editions import EditionsService
from tests.support.recorded import TLS
from tests.support.replay_server import Answer, ReplayServer
from tests.unit.services.conftest import SAMPLE, Desk

LIST = """schema = 1
series = "Quantum Techniques in Machine Learning"
short_name = "QTML"
[[edition]]
year = 2027
indico = { base = "https://indico.other.org", event_id = 5 }
sources = [{ keys = ["indico"], source = "a page" }]
"""
OLD_KEY = "indico.other.org-5"


@dataclass
class Library:
    """A desk with a catalogue that can be updated."""

    desk: Desk
    files: UpdatedCatalogue

    @property
    def editions(self) -> EditionsService:
        store = self.desk.database.programmes
        return EditionsService(self.files.editions, lambda: (SAMPLE,), store)

    @property
    def service(self) -> CatalogueService:
        limits = Limits(connect_s=5, read_s=5, total_s=10, body_mib=1, attempts=1)
        downloader = HttpsDownloader(limits, ca_file=str(TLS / "ca.pem"))
        return CatalogueService(self.files, downloader, self.editions)

    def keys(self) -> list[str]:
        return [item.key for item in self.desk.database.programmes.editions()]


@pytest.fixture
def library(desk: Desk) -> Library:
    return Library(desk, UpdatedCatalogue(desk.folder))


def test_a_file_is_taken_and_given_back(library: Library, tmp_path: Path) -> None:
    desk = library.desk
    desk.sync.sync("https://indico.other.org/event/5")
    desk.bookmarks.set_star([EntryRef(OLD_KEY, EntryKind.CONTRIBUTION, 3)], Star.STARRED)
    source = tmp_path / "list.toml"
    source.write_text(LIST, "utf-8")
    report = library.service.update(str(source))
    assert (report.added, report.changed, report.removed) == (("qtml2027",), (), ())
    assert library.service.in_use() == report.in_use
    assert library.keys() == ["qtml2027"]
    assert library.editions.stored(OLD_KEY).key == "qtml2027"
    assert len(desk.bookmarks.all()) == 1

    source.write_text(LIST.replace("event_id = 5", "event_id = 6"), "utf-8")
    assert library.service.update(str(source)).changed == ("qtml2027",)
    assert library.keys() == [OLD_KEY]

    report = library.service.reset()
    assert (report.added, report.changed, report.removed) == ((), (), ("qtml2027",))
    assert library.files.editions() == bundled_catalogue()


def test_an_address_is_taken(library: Library) -> None:
    with ReplayServer(tls="good") as server:
        server.script("/list.toml", Answer(LIST.encode()))
        report = library.service.update(f"{server.base_url}/list.toml")
    assert report.added == ("qtml2027",)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Answer(LIST.encode(), cut_at=100), Refused),
        (Answer(LIST.encode()[:-20]), CannotReadFile),
        (Answer(LIST.encode() + b"colour = 1"), CannotReadFile),
        (Answer(LIST.replace("2027", '"2027"').encode()), CannotReadFile),
        (Answer(LIST.replace("https:", "http:").encode()), CannotReadFile),
        (Answer(b"#" * (50 << 20), compress=True), Refused),
        (Answer.redirect("https://other.example.org/list.toml"), Refused),
        (Answer.html("<html>Log in</html>"), CannotReadFile),
    ],
)
def test_a_fault_changes_nothing(library: Library, answer: Answer, error: type[KnownError]) -> None:
    (library.desk.folder / "list.toml").write_text(LIST, "utf-8")
    library.service.update(str(library.desk.folder / "list.toml"))
    before, file = library.service.in_use(), library.desk.folder / "catalogue.toml"
    content = file.read_bytes()
    with ReplayServer(tls="good") as server:
        server.script("/list.toml", answer)
        with pytest.raises(error) as caught:
            library.service.update(f"{server.base_url}/list.toml")
    assert caught.value.exit_code == 4
    assert (library.service.in_use(), file.read_bytes()) == (before, content)


def test_plain_http_is_refused_without_asking(library: Library) -> None:
    with ReplayServer() as server:
        with pytest.raises(InsecureAddress):
            library.service.update(f"{server.base_url}/list.toml")
        assert server.seen == []
