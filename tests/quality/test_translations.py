"""The French of the window: every text, with the same placeholders, as it is written in French."""

import ast
import re
import runpy
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "resources" / "translations" / "companion_fr.ts"
PLACEHOLDER = re.compile(r"\{\w*\}")
AMPERSAND = re.compile(r"&\w")
DYNAMIC = {"Details", "Errors", "Glue", "Places", "Reasons", "SeriesLinks", "Sources", "Titles"}
"""Contexts whose texts stand below the window; the command collects them there."""
WRONG = {
    "two spaces": re.compile(r"  "),
    "a straight apostrophe": re.compile(r"\w'\w"),
    "English quotes": re.compile("[“”]"),
    "a high mark without its narrow space": re.compile(r"[^\u202f\s)][;!?](?![\w=])"),
    "a high mark after a space that breaks": re.compile(r" [;!?:»]"),
    "a colon without its space": re.compile(r"[^\u00a0\d\w]:(?![/\d])|\w:(?=[\s«])"),
    "a quote without its space": re.compile("«[^\u00a0]|[^\u00a0]»"),
    "three dots": re.compile(r"\.\.\.| …"),
}


def tool() -> SimpleNamespace:
    """The project's own command."""
    return SimpleNamespace(**runpy.run_path(str(ROOT / "packaging" / "dev" / "translations.py")))


Message = tuple[str, str, str, tuple[str, ...], str]


@cache
def messages() -> tuple[Message, ...]:
    """Context, English, comment, French (its plural forms), state."""
    found: list[Message] = []
    for context in ET.parse(SOURCE).getroot().iter("context"):
        name = context.findtext("name") or ""
        for item in context.iter("message"):
            french = item.find("translation")
            assert french is not None
            forms = tuple(form.text or "" for form in french.findall("numerusform"))
            words = forms or (french.text or "",)
            comment, state = item.findtext("comment") or "", french.get("type") or "finished"
            found.append((name, item.findtext("source") or "", comment, words, state))
    return tuple(found)


def finished() -> list[Message]:
    return [message for message in messages() if message[4] == "finished"]


def test_the_file_that_is_read_is_made_of_the_one_that_is_edited(tmp_path: Path) -> None:
    tool().release(SOURCE, tmp_path / "made.qm")
    made = (tmp_path / "made.qm").read_bytes()
    assert made == SOURCE.with_suffix(".qm").read_bytes(), "run: make translations"


def test_every_text_of_the_window_has_its_french_and_nothing_else_has() -> None:
    known = {
        (context, source, comment, len(forms) == 2)
        for context, source, comment, forms, _ in messages()
    }
    wanted = {(t.context, t.source, t.comment, t.is_plural) for t in tool().collect()}
    assert wanted == known, "run: make translations"
    assert [message[:2] for message in messages() if message[4] != "finished"] == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    unequal = [
        (source, form)
        for _, source, _, forms, _ in finished()
        for place, form in enumerate(forms)
        if sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(form))
        # “The talk” needs no number where there is only one.
        or ("%n" in form) != ("%n" in source and (place or "%n" in form))
    ]
    assert not unequal


def test_plurals_have_both_forms_of_french() -> None:
    for context, source, _, forms, _ in finished():
        assert all(forms), (context, source)
        assert len(forms) == (2 if "%n" in source else 1), (context, source)


@pytest.mark.parametrize("fault", WRONG)
def test_french_is_set_as_french_is(fault: str) -> None:
    wrong = [
        form
        for _, _, _, forms, _ in finished()
        for form in forms
        if WRONG[fault].search(form) and "pip install" not in form
    ]
    assert not wrong


def test_lines_and_ends_of_sentences_are_those_of_english() -> None:
    for _, source, _, forms, _ in finished():
        for form in forms:
            assert source.count("\n") == form.count("\n"), form
            assert source.endswith(".") == form.endswith("."), form
            assert source == source.strip() or source == "; "


def test_no_button_means_a_letter_by_an_ampersand_in_one_language_only() -> None:
    for _, source, _, forms, _ in finished():
        for form in forms:
            assert bool(AMPERSAND.search(source)) == bool(AMPERSAND.search(form)), form


def test_only_texts_that_stand_below_the_window_are_not_literal() -> None:
    dynamic = {
        ast.unparse(call.args[0]).strip("'\"")
        for path in sorted((ROOT / "companion" / "ui").rglob("*.py"))
        if path.name != "i18n.py"
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "translate"
        and not all(isinstance(argument, ast.Constant) for argument in call.args[:3])
    }
    assert dynamic <= DYNAMIC


def test_numbers_in_english_go_with_one_and_with_many() -> None:
    """`%n talk(s)`: what stands in brackets goes for one, so brackets mean nothing else there."""
    for context, source, _, _, _ in messages():
        if "%n" in source:
            assert all(found == "s" for found in re.findall(r"\((\w+)\)", source)), (
                context,
                source,
            )
            # Stars are told one by one by their title; their sentences are for several.
            is_of_many = re.search(r"%n\b[^.:]*\b(are|come|have|lie|wait|were)\b", source)
            assert not is_of_many or context == "Stars", (context, source)
