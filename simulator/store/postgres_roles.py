"""Who may do what in a log in PostgreSQL.

Three kinds of people. The owner of the tables: everything, migrations, collecting and erasing. `simulator_instructor`:
reads all, adds entries and assessments. `simulator_seat`: begins sessions and sittings, adds to its own and reads no
one else's; of entries it adds only disputes and its look back, so that nobody marks themselves. A seat's own is what
came in by its role, so that each seat needs a role of its own:

    CREATE ROLE seat_17 LOGIN PASSWORD '...' IN ROLE simulator_seat;

The name of the connected role cannot be chosen by whoever is connected, unlike a setting. Nobody but the owner removes
anything, and nobody changes what is logged: the triggers refuse even the owner. What a seat may change is its own
draft and the summary of where its own session stands, which `simulator verify` holds against the events.
"""

from __future__ import annotations

from simulator.store.postgres_schema import SCHEMA
from simulator.store.records import TRAINEES_KINDS

SEAT, INSTRUCTOR = "simulator_seat", "simulator_instructor"

#: The tables with an owner, and those that hang on them by a column.
_OWNED = {"sessions": "id", "sittings": "id"}
_BELOW = {
    "events": ("session", "sessions"),
    "session_texts": ("session", "sessions"),
    "results": ("session", "sessions"),
    "standings": ("session", "sessions"),
    "drafts": ("session", "sessions"),
    "entries": ("subject", "sessions"),
    "sitting_events": ("sitting", "sittings"),
    "sitting_standings": ("sitting", "sittings"),
}
_SHARED = ("contents", "assessments", "assessment_texts")
#: What a seat changes of its own.
_CHANGING = {"drafts": "UPDATE, DELETE", "standings": "UPDATE", "sitting_standings": "UPDATE"}
_ADDED_BY_INSTRUCTORS = ("entries", *_SHARED)


def _role(name: str) -> str:
    return (
        f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{name}') "
        f"THEN CREATE ROLE {name} NOLOGIN; END IF; END $$"
    )


def _policy(name: str, table: str, verb: str, role: str, rule: str) -> tuple[str, str]:
    kind = "WITH CHECK" if verb == "INSERT" else "USING"
    return (
        f"DROP POLICY IF EXISTS {name} ON {table}",
        f"CREATE POLICY {name} ON {table} FOR {verb} TO {role} {kind} ({rule})",
    )


def _own(table: str) -> str:
    if table in _OWNED:
        return "owner = current_user"
    if table in _BELOW:
        # The rule on the table above lets a seat see only its own there.
        column, above = _BELOW[table]
        return f"EXISTS (SELECT FROM {above} a WHERE a.id = {table}.{column})"
    return "true"


def _rules(table: str) -> tuple[str, ...]:
    changing = _CHANGING.get(table, "")
    verbs = ["SELECT", "INSERT", *(verb for verb in ("UPDATE", "DELETE") if verb in changing)]
    seen = _SEEN_CONTENTS if table == "contents" else _own(table)
    rules = [f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY", f"GRANT {', '.join(verbs)} ON {table} TO {SEAT}"]
    for verb in verbs:
        rule = seen if verb != "INSERT" else _own(table)
        if verb == "INSERT" and table == "entries":
            rule += f" AND kind IN {tuple(sorted(TRAINEES_KINDS))}"
        rules += _policy(f"seat_{verb.lower()}", table, verb, SEAT, rule)
    rules.append(f"GRANT SELECT ON {table} TO {INSTRUCTOR}")
    rules += _policy("instructor_select", table, "SELECT", INSTRUCTOR, "true")
    if table in _ADDED_BY_INSTRUCTORS:
        rules.append(f"GRANT INSERT ON {table} TO {INSTRUCTOR}")
        rules += _policy("instructor_insert", table, "INSERT", INSTRUCTOR, "true")
    return tuple(rules)


#: A text that a seat's own session rests on, or an assessment; not the texts of other people's sessions.
_SEEN_CONTENTS = (
    "EXISTS (SELECT FROM session_texts t WHERE t.digest = contents.digest) "
    "OR EXISTS (SELECT FROM assessment_texts t WHERE t.digest = contents.digest)"
)

#: The statements, in order; they may be run again.
ROLES: tuple[str, ...] = (
    f"SET search_path = {SCHEMA}",
    _role(SEAT),
    _role(INSTRUCTOR),
    f"GRANT USAGE ON SCHEMA {SCHEMA} TO {SEAT}, {INSTRUCTOR}",
    f"GRANT SELECT ON about, erasures TO {SEAT}, {INSTRUCTOR}",
    *(rule for table in (*_OWNED, *_BELOW, *_SHARED) for rule in _rules(table)),
)
