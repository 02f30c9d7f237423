import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from companion import log

logger = log.get_logger("companion.tests")


@pytest.fixture(autouse=True)
def _closed_afterwards() -> Iterator[None]:
    level = logging.getLogger("companion").level
    yield
    log.stop_logging()
    logging.getLogger("companion").setLevel(level)


def test_records_reach_the_file_in_utc(tmp_path: Path) -> None:
    assert log.start_logging(tmp_path / "companion.log")
    logger.info("synced %s", "qtml2024")
    logger.debug("not wanted")
    line = (tmp_path / "companion.log").read_text("utf-8")
    assert line.endswith("Z INFO companion.tests: synced qtml2024\n")
    assert line[10] == "T"


def test_verbose_adds_debug(tmp_path: Path) -> None:
    log.start_logging(tmp_path / "companion.log", verbose=True)
    logger.debug("wanted")
    assert "wanted" in (tmp_path / "companion.log").read_text("utf-8")


def test_starting_again_changes_the_file(tmp_path: Path) -> None:
    log.start_logging(tmp_path / "first.log")
    log.start_logging(tmp_path / "second.log")
    logger.info("hello")
    assert not (tmp_path / "first.log").read_text()
    assert (tmp_path / "second.log").read_text().count("hello") == 1


def test_file_that_cannot_be_written_is_reported_not_raised(tmp_path: Path) -> None:
    assert not log.start_logging(tmp_path)


def test_handlers_of_others_are_left_alone(tmp_path: Path) -> None:
    handler = logging.NullHandler()
    logging.getLogger("companion").addHandler(handler)
    log.start_logging(tmp_path / "companion.log")
    log.stop_logging()
    assert logging.getLogger("companion").handlers == [handler]
    logging.getLogger("companion").removeHandler(handler)


def test_log_stays_small(tmp_path: Path) -> None:
    log.start_logging(tmp_path / "companion.log")
    for _ in range(40):
        logger.info("x" * 50_000)
    sizes = [file.stat().st_size for file in tmp_path.iterdir()]
    assert len(sizes) == 3
    assert max(sizes) <= 512 * 1024


def test_newest_records_are_in_the_first_file(tmp_path: Path) -> None:
    log.start_logging(tmp_path / "companion.log")
    for number in range(3):
        logger.info("%d %s", number, "x" * 300_000)
    names = ("companion.log", "companion.log.1", "companion.log.2")
    firsts = [(tmp_path / name).read_text("utf-8")[:80] for name in names]
    assert [line.split(": ")[1][0] for line in firsts] == ["2", "1", "0"]


def test_older_file_in_the_way_is_reported_and_the_next_record_tried(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log.start_logging(tmp_path / "companion.log")
    (tmp_path / "companion.log.1").mkdir()
    (tmp_path / "companion.log.1" / "held").touch()
    (tmp_path / "companion.log.2").touch()
    for number in range(3):
        logger.info("%d %s", number, "x" * 300_000)
    assert "Logging error" in capsys.readouterr().err
    assert (tmp_path / "companion.log").read_text("utf-8").count("INFO") == 1


def test_tracebacks_are_redacted_as_well(tmp_path: Path) -> None:
    log.start_logging(tmp_path / "companion.log")
    error = ValueError(f"GET /export?token=s3cret from {Path.home()}/data")
    logger.error("failed", exc_info=error)
    text = (tmp_path / "companion.log").read_text("utf-8")
    assert "ValueError: GET /export?token=<removed> from ~/data" in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Authorization: Bearer abc.def", "Authorization: <removed>"),
        ("{'Authorization': 'Basic abc=='}", "{'Authorization': '<removed>'}"),
        ("GET /e.json?ak=1f2e&nc=yes", "GET /e.json?ak=<removed>&nc=yes"),
        ("?apikey=12&signature=34", "?apikey=<removed>&signature=<removed>"),
        ('{"emailHash": "9661", "id": 1}', '{"emailHash": "<removed>", "id": 1}'),
        ("using indp_Ab12", "using <removed>"),
        ("https://user:pass@host/x", "https://<removed>@host/x"),
        ("sent to ada.lovelace@example.org.", "sent to <address>."),
        ("2 talks, 3 tokens taken; breaking news", "2 talks, 3 tokens taken; breaking news"),
        ("in /home/ada/data", "in ~/data"),
    ],
)
def test_redact(text: str, expected: str) -> None:
    assert log.redact(text, "/home/ada") == expected


def test_redact_ignores_a_home_that_is_the_root() -> None:
    assert log.redact("/etc/x", "/") == "/etc/x"
