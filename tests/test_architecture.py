"""The rules that keep the core without a face, and the arrows of the design one way."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "reader"
FACES = ("tui", "cli")

# bytes → source → parse → corpus → annotate, ranking → archive, search → audit → typeset → export → cli, tui. A module
# imports from its own layer and from those before it. The first layer is what everyone may use.
LAYERS = [
    {
        "__init__",
        "model",
        "i18n",
        "resources",
        "gate",
        "commands",
        "contrast",
        "theme",
        "folders",
        "privatefiles",
        "report",
        "settings",
        "garbage",
        "limits",
        "lazily",
    },
    {"source"},
    {"parse"},
    {"corpus"},
    {"annotate", "ranking"},
    {"archive", "search"},
    {"audit"},
    {"typeset"},
    {"plot"},
    {"export"},
    {"cli"},
    {"tui"},
    {"__main__"},
]


_PARTS = {path.stem for path in PACKAGE.iterdir()}


def modules() -> list[str]:
    return sorted(
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        for path in PACKAGE.rglob("*.py")
    )


def part_of(module: str) -> str:
    return module.split(".")[1] if "." in module else "__init__"


def imported(path: Path) -> set[str]:
    """Modules of this package that a file imports, also inside its functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "reader":
            found.add(node.module)
            if node.module == "reader":
                found |= {f"reader.{name.name}" for name in node.names if name.name in _PARTS}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names if name.name.split(".")[0] == "reader"}
    return found


def loaded_by(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in run.stdout.split()}


def test_core_imports_no_face() -> None:
    core = [name for name in modules() if part_of(name) not in (*FACES, "__main__")]
    assert len(core) > 20
    loaded = loaded_by("import " + ", ".join(core))
    assert "reader" in loaded
    assert not loaded & {"textual", "rich", "jieba"}


def test_the_first_screen_imports_no_tagger() -> None:
    assert not loaded_by("import reader.tui.startup, reader.tui.screens.main, reader.parse.page") & {"jieba", "numpy"}


def test_the_first_screen_loads_no_tls_but_whoever_needs_it_can() -> None:
    statement = "from reader.tui.startup import import_asyncio; import_asyncio(); import reader.tui.app"
    assert not loaded_by(statement) & {"ssl", "_ssl"}
    assert "asyncio" in loaded_by(statement)
    assert "_ssl" in loaded_by(f"{statement}; import ssl, urllib.request; ssl.create_default_context()")


def test_command_line_imports_no_textual() -> None:
    loaded = loaded_by("import " + ", ".join(name for name in modules() if part_of(name) == "cli"))
    assert not loaded & {"textual", "jieba", "numpy"}


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["export", "--help"], ["tables", "--help"], ["search", "--help"], ["names", "--help"]],
)
def test_help_is_light(arguments: list[str]) -> None:
    statement = (
        "from reader.cli.main import main\n"
        "import io, contextlib\n"
        "with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.suppress(SystemExit):\n"
        f"    main({arguments!r})\n"
        "assert 'reader' in out.getvalue()"
    )
    assert not loaded_by(statement) & {"textual", "rich", "jieba", "numpy"}


def test_no_module_reaches_back_up_the_arrows() -> None:
    height = {part: level for level, parts in enumerate(LAYERS) for part in parts}
    assert {part_of(name) for name in modules()} <= set(height)
    upward = [
        f"{path.relative_to(PACKAGE)} imports {target}"
        for path in PACKAGE.rglob("*.py")
        for target in imported(path)
        if height[part_of(target)]
        > height[part_of("reader." + ".".join(path.relative_to(PACKAGE).with_suffix("").parts))]
    ]
    assert upward == []


def test_no_file_has_two_subjects() -> None:
    long = {str(path.relative_to(PACKAGE)): len(path.read_text("utf-8").splitlines()) for path in PACKAGE.rglob("*.py")}
    assert {name: count for name, count in long.items() if count > 400} == {}
