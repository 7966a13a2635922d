"""`python -m cablegrammar`."""

import sys

from cablegrammar.cli import main

if __name__ == "__main__":
    sys.exit(main())
