"""The command line: a thin face. Each command is a module of this package, loaded only when it is called."""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import click

from simulator import __version__
from simulator.library.errors import NotFoundError
from simulator.messages import text, ui_language
from simulator.runner.errors import ContentError
from simulator.store.errors import StoreError

#: Exit codes of every command.
FINE, PROBLEMS, USAGE, STORE, INTERRUPTED = 0, 1, 2, 3, 130

COMMANDS = (
    "play", "assess", "serve", "list", "new", "rehearse", "check", "graph", "pair", "explain", "score", "harvest",
    "schema", "log", "verify", "collect", "grades", "report", "desk", "mark", "dispute", "rescore", "insight",
    "calibrate",
)  # fmt: skip


@dataclass(frozen=True)
class Settings:
    """What the options before the command say.

    Attributes:
        lang: the language of messages and screens: `en`, `zh` or `zh-Hant`.
        lang_option: `--lang` as given, or None; it also picks the language of scenarios.
        data_dir: where the session log and the preferences live, or None for the user's data folder.
        store: the `postgresql://` address of the session log, or None where it lives in `data_dir`.
    """

    lang: str
    lang_option: str | None
    data_dir: Path | None
    store: str | None = None

    @property
    def log(self) -> Path | str | None:
        """Where the session log is, for `Store.open`."""
        return self.store or self.data_dir

    def say(self, key: str, /, **values: object) -> str:
        """A sentence of the catalogue in the user's language."""
        return text(key, self.lang, **values)


class LazyGroup(click.Group):
    """Loads a command's module only when it runs, so that `--help` stays quick and Textual stays out of it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"{__name__}.{cmd_name}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        # `--help` is answered while the options are still being read, so its language is looked up before.
        after = dict(pairwise(args))
        ctx.meta["lang"] = ui_language(after.get("--lang"))
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            # Here and not when Python exits, where a reader that has gone would be reported as an error.
            sys.stdout.flush()
            return result
        except StoreError as error:
            click.echo(error.message(ctx.obj.lang), err=True)
            sys.exit(STORE)
        except NotFoundError as error:
            from simulator.reports.inert import on_one_line

            click.echo(on_one_line(error.message(ctx.obj.lang)), err=True)
            sys.exit(USAGE)
        except ContentError as error:
            from simulator.reports.problems import problem_lines

            for problem in error.problems:
                click.echo("\n".join(problem_lines(problem, ctx.obj.lang)), err=True)
            sys.exit(PROBLEMS)
        except BrokenPipeError:
            # The reader (`| head`) has gone: nothing is wrong, but Python would complain when it flushes at exit.
            _drop_output()
            sys.exit(FINE)
        except OSError as error:
            if error.errno != errno.ENOSPC or error.filename:
                raise
            click.echo(ctx.obj.say("cli.output_full"), err=True)
            _drop_output()
            sys.exit(PROBLEMS)

    def get_help(self, ctx: click.Context) -> str:
        lang = ctx.meta["lang"]
        self.help = text("cli.help", lang)
        for option in self.params:
            if isinstance(option, click.Option) and option.name in ("data_dir", "store", "lang"):
                option.help = text(f"cli.help.{option.name}", lang)
        return super().get_help(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lang = ctx.meta["lang"]
        with formatter.section("Commands"):
            formatter.write_dl([(name, text(f"cli.help.{name}", lang)) for name in COMMANDS])


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--data-dir", type=click.Path(path_type=Path), envvar="SIMULATOR_DATA_DIR")
@click.option("--store", envvar="SIMULATOR_STORE")
@click.option("--lang")
@click.version_option(__version__, prog_name="simulator")
@click.pass_context
def group(ctx: click.Context, data_dir: Path | None, store: str | None, lang: str | None) -> None:
    ctx.obj = Settings(ui_language(lang), lang, data_dir, store)
    if store:
        from simulator.store.place import is_address

        if not is_address(store):
            raise click.UsageError(ctx.obj.say("cli.bad_store"))
    if ctx.invoked_subcommand is None:
        from simulator.cli.play import open_screen

        sys.exit(open_screen(ctx.obj))


def _drop_output() -> None:
    """Lets what is still waiting to be written go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> None:
    """The console script: runs the command and turns what went wrong into an exit code."""
    # Thousands of cues become small records at the start, and none of them is garbage: looking for it takes longer.
    gc.set_threshold(100_000, 50, 50)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that lacks a character shows its number instead of ending the program.
            stream.reconfigure(errors="backslashreplace")
    try:
        # Without standalone mode, `ctx.exit(1)` comes back as a value.
        sys.exit(group(standalone_mode=False))
    except click.exceptions.Abort:
        click.echo(text("cli.stopped", ui_language()), err=True)
        sys.exit(INTERRUPTED)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as error:
        from simulator.reports.inert import visible

        told = io.StringIO()
        error.show(file=told)  # it may quote what was typed
        click.echo(visible(told.getvalue()), err=True, nl=False)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
