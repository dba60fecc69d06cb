"""Imports point one way: a stage may use the stages before it, never those after."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "claimbook"
ORDER = (
    "errors", "settings", "model", "lexicon", "languages", "read", "analyse", "extract", "score", "reconcile", "book",
    "publish", "engines", "pipeline", "cli", "__main__",
)  # fmt: skip


def layer(module: str) -> str:
    """The first part of a module's name below the package."""
    return module.split(".")[1] if "." in module else ""


def imports(path: Path) -> set[str]:
    """The modules of ours that a file imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("claimbook"):
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.startswith("claimbook")}
    return found


def test_every_layer_has_its_place_in_the_order() -> None:
    """A new folder or module at the top must be given its place here."""
    names = {path.stem if path.is_file() else path.name for path in PACKAGE.iterdir()}
    names -= {"__init__", "__pycache__", "data", "py"}
    assert names <= set(ORDER), f"no place in the order: {sorted(names - set(ORDER))}"


def test_no_stage_uses_a_later_one() -> None:
    """The arrow from a file leads to its own layer or an earlier one."""
    wrong = []
    for path in PACKAGE.rglob("*.py"):
        own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if own == "__init__":
            continue
        wrong += [
            f"{path.relative_to(PACKAGE)} uses {module}"
            for module in imports(path)
            if layer(module) and ORDER.index(layer(module)) > ORDER.index(own)
        ]
    assert wrong == []
