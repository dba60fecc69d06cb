"""Writes docs/commands.md from the commands themselves; with --check, says whether it is in step with them."""

import sys
from pathlib import Path

import typer.main
from typer.testing import CliRunner

from claimbook.cli import app

PAGE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"


def page() -> str:
    """The page as the commands' own help makes it."""
    runner = CliRunner()
    environment = {"COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1", "_TYPER_FORCE_DISABLE_TERMINAL": "1"}
    parts = ["# Commands\n\nMade from the commands by `make docs`; `make check` fails where it is out of step.\n"]
    for name in typer.main.get_group(app).commands:
        shown = runner.invoke(app, [name, "--help"], env=environment, terminal_width=100).output
        lines = "\n".join(line.rstrip() for line in shown.strip().splitlines())
        parts.append(f"## claimbook {name}\n\n```\n{lines}\n```\n")
    return "\n".join(parts)


def main() -> int:
    """Writes or checks the page."""
    if "--check" not in sys.argv:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page():
        return 0
    sys.stderr.write("docs/commands.md is out of step with the commands: run `make docs`.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
