"""What an entry says in plain text and in HTML."""

import html.parser

import pytest

from companion.ical import describe
from tests.support.programmes import HOST, make_contribution, make_person
from tests.unit.ical.make import SAMPLE, edition, planned, poster

ADA, BOB = make_person(0, last_name="Lovelace"), make_person(1, affiliation="")


def entry_of(*talks, **fields):
    [entry] = planned(edition(*talks, **fields)).entries
    return entry


def test_plain_text_has_people_session_text_and_the_link_last():
    talk = make_contribution(
        1,
        description="First with $\\theta$.\n\nSecond *part*.",
        speakers=(ADA,),
        primary_authors=(ADA,),
        coauthors=(BOB, ADA),
        code="C1",
        board_number="7",
    )

    assert describe.plain(entry_of(talk)) == (
        "Speaker: Ada Lovelace (ETH Zürich)\n"
        "Authors: Ada Lovelace (ETH Zürich), Bohdan Sørensen\n"
        "Session: Session 1\n"
        "Board: 7\n"
        "Code: C1\n"
        "\n"
        "First with θ.\n"
        "\n"
        "Second part.\n"
        "\n"
        f"https://{HOST}/event/7/contributions/1/"
    )


def test_authors_who_all_speak_are_not_repeated():
    talk = make_contribution(1, speakers=(ADA, BOB), primary_authors=(BOB,), coauthors=())
    text = describe.plain(entry_of(talk))

    assert text.startswith("Speakers: Ada Lovelace (ETH Zürich), Bohdan Sørensen\nSession:")


def test_authors_stand_alone_where_nobody_is_named_as_speaker():
    talk = make_contribution(1, speakers=(), primary_authors=(ADA,), coauthors=())

    assert describe.plain(entry_of(talk)).startswith("Authors: Ada Lovelace")


def test_text_in_which_nothing_can_be_read_says_nothing():
    talk = make_contribution(1, description="<script>x</script>")

    assert "x" not in describe.plain(entry_of(talk, address=SAMPLE)).replace("Lovelace", "")
    assert "holds nothing" not in describe.plain(entry_of(talk))


@pytest.mark.parametrize(
    "raw",
    [
        "with *emphasis*",
        "`code`",
        "a [link](https://example.org)",
        "- one\n- two",
        "1. one\n2. two",
        "<p>HTML</p>",
        "| a | b |",
        "# Heading",
        "_slanted_",
    ],
)
def test_html_is_made_where_it_shows_more(raw):
    rich = describe.rich(entry_of(make_contribution(1, description=raw)))

    assert rich.startswith("<!DOCTYPE html><html><body><p>Speaker: ")
    assert rich.endswith("</body></html>")
    assert f'<a href="https://{HOST}/event/7/contributions/1/">' in rich


@pytest.mark.parametrize("raw", ["", "Plain text.\n\nWith $\\theta_1$ only, 3 < 4, a-b."])
def test_html_is_not_made_where_it_shows_no_more(raw):
    assert describe.rich(entry_of(make_contribution(1, description=raw))) == ""


def test_html_without_facts_and_link_is_the_text_alone():
    bare = make_contribution(
        1, description="*a*", speakers=(), primary_authors=(), coauthors=(), session_id=None,
        session_title=None,
    )  # fmt: skip
    rich = describe.rich(entry_of(bare, address=SAMPLE))

    assert rich == "<!DOCTYPE html><html><body><p><em>a</em></p></body></html>"


def test_foreign_text_cannot_bring_markup_of_its_own():
    evil = make_person(0, last_name="<img src=x onerror=alert(1)>", affiliation='"&')
    talk = make_contribution(1, description="*x* <script>alert(2)</script>", speakers=(evil,))
    seen: list[str] = []
    parser = html.parser.HTMLParser()
    parser.handle_starttag = lambda tag, _attributes: seen.append(tag)
    parser.feed(describe.rich(entry_of(talk)))

    assert not {"img", "script"} & set(seen)
    assert "a" in seen


def test_a_poster_session_lists_its_posters():
    second = poster(102, board_number="", code="P-2", speakers=(), title="On $\\alpha$")
    third = poster(
        103, board_number="", code="", speakers=(), primary_authors=(), coauthors=(), title="Third"
    )
    entry = entry_of(poster(101, speakers=(BOB,)), second, third)

    assert describe.plain(entry) == (
        "Session: Posters\n"
        "\n"
        "1: Poster 101\nBohdan Sørensen\n"
        "\n"
        "P-2: On α\nDmitri Okafor (Kyoto University), Élodie Okafor (Politechnika Łódzka)\n"
        "\n"
        "Third"
    )
    assert describe.rich(entry) == ""


def test_a_break_says_its_own_text():
    plan = planned(edition(make_contribution(1)), breaks=True)
    coffee = plan.entries[1]

    assert describe.plain(coffee) == ""
