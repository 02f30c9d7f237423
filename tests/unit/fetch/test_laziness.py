import subprocess
import sys


def test_requests_is_loaded_by_the_client_only() -> None:
    code = (
        "import sys, companion.fetch, companion.fetch.answer, companion.indico.source,"
        " companion.indico.snapshot; sys.exit('requests' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
