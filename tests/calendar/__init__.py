"""Other people's calendar programs as judges of our files: `make test-calendar`.

Not part of `make test`: the judges (libical, ical.js, khal, vdirsyncer, Radicale) are installed by
`run.sh` into build/calendar. The files are named `check_*.py` so that pytest passes them by.
"""
