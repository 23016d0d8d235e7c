"""A session that a command names by the beginning of its id."""

from __future__ import annotations

import difflib
import sys
from itertools import islice

import click

from simulator.cli import PROBLEMS, Settings
from simulator.reports.inert import visible
from simulator.store.records import SessionRow
from simulator.store.store import Store

#: So many digits of an id are shown.
SHORT = 8


def find_session(store: Store, given: str, settings: Settings) -> SessionRow:
    """The one session whose id begins so, or with `TRAINEE/SCENARIO` the latest of that trainee in that scenario; says
    so and leaves where there is none or more."""
    trainee, slash, scenario = given.rpartition("/")
    if slash:
        latest = next(store.sessions(trainee=trainee, scenario=scenario, newest_first=True), None)
        if latest is None:
            click.echo(
                settings.say("log.no_such_session", trainee=visible(trainee), scenario=visible(scenario)), err=True
            )
            sys.exit(PROBLEMS)
        return latest
    prefix = given.casefold().replace("-", "")
    found = store.matching(prefix)
    if len(found) == 1:
        return store.session(found[0])
    shown = visible(given)
    if found:
        message = settings.say("log.ambiguous", session=shown, sessions=", ".join(id_[:16] for id_ in found))
    else:
        known = [row.id[: max(SHORT, len(prefix))] for row in islice(store.sessions(newest_first=True), 500)]
        near = difflib.get_close_matches(prefix[:32], known, n=3, cutoff=0.6)
        meant = settings.say("log.did_you_mean", sessions=", ".join(near)) if near else settings.say("log.see_list")
        message = f"{settings.say('log.unknown', session=shown)} {meant}"
    click.echo(message, err=True)
    sys.exit(PROBLEMS)
