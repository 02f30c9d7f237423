"""Frozen dataclasses with slots, made in a quarter of the time.

`dataclasses.dataclass` compiles seven methods for each class, about 0.5 ms; the window would pay
that for some forty classes before its first picture. Here only the constructor is compiled; what
compares, hashes and prints is shared. What comes out is a dataclass: `fields`, `replace` and type
checkers treat it as one.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")
_Key = Callable[[Any], Any]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """Class decorator: the same as `@dataclass(frozen=True, slots=True)`.

    Methods that the class defines itself are kept. Not supported, as nothing here needs it: fields
    that are not in the constructor, keyword-only fields, `InitVar`.
    """
    cls.__doc__ = cls.__doc__ or cls.__name__  # else its signature is worked out for that
    own = set(cls.__dict__)
    is_heir = any(_is_frozen(base) for base in cls.__mro__[1:])
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True, frozen=is_heir)(cls)
    made.__dataclass_params__.frozen = True  # for classes that inherit from it
    parts = fields(made)
    methods = {
        "__init__": _constructor(made, parts),
        "__repr__": _printer(tuple(part.name for part in parts)),
        **_comparisons(made, tuple(part.name for part in parts if part.compare)),
        "__setattr__": _refuse_change,
        "__delattr__": _refuse_change,
    }
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]  # the class itself, with its methods


def _is_frozen(cls: type) -> bool:
    parameters = getattr(cls, "__dataclass_params__", None)
    return parameters is not None and parameters.frozen


def _constructor(cls: type, parts: tuple[Field[Any], ...]) -> Any:
    """Sets each slot by its descriptor: faster than `object.__setattr__` with a name."""
    names: dict[str, object] = {"missing": MISSING}
    arguments, body = ["self"], []
    for part in parts:
        name = part.name
        names[f"set_{name}"] = getattr(cls, name).__set__
        value = name
        if part.default is not MISSING:
            names[f"default_{name}"] = part.default
            arguments.append(f"{name}=default_{name}")
        elif part.default_factory is not MISSING:
            names[f"make_{name}"] = part.default_factory
            arguments.append(f"{name}=missing")
            value = f"make_{name}() if {name} is missing else {name}"
        else:
            arguments.append(name)
        body.append(f" set_{name}(self, {value})")
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    made: dict[str, Any] = {}
    text = f"def __init__({', '.join(arguments)}):\n" + "\n".join(body or [" pass"])
    exec(text, names, made)  # noqa: S102 - as dataclasses does: from names of fields alone
    return made["__init__"]


def _printer(names: tuple[str, ...]) -> Callable[[Any], str]:
    def __repr__(self: Any) -> str:  # noqa: N807 - the name people see in tracebacks
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({values})"

    return __repr__


def _comparisons(cls: type, names: tuple[str, ...]) -> dict[str, Any]:
    key: _Key = attrgetter(*names) if names else type

    def __eq__(self: Any, other: object) -> Any:  # noqa: N807 - see above
        if self is other:
            return True
        return key(self) == key(other) if type(other) is cls else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807 - see above
        return hash(key(self))

    return {"__eq__": __eq__, "__hash__": __hash__}


def _refuse_change(self: object, name: str, value: object = None) -> None:
    del value
    raise FrozenInstanceError(f"{name} of {type(self).__name__} cannot be changed")
