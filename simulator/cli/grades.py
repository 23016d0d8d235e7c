"""`simulator grades`: marks for gradebooks, spreadsheets and statistics."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from simulator.cli import PROBLEMS, Settings
from simulator.messages import text, ui_language

if TYPE_CHECKING:
    from simulator.model.assessment import AssessmentBundle, Counts
    from simulator.reports.gradebook.records import Gradebook
    from simulator.runner.gradebook import Gathering
    from simulator.store.store import Store

_FORMS = ("moodle", "canvas", "canvas-rubric", "canvas-criteria", "nbgrader", "long", "xlsx")


def _help(key: str) -> str:
    return text(f"grades.help.{key}", ui_language())


@click.command("grades", help=f"{text('cli.help.grades', ui_language())} {_help('assessment')}")
@click.argument("assessment", required=False)
@click.option("--format", "form", type=click.Choice(_FORMS), default="long", show_default=True, help=_help("format"))
@click.option("--group", metavar="GROUP", help=_help("group"))
@click.option("--counts", type=click.Choice(["best", "last", "first"]), help=_help("counts"))
@click.option("--rubric", metavar="RUBRIC", help=_help("rubric"))
@click.option("--students", type=click.Path(path_type=Path, dir_okay=False), help=_help("students"))
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help=_help("output"))
@click.pass_obj
def command(
    settings: Settings, assessment: str | None, form: str, group: str | None, counts: Counts | None,
    rubric: str | None, students: Path | None, output: Path | None,
) -> None:  # fmt: skip
    from simulator.cli.output import binary, writer
    from simulator.reports.gradebook.tables import TABLES, long
    from simulator.runner.gradebook import Gathering
    from simulator.store.store import Store

    if form == "xlsx" and output is None and sys.stdout.isatty():
        raise click.UsageError(settings.say("grades.needs_file"))
    bundle = assessment_file(assessment)
    by = rubric or (bundle.assessment.rubric if bundle else "core")
    if form == "canvas-rubric":
        _rubric(settings, by, output)
        return
    numbers = _numbers(settings, assessment, students) if form == "canvas-criteria" else {}
    with Store.open(settings.log, read_only=True) as store:
        id_ = assessment_id(store, assessment, bundle, settings)
        gathering = Gathering(store, settings.lang, group)
        book = gathering.assessed(id_, bundle, counts) if id_ else gathering.practised(counts or "best")
        if not book.rows:
            nobody(gathering, id_, group, settings)
        if form == "xlsx":
            try:
                from simulator.reports.gradebook.book import write_book
            except ImportError:
                raise click.UsageError(settings.say("grades.needs_openpyxl")) from None
            with binary(output, settings) as file:
                write_book(book, gathering.ratings(id_), settings.lang, file)
        elif form == "canvas-criteria":
            _criteria(settings, book, gathering, by, numbers, output)
        else:
            with writer(output, settings) as write:
                for line in long(gathering.ratings(id_)) if form == "long" else TABLES[form](book):
                    write(line)
        _told(book, gathering, settings)


def assessment_file(assessment: str | None) -> AssessmentBundle | None:
    """The assessment's file, where there is one of that name."""
    from simulator.library.errors import NotFoundError
    from simulator.library.library import Library
    from simulator.runner.errors import valid

    if assessment is None:
        return None
    library = Library()
    try:
        path = library.assessment(assessment)
    except NotFoundError:
        return None
    return valid(library.load_assessment(path))


def assessment_id(
    store: Store, assessment: str | None, bundle: AssessmentBundle | None, settings: Settings
) -> str | None:
    """The id of an assessment, from its file or from the log; says so and leaves where neither has that name."""
    from simulator.reports.inert import on_one_line

    if bundle:
        return bundle.assessment.assessment
    known = dict.fromkeys(one.id for one in store.assessments())
    if assessment is None or assessment in known:
        return assessment
    ids = ", ".join(known) or settings.say("grades.none")
    message = settings.say("grades.no_assessment", assessment=assessment, known=ids)
    click.echo(on_one_line(message), err=True)
    sys.exit(PROBLEMS)


def _rubric(settings: Settings, rubric: str, output: Path | None) -> None:
    from simulator.cli.output import writer
    from simulator.library.library import Library
    from simulator.reports.gradebook.rubric import canvas_rubric
    from simulator.runner.errors import valid

    bundle = valid(Library().rubric(rubric))
    with writer(output, settings) as write:
        for line in canvas_rubric(bundle.rubric, settings.lang):
            write(line)


def _numbers(settings: Settings, assessment: str | None, students: Path | None) -> dict[str, str]:
    """Id to Canvas's number; says so and leaves where nothing tells it."""
    from simulator.reports.inert import on_one_line
    from simulator.runner.canvas import canvas_numbers

    if assessment is None:
        raise click.UsageError(settings.say("grades.needs_assessment"))
    if students is None:
        raise click.UsageError(settings.say("grades.needs_students"))
    try:
        numbers = canvas_numbers(students.read_bytes(), students.name)
    except OSError as error:
        reason = error.strerror or str(error)
        raise click.UsageError(on_one_line(settings.say("grades.no_students", path=students, reason=reason))) from None
    if numbers is None:
        click.echo(on_one_line(settings.say("grades.bad_students", path=students)), err=True)
        sys.exit(PROBLEMS)
    return numbers


def _criteria(
    settings: Settings, book: Gradebook, gathering: Gathering, rubric: str, numbers: dict[str, str], output: Path | None
) -> None:
    from simulator.cli.output import writer
    from simulator.language.roster import folded
    from simulator.library.library import Library
    from simulator.reports.gradebook.rubric import canvas_assessments
    from simulator.reports.inert import on_one_line
    from simulator.runner.errors import valid

    bundle = valid(Library().rubric(rubric))
    marked = [(row.person, mark) for row in book.rows for mark in row.marks.values()]
    found = (
        (numbers[folded(person.id)], person, gathering.means(mark))
        for person, mark in marked
        if folded(person.id) in numbers
    )
    with writer(output, settings) as write:
        for line in canvas_assessments(bundle.rubric, found, settings.lang):
            write(line)
    if unknown := [person.id for person, _ in marked if folded(person.id) not in numbers]:
        click.echo(on_one_line(settings.say("grades.not_in_canvas", ids=", ".join(unknown))), err=True)


def nobody(gathering: Gathering, id_: str | None, group: str | None, settings: Settings) -> None:
    """Says that there is nobody; leaves where no group is called so."""
    from simulator.reports.inert import on_one_line

    if group is None:
        click.echo(settings.say("grades.nobody"), err=True)
        return
    known = ", ".join(gathering.groups(id_)) or settings.say("grades.none")
    click.echo(on_one_line(settings.say("grades.no_group", group=group, known=known)), err=True)
    sys.exit(PROBLEMS)


def nothing(assessment: str | None, group: str | None, said: str, settings: Settings) -> NoReturn:
    """Says why there are no sessions, of an assessment or a group that perhaps nobody knows, and leaves.

    Args:
        assessment: the id that was asked for.
        group: the group.
        said: what is said where both are known.
        settings: the log.
    """
    from simulator.runner.gradebook import Gathering
    from simulator.store.store import Store

    if assessment or group:
        with Store.open(settings.log, read_only=True) as store:
            id_ = assessment_id(store, assessment, None, settings)
            gathering = Gathering(store, settings.lang)
            if group and group not in gathering.groups(id_):
                nobody(gathering, id_, group, settings)
    click.echo(said, err=True)
    sys.exit(PROBLEMS if assessment or group else 0)


def _told(book: Gradebook, gathering: Gathering, settings: Settings) -> None:
    marks = [mark for row in book.rows for mark in row.marks.values()]
    counts = {
        "people": len(book.rows), "marked": sum(bool(row.marks) for row in book.rows),
        "by_hand": sum(mark.by_hand for mark in marks), "look_again": sum(mark.look_again for mark in marks),
    }  # fmt: skip
    click.echo(settings.say("grades.told", **counts), err=True)
    if gathering.going:
        click.echo(settings.say("grades.going", going=gathering.going), err=True)
