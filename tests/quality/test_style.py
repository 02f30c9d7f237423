from tests.quality.tools import check_with


def test_ruff_finds_nothing() -> None:
    check_with("ruff", "check", "--quiet", ".")


def test_code_is_formatted() -> None:
    check_with("ruff", "format", "--check", "--quiet", ".")
