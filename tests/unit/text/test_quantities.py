import pytest

from companion.text.quantities import chemistry, unit


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\giga\electronvolt", "GeV"),
        (r"\metre\per\second\squared", "m/s²"),
        (r"\per\centi\metre\cubed", "1/cm³"),
        (r"\newton\metre", "N m"),
        (r"\square\metre", "m"),
        (r"\percent", "%"),
        (r"\tesla\percent", "T%"),
        (r"\kilo\metre\milli\second", "km ms"),
        ("GeV/c^2", "GeV/c^2"),
        (r"\parsec", "parsec"),
        (r"\micro", "µ"),
        ("", ""),
    ],
)
def test_unit(source, text):
    assert unit(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("H2O", "H₂O"),
        ("SO4^2-", "SO₄²⁻"),
        ("2H2 + O2 -> 2H2O", "2H₂ + O₂ → 2H₂O"),
        ("Ca^{2+}", "Ca²⁺"),
    ],
)
def test_chemistry(source, text):
    assert chemistry(source) == text
