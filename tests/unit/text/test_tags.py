import pytest

from companion.text.tags import drop_hidden, escape_stray, image_text, is_html


@pytest.mark.parametrize(
    "text",
    ["<p>x", "  <DIV class='a'>x", "<br/>x", "<!-- c --><p>", "<!DOCTYPE html><html>", "<b >"],
)
def test_leading_tag_means_html(text):
    assert is_html(text)


@pytest.mark.parametrize("text", ["x <p>", "< p>", "<psi|phi>", "<foo>", "<https://a.b>", "", "<b"])
def test_anything_else_is_markdown(text):
    assert not is_html(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a<!-- b -->c", "ac"),
        ("a<script>b</script >c", "ac"),
        ("a<STYLE type='x'>b</style>c", "ac"),
        ("a<!-- b", "a<!-- b"),
        ("a<script>b <!-- c <script>", "a<script>b <!-- c <script>"),
        ("<!doctype html>a<?xml version='1'?>b", "ab"),
        ("a<script>b</script", "a"),
        ("İ<script>b</script>c", "İc"),
    ],
)
def test_hidden_parts_go(text, kept):
    assert drop_hidden(text) == kept


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("A < B", "A &lt; B"),
        ("a<b and c>d", "a&lt;b and c>d"),
        ("<psi|phi>", "&lt;psi|phi>"),
        ("<b>x</b>", "<b>x</b>"),
        ('<a href="x<y">', '<a href="x<y">'),
        ("<td nowrap>", "<td nowrap>"),
        ("<td foo>", "&lt;td foo>"),
        ("<a href=\ufdd0>", "&lt;a href=\ufdd0>"),
        ("<img src='x' alt='a  &lt;b&gt;'>", "[image: a &lt;b&gt;]"),
        ('<IMG alt="">', "[image]"),
        ("<img src=x>", "[image]"),
        ("<script>", "&lt;script>"),
    ],
)
def test_stray_signs_are_escaped(text, escaped):
    assert escape_stray(text) == escaped


def test_image_without_words_is_named():
    assert image_text(" \n") == "[image]"
