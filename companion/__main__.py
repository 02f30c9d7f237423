"""`python -m companion`, and the program `qtml-companion`."""

import sys

from companion.app import main

if __name__ == "__main__":
    sys.exit(main())
