"""The commands: one thin function each. Data goes to standard output, everything else to standard error.

Exit codes: 0 fine, 1 some articles could not be read, 2 misuse. What is heavy is imported where it is needed, so that
`claimbook --help` answers at once.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from claimbook.errors import BadInput, ClaimbookError, Problem

if TYPE_CHECKING:
    from claimbook.book import Book

app = typer.Typer(
    name="claimbook",
    help="Reads articles that tell the same story differently, and keeps a ledger of who claims what.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders (read whole), or - for standard input.")
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE instead of standard output.")
]
Fields = Annotated[
    list[str] | None,
    typer.Option("--field", metavar="text=NAME", help="How JSON and CSV call a part: text=body, title=headline …"),
]
BookFile = Annotated[str, typer.Argument(metavar="BOOK", help="The book: a file made by `claimbook build`.")]


def main() -> None:
    """Runs the command line; misuse is one sentence and exit code 2."""
    try:
        app()
    except ClaimbookError as error:
        _say(f"claimbook: {error}")
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        _say("claimbook: stopped; what was stored stays stored.")
        sys.exit(130)


@app.command()
def build(
    paths: Paths,
    book: Annotated[
        str, typer.Option("--book", metavar="FILE", help="The book to build or to add to.")
    ] = "claimbook.db",
    field: Fields = None,
) -> None:
    """Read articles, take the claims out, bring them together, and keep it all in a book."""
    from claimbook.book import Book
    from claimbook.pipeline import build as run_build
    from claimbook.publish.terminal import build_summary

    with Book.open(book, create=True) as opened, _progress(paths) as progress:
        run = run_build(paths, opened, progress, _fields(field))
        summary = build_summary(opened, run.problems)
    _console().print(summary)
    _end(run.problems)


@app.command()
def read(
    paths: Paths,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what was taken from where, left out and repaired.")
    ] = False,
    field: Fields = None,
    output: Output = None,
) -> None:
    """Read articles and write them as JSON Lines, one document a line."""
    from claimbook.read import read_paths

    problems: list[Problem] = []
    with _progress(paths) as progress, _writer(output) as stream:
        for result in read_paths(paths, _fields(field)):
            progress(result)
            if isinstance(result, Problem):
                problems.append(result)
            elif explain:
                from rich.console import Console

                from claimbook.read.explain import explain as explain_document

                Console(file=stream).print(explain_document(result))
            else:
                from claimbook.publish.formats.jsonl import document_line

                stream.write(document_line(result) + "\n")
    _end(problems)


@app.command()
def mentions(paths: Paths, field: Fields = None, output: Output = None) -> None:
    """Find figures, times, parties and places, and write them as JSON Lines."""
    from claimbook.analyse import analyse
    from claimbook.extract import find_scene
    from claimbook.publish.formats.jsonl import mention_lines
    from claimbook.read import read_paths

    problems: list[Problem] = []
    with _progress(paths) as progress, _writer(output) as stream:
        for result in read_paths(paths, _fields(field)):
            progress(result)
            if isinstance(result, Problem):
                problems.append(result)
                continue
            stream.writelines(line + "\n" for line in mention_lines(find_scene(analyse(result))))
    _end(problems)


@app.command()
def extract(
    paths: Paths,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say for each claim which rule made it and which words filled each slot.")
    ] = False,
    field: Fields = None,
    output: Output = None,
) -> None:
    """Take the claims out of articles and write them as JSON Lines, one claim a line."""
    from claimbook.model.records import to_json
    from claimbook.pipeline import claims_of
    from claimbook.read import read_paths

    problems: list[Problem] = []
    with _progress(paths) as progress, _writer(output) as stream:
        for result in read_paths(paths, _fields(field)):
            progress(result)
            found = result if isinstance(result, Problem) else claims_of(result)
            if isinstance(found, Problem):
                problems.append(found)
            elif explain and not isinstance(result, Problem):
                from rich.console import Console

                from claimbook.publish.terminal import explain_claims

                Console(file=stream).print(explain_claims(result, found))
            else:
                stream.writelines(to_json(claim) + "\n" for claim in found)
    _end(problems)


@app.command()
def matters(book: BookFile) -> None:
    """List the matters of a book, most interesting first."""
    from claimbook.publish.terminal import matters_table

    with _open(book) as opened:
        _console(stdout=True).print(matters_table(opened))


@app.command()
def show(
    book: BookFile,
    identifier: Annotated[
        str, typer.Argument(metavar="ID", help="A matter, claim or document, by the start of its id.")
    ],
) -> None:
    """Show one matter, claim or document."""
    from claimbook.publish.terminal import show as show_one

    with _open(book) as opened:
        _console(stdout=True).print(show_one(opened, identifier))


@app.command()
def export(
    book: BookFile,
    what: Annotated[str, typer.Option("--what", metavar="claims|matters|documents", help="What to write.")] = "claims",
    format: Annotated[str, typer.Option("--format", help="The format to write.")] = "jsonl",  # noqa: A002 - the option's name
    output: Output = None,
) -> None:
    """Write what a book holds, for other programs."""
    from claimbook.publish.formats import export as write_export

    with _open(book) as opened, _writer(output) as stream:
        write_export(opened, what, format, stream)


@app.command()
def report(
    book: BookFile,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The page to write.")] = Path(
        "report.html"
    ),
) -> None:
    """Write the book as one HTML page that opens anywhere, offline."""
    from claimbook.publish.report import write_report

    with _open(book) as opened:
        write_report(opened, output)
    _say(f"Wrote {output}")


@app.command()
def check(book: BookFile) -> None:
    """Check that every pin of a book still holds against the stored text."""
    with _open(book) as opened:
        broken = opened.check_pins()
    for problem in broken:
        _say(f"{problem.where}: {problem.what}. {problem.hint}")
    _say("Every pin holds." if not broken else f"{len(broken)} pins do not hold.")
    if broken:
        raise typer.Exit(1)


@app.command()
def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Gold claims: a JSON Lines file or a folder of them.")],
    predicted: Annotated[Path, typer.Argument(metavar="PREDICTED", help="Claims to be judged: a file or a folder.")],
    errors: Annotated[
        bool, typer.Option("--errors", help="List what was missed, what was invented, and wrong slots.")
    ] = False,
) -> None:
    """Compare claims with gold: precision, recall and F1, and how often each slot is right."""
    from claimbook.publish.terminal import score_errors, score_tables
    from claimbook.score import read_gold
    from claimbook.score import score as compare

    result = compare(read_gold(gold), [entry.claim for entry in read_gold(predicted)])
    console = _console(stdout=True)
    console.print(score_tables(result))
    if errors:
        console.print(score_errors(result))


@app.command()
def demo(
    folder: Annotated[
        Path, typer.Option("--folder", metavar="DIR", help="Where to put the example book and its report.")
    ] = Path("demo"),
) -> None:
    """Build the example articles that come with Claimbook, and say where the report is."""
    from importlib.resources import as_file, files

    from claimbook.publish.report import write_report

    folder.mkdir(parents=True, exist_ok=True)
    book, page = folder / "demo.db", folder / "report.html"
    with as_file(files("claimbook") / "data" / "examples") as examples:
        build([str(examples)], str(book), None)
    with _open(str(book)) as opened:
        write_report(opened, page)
    _say(f"The book is {book}. Open the report: {page.resolve()}")


def _fields(given: list[str] | None) -> dict[str, str]:
    """`text=body` as given on the command line, as a table."""
    pairs = [entry.partition("=") for entry in given or ()]
    for name, equals, own in pairs:
        if not (name and equals and own):
            raise BadInput(f"--field {name}{equals}{own}: write it as text=body.")
    return {name: own for name, _, own in pairs}


def _open(book: str) -> "Book":
    from claimbook.book import Book

    return Book.open(book, read_only=True)


def _console(stdout: bool = False) -> Any:
    from rich.console import Console

    return Console(stderr=not stdout, highlight=False)


def _say(words: str) -> None:
    sys.stderr.write(words + "\n")


@contextmanager
def _writer(output: Path | None) -> Iterator[TextIO]:
    """Standard output in UTF-8 whatever the terminal says, or a file that appears only when it is whole."""
    if output is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8")
        yield sys.stdout
        return
    partial = output.with_name(output.name + ".part")
    with partial.open("w", encoding="utf-8", newline="\n") as stream:
        yield stream
    partial.replace(output)


@contextmanager
def _progress(paths: Iterable[str]) -> Iterator[Any]:  # noqa: ARG001 - the number of articles is not known beforehand
    """Counts articles on a terminal; silent elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} articles"),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=_console(), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda result: bar.update(
            task, advance=1, description=result.where if isinstance(result, Problem) else result.name
        )


def _end(problems: Iterable[Problem]) -> None:
    """Names every problem, and ends with 1 where there was one."""
    listed = list(problems)
    for problem in listed:
        _say(f"{problem.where}: {problem.what}. {problem.hint}")
    if listed:
        raise typer.Exit(1)


if __name__ == "__main__":
    main()
