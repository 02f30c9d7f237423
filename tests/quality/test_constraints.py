import tomllib

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.quality.tools import ROOT

PINS = [
    Requirement(line)
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def pinned(name: str, python: str) -> str:
    """The one version that a Python installs."""
    (version,) = [
        str(pin.specifier).removeprefix("==")
        for pin in PINS
        if canonicalize_name(pin.name) == canonicalize_name(name) and applies(pin, python)
    ]
    return version


def applies(requirement: Requirement, python: str) -> bool:
    environment = {**default_environment(), "python_version": python}
    return requirement.marker is None or requirement.marker.evaluate(environment)


def test_every_line_is_one_exact_version_without_an_address() -> None:
    for pin in PINS:
        (specifier,) = pin.specifier
        assert specifier.operator == "=="
        assert pin.url is None


def test_every_direct_dependency_is_pinned_within_its_range() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    lines = [*project["dependencies"], *extras["test"], *extras["lint"]]
    for python in ("3.11", "3.12", "3.13"):
        for requirement in map(Requirement, lines):
            if applies(requirement, python):
                assert requirement.specifier.contains(pinned(requirement.name, python))


def test_python_3_11_never_gets_the_release_that_aborts() -> None:
    assert pinned("PySide6-Essentials", "3.11").startswith("6.11.")
    assert pinned("PySide6-Essentials", "3.11") == pinned("shiboken6", "3.11")
    assert pinned("PySide6-Essentials", "3.12") == pinned("shiboken6", "3.12")
