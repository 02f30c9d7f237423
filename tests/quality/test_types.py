import pytest

from tests.quality.tools import check_with


@pytest.mark.timeout(300)  # a first run types every library as well
def test_mypy_strict_finds_nothing() -> None:
    check_with("mypy", "--no-error-summary")
