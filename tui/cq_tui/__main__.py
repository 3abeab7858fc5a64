"""Where the program starts: ``cq-tui`` and ``python -m tui``."""

import gc
import sys


def main() -> int:
    """Run the command line; returns the exit code."""
    # Nothing that is imported is garbage; looking for it takes a tenth of the start. The commands turn it on again.
    gc.disable()
    try:
        from cq_tui.cli import main as run
    except KeyboardInterrupt:
        return 130
    return run()


if __name__ == "__main__":
    sys.exit(main())
