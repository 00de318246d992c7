"""Front door of a checkout: `python cli.py …` is `govflow …`."""

from govflow.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
