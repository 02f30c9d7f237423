"""Brings the French of the window up to date with the sources: `make translations`.

    python packaging/dev/translations.py [--list]

Collects every text that the window can show, lets Qt's own `lupdate` merge them into
resources/translations/companion_fr.ts (where Qt Linguist or an editor translates them) and
`lrelease` make companion_fr.qm of it, which the program reads. Both files are committed, so that
nobody needs this to run the program. `--list` prints what was collected as JSON and writes nothing.

The texts go to lupdate as one file of plain calls: read from the sources themselves, it loses the
plural of every call whose number is more than a literal, and it cannot know the texts that stand
below the window without any Qt (errors, reasons, places).
"""

import ast
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "resources" / "translations" / "companion_fr.ts"
WINDOW = "companion/ui"
NOT_IN_THE_WINDOW = ("companion/ui", "companion/cli")
DATA = ("resources/editions.toml", "resources/sample/sample.toml")
REASONS = "companion/domain/series/reasons.py"
DOCTOR = "companion/services/doctor.py"
GLANCE = "companion/domain/series/glance.py"
DETAILS = {"BadField", "BadUserData", "Said"}
"""What is called with a detail as its last positional argument."""
ALL_GIVEN = re.compile(r"\{\w+\}\Z")


@dataclass(frozen=True, order=True, slots=True)
class Text:
    """One text to translate; `comment` tells two meanings apart."""

    context: str
    source: str
    comment: str = ""
    is_plural: bool = False


def collect(root: Path = ROOT) -> list[Text]:
    """All of them, each once, in a lasting order."""
    window = (text for path in modules(root, WINDOW) for text in in_calls(parsed(path)))
    below = (
        text
        for path in modules(root, "companion")
        if not path.relative_to(root).as_posix().startswith(NOT_IN_THE_WINDOW)
        for text in in_errors(parsed(path))
    )
    others = (*in_reasons(parsed(root / REASONS)), *in_glance(parsed(root / GLANCE)))
    sentences = in_sentences(parsed(root / DOCTOR))
    return sorted({*window, *below, *others, *sentences, *in_data(root)})


def modules(root: Path, folder: str) -> list[Path]:
    """The modules of a package."""
    return sorted((root / folder).rglob("*.py"))


def parsed(path: Path) -> ast.Module:
    """A module as a tree."""
    return ast.parse(path.read_text(encoding="utf-8"), path.name)


def in_calls(tree: ast.Module) -> Iterator[Text]:
    """The literal texts of `translate`, also where a module calls it `t`."""
    for call in calls(tree, {"translate", "t"}):
        words = [constant(argument) for argument in call.args[:3]]
        if len(words) >= 2 and words[0] is not None and words[1] is not None:
            comment = words[2] if len(words) > 2 else None
            named = {keyword.arg for keyword in call.keywords}
            yield Text(words[0], words[1], comment or "", len(call.args) > 3 or "n" in named)


def in_errors(tree: ast.Module) -> Iterator[Text]:
    """Templates and advice of the error classes, and the details that are given to them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for name in ("template", "advice"):
                if (words := constant(assigned(node.body, name))) and not ALL_GIVEN.match(words):
                    yield Text("Errors", words)
        elif (isinstance(node, ast.keyword) and node.arg == "detail") or (
            isinstance(node, ast.Assign) and is_named(node, "detail")
        ):
            yield from (Text("Details", words) for words in [constant(node.value)] if words)
    for call in calls(tree, DETAILS):
        if call.args and (words := constant(call.args[-1])):
            yield Text("Details", words)


def is_named(node: ast.Assign, name: str) -> bool:
    """Whether this name is set."""
    return any(isinstance(target, ast.Name) and target.id == name for target in node.targets)


def in_sentences(tree: ast.Module) -> Iterator[Text]:
    """Whole sentences of a module, wherever they stand but in its documentation."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        words = constant(node) if isinstance(node, ast.Constant) else None
        if words and words.endswith(".") and " " in words and id(node) not in docs:
            yield Text("Details", words)


def in_reasons(tree: ast.Module) -> Iterator[Text]:
    """Why two people or talks belong together."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and (words := constant(node.value)):
            yield Text("Reasons", words)


def in_glance(tree: ast.Module) -> Iterator[Text]:
    """Names of links, and where facts are from, as far as the program says it itself."""
    for call in calls(tree, {"Link"}):
        if call.args and (words := constant(call.args[0])):
            yield Text("SeriesLinks", words)
    for name in ("SAMPLE_SOURCE", "ITS_INDICO"):
        if words := constant(assigned(tree.body, name)):
            yield Text("Sources", words)


def in_data(root: Path) -> Iterator[Text]:
    """The places of the catalogue, and the titles of the samples."""
    for name in DATA:
        content = tomllib.loads((root / name).read_text(encoding="utf-8"))
        for edition in content["edition"]:
            yield from (Text("Places", edition[k]) for k in ("city", "country") if k in edition)
            if "city" not in edition and "venue" in edition:
                yield Text("Places", edition["venue"])
            if "title" in edition:
                yield Text("Titles", edition["title"])


def calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    """Calls of functions with these plain names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def constant(node: ast.expr | None) -> str | None:
    """The text of a literal; None for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def assigned(body: Iterable[ast.stmt], name: str) -> ast.expr | None:
    """What a name is set to."""
    for node in body:
        if isinstance(node, ast.Assign) and is_named(node, name):
            return node.value
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == name:
            return node.value
    return None


def as_calls(texts: Iterable[Text]) -> str:
    """The texts as lupdate reads them best."""
    return "".join(
        f"translate({json.dumps(text.context)}, {json.dumps(text.source, ensure_ascii=False)}, "
        f"{json.dumps(text.comment, ensure_ascii=False)}{', 1' if text.is_plural else ''})\n"
        for text in texts
    )


def qt_tool(name: str) -> str:
    """A program of Qt's that comes with PySide6."""
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        sys.exit("PySide6 is not installed.")
    folder = Path(spec.origin).parent
    return str(next(path for path in (folder / name, folder / f"{name}.exe") if path.exists()))


def update(texts: Iterable[Text], source: Path = SOURCE) -> None:
    """Merge the texts into the file of translations; what is gone from the program goes."""
    source.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder) / "words.py"
        words.write_text(as_calls(texts), encoding="utf-8")
        languages = ("-source-language", "en", "-target-language", "fr")
        options = ("-no-obsolete", "-locations", "none", *languages)
        run(qt_tool("lupdate"), *options, str(words), "-ts", str(source))


def release(source: Path, target: Path) -> None:
    """Make the file that the program reads."""
    run(qt_tool("lrelease"), "-nounfinished", str(source), "-qm", str(target))


def run(*command: str) -> None:
    """Run one of Qt's tools; show what it said if it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


def say(words: str) -> None:
    """One line on standard output."""
    sys.stdout.write(words + "\n")


def main() -> None:
    """Collect, merge, release, and say how much is still without French."""
    texts = collect()
    if "--list" in sys.argv:
        say(json.dumps([asdict(text) for text in texts], ensure_ascii=False, indent=1))
        return
    update(texts)
    release(SOURCE, SOURCE.with_suffix(".qm"))
    missing = SOURCE.read_text(encoding="utf-8").count('type="unfinished"')
    say(f"{SOURCE.relative_to(ROOT)}: {len(texts)} texts, {missing} without French.")


if __name__ == "__main__":
    main()
