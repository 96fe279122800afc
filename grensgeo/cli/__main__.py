"""Run the command line: ``python -m grensgeo.cli``."""

from grensgeo.cli.program import main

raise SystemExit(main())
