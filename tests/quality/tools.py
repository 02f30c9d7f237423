"""Runs the checkers as a person would, over the whole checkout."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def check(*command: str) -> None:
    """Run a program in the checkout; the test fails with its words if it is not content."""
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    if done.returncode:
        pytest.fail(f"{' '.join(command)}\n{done.stdout}{done.stderr}", pytrace=False)


def check_with(module: str, *arguments: str) -> None:
    """The same for a tool that is installed in this environment."""
    check(sys.executable, "-m", module, *arguments)


def tracked_files() -> list[Path]:
    """Files that are committed or would be; without git, everything but hidden and built things."""
    names = _names_from_git()
    if names is None:
        names = [str(file.relative_to(ROOT)) for file in ROOT.rglob("*")]
        names = [name for name in names if _is_ours(Path(name))]
    return [file for name in names if (file := ROOT / name).is_file()]


def _names_from_git() -> list[str] | None:
    git = shutil.which("git")
    if git is None:
        return None
    command = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return listed.stdout.split("\0")[:-1] if listed.returncode == 0 else None


def _is_ours(path: Path) -> bool:
    built = {"build", "dist", "htmlcov", "__pycache__"}
    return path.parts[0] == ".ci" or not any(
        part.startswith(".") or part in built for part in path.parts
    )
