import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from companion.ui.tasks import Lane, Task, TaskRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    assert made.shut_down()


def test_a_result_comes_home_to_the_gui_thread(runner: TaskRunner, qtbot: QtBot) -> None:
    seen: list[tuple[int, bool]] = []
    here = threading.current_thread()

    def work(task: Task) -> bool:
        return threading.current_thread() is not here

    def done(was_away: bool) -> None:
        seen.append((int(was_away), threading.current_thread() is here))

    runner.run(Lane.DATABASE, work, done)
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert seen == [(1, True)]


def test_an_error_is_a_value_too(runner: TaskRunner, qtbot: QtBot) -> None:
    errors: list[Exception] = []

    def work(task: Task) -> None:
        raise KeyError("lost")

    runner.run(Lane.NETWORK, work, failed=errors.append)
    with qtbot.waitSignal(runner.failed) as untold:
        runner.run(Lane.NETWORK, work)
    assert [type(error) for error in errors] == [KeyError]
    assert isinstance(untold.args[0], KeyError)


def test_only_the_newest_answer_with_a_key_counts(runner: TaskRunner, qtbot: QtBot) -> None:
    gate = threading.Event()
    seen: list[str] = []

    def first(task: Task) -> str:
        gate.wait(5)
        return "old"

    runner.run(Lane.DATABASE, first, seen.append, key="search")
    runner.run(Lane.DATABASE, lambda task: "skipped", seen.append, key="search")
    runner.run(Lane.DATABASE, lambda task: "new", seen.append, key="search")
    gate.set()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert seen == ["new"]


def test_a_cancelled_job_still_answers(runner: TaskRunner, qtbot: QtBot) -> None:
    seen: list[bool] = []
    started = threading.Event()

    def work(task: Task) -> bool:
        started.set()
        while not task.cancelled():
            started.wait(0.001)
        return True

    task = runner.run(Lane.NETWORK, work, seen.append)
    started.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert seen == [True]


def test_progress_is_told_in_the_gui_thread(runner: TaskRunner, qtbot: QtBot) -> None:
    steps: list[object] = []

    def work(task: Task) -> None:
        task.progress("event", 3, None)

    runner.run(Lane.NETWORK, work, progressed=steps.append)
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert steps == [("event", 3, None)]


def test_the_lanes_do_not_wait_for_each_other(runner: TaskRunner, qtbot: QtBot) -> None:
    gate = threading.Event()
    seen: list[str] = []
    runner.run(Lane.NETWORK, lambda task: gate.wait(5))
    runner.run(Lane.DATABASE, lambda task: "read", seen.append)
    qtbot.waitUntil(lambda: seen == ["read"])
    gate.set()


def test_after_the_end_nothing_runs_and_nobody_is_called(qtbot: QtBot) -> None:
    runner = TaskRunner()
    gate = threading.Event()
    seen: list[object] = []
    runner.run(Lane.NETWORK, lambda task: gate.wait(5), seen.append)
    gate.set()
    assert runner.shut_down()
    task = runner.run(Lane.NETWORK, lambda task: 1, seen.append)
    assert task.is_dropped
    assert seen == []
