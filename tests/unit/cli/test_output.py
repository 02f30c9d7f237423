"""What verbs write reaches any kind of standard output, or the person hears why not."""

import json
import os
import sys
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest

import companion.cli.editions
from companion.cli.output import Output, silence
from companion.errors import CannotWriteFile
from tests.unit.cli.conftest import Cli

WORDS = {"title": "Łódź – κ(x) 🐱"}


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_json_and_lines_fit_any_encoding(encoding: str) -> None:
    pipe = TextIOWrapper(BytesIO(), encoding=encoding, newline="")
    Output(as_json=True, stdout=pipe).answer(WORDS, ())
    pipe.seek(0)
    assert json.load(pipe) == WORDS
    lines = TextIOWrapper(BytesIO(), encoding=encoding, newline="")
    Output(as_json=False, stdout=lines).answer(None, ["dź 1"])
    lines.seek(0)
    assert lines.read() == ("dź 1\n" if encoding == "utf-8" else "d? 1\n")


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no such device here")
@pytest.mark.parametrize("verb", [["editions", "--json"], ["editions"], ["stars", "export", "-o-"]])
def test_a_full_disk_behind_standard_output_is_told(
    cli: Cli, verb: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        result = cli(*verb)
    assert result.code == CannotWriteFile.exit_code
    assert "Standard output cannot be written" in result.err


def test_a_reader_that_is_gone_is_not_a_full_disk() -> None:
    here, there = os.pipe()
    os.close(here)
    gone = os.fdopen(there, "w", encoding="utf-8")
    with pytest.raises(BrokenPipeError):
        Output(as_json=False, stdout=gone).answer(None, ["line"])
    silence(gone)
    gone.close()


def test_a_stream_in_memory_takes_every_letter() -> None:
    memory = StringIO()
    Output(as_json=True, stdout=memory).answer(WORDS, ())
    assert WORDS["title"] in memory.getvalue()


def test_without_any_console_verbs_still_work(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert (cli("editions").code, cli("programme").code) == (0, 2)


def test_an_interrupt_is_told_in_json_too(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(companion.cli.editions, "edition_shape", interrupt)
    result = cli("editions", "--json")
    assert (result.code, result.json["error"]["exit_code"]) == (130, 130)


def test_a_mistake_of_ours_is_a_sentence_and_a_line_in_the_log(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(companion.cli.editions, "edition_shape", fail)
    result = cli("editions", "--json")
    assert result.code == 1
    assert result.json["error"]["type"] == "BugError"
    assert "oops" in result.json["error"]["message"]
    assert "Traceback" not in result.err
    (log,) = (tmp_path / "data").rglob("*.log")
    assert "Traceback" in log.read_text(encoding="utf-8")
