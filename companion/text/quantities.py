r"""Units (`\SI{5}{\giga\electronvolt}`) and chemistry (`\ce{H2O}`) as plain text."""

import re

_PREFIXES = {
    "yotta": "Y", "zetta": "Z", "exa": "E", "peta": "P", "tera": "T", "giga": "G", "mega": "M",
    "kilo": "k", "hecto": "h", "deca": "da", "deci": "d", "centi": "c", "milli": "m", "micro": "µ",
    "nano": "n", "pico": "p", "femto": "f", "atto": "a",
}  # fmt: skip
_UNITS = {
    "metre": "m", "meter": "m", "second": "s", "gram": "g", "kilogram": "kg", "ampere": "A",
    "kelvin": "K", "mole": "mol", "candela": "cd", "hertz": "Hz", "newton": "N", "pascal": "Pa",
    "joule": "J", "watt": "W", "coulomb": "C", "volt": "V", "farad": "F", "ohm": "Ω", "tesla": "T",
    "siemens": "S", "weber": "Wb", "henry": "H", "celsius": "°C", "degreeCelsius": "°C",
    "degree": "°", "electronvolt": "eV", "barn": "b", "minute": "min", "hour": "h", "day": "d",
    "percent": "%", "bit": "bit", "byte": "B", "litre": "l", "liter": "l", "decibel": "dB",
    "radian": "rad", "angstrom": "Å", "GeV": "GeV", "MeV": "MeV", "keV": "keV", "TeV": "TeV",
    "MHz": "MHz", "GHz": "GHz", "kHz": "kHz", "Hz": "Hz", "ns": "ns", "us": "µs", "ms": "ms",
}  # fmt: skip
_POWERS = {"squared": "²", "cubed": "³"}
_UNIT_TOKEN = re.compile(r"\\([A-Za-z]+)|([^\\{}\s]+)")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_COUNT = re.compile(r"(?<=[A-Za-z)\]])(\d+)")
_CHARGE = re.compile(r"\^\{?([0-9]*[+-]?)\}?")


def unit(source: str) -> str:
    r"""A siunitx unit: `\giga\electronvolt`, `\metre\per\second\squared`, or plain `GeV`."""
    text = ""
    pending = ""
    for macro, plain in _UNIT_TOKEN.findall(source):
        if macro == "per":
            pending = "/" if text else "1/"
        elif macro in _POWERS:
            text += _POWERS[macro]
        elif macro in ("square", "cubic"):
            continue
        elif macro in _PREFIXES:
            pending += _PREFIXES[macro]
            if not pending.startswith(("/", "1/")) and text:
                pending = " " + pending
        else:
            text, pending = _with(text, pending, _UNITS.get(macro, macro) or plain), ""
    return (text + pending).strip()


def _with(text: str, pending: str, symbol: str) -> str:
    if text and not pending:
        return f"{text} {symbol}" if symbol[:1].isalpha() else text + symbol
    return text + pending + symbol


def chemistry(source: str) -> str:
    """An mhchem formula: `H2O` is H₂O, `SO4^2-` is SO₄²⁻, `->` an arrow."""
    text = source.replace("<=>", "⇌").replace("->", "→")
    text = _CHARGE.sub(lambda match: match[1].translate(_RAISED), text)
    text = _COUNT.sub(lambda match: match[1].translate(_LOWERED), text)
    return text.replace("_", "").replace("{", "").replace("}", "").replace("\\", "")
