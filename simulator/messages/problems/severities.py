"""Mistakes in a folder's `check.yaml`."""

from __future__ import annotations

from simulator.messages.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "unknown-code": Entry(
        what=("no problem has the code '{name}'", "没有代码为“{name}”的问题"),
        mend=("Write a code as `simulator explain` lists them.", "请写 `simulator explain` 列出的代码。"),
        why=(
            "A `check.yaml` says how grave each kind of problem is taken in its folder and those below it.",
            "`check.yaml` 规定本文件夹及其下各级文件夹里每类问题的严重程度。",
        ),
        bad="check:\n  «pair-stal»: error\n",
        good="check:\n  pair-stale: error\n",
        kind="check",
        whole=True,
    ),
    "severity-fixed": Entry(
        what=(
            "'{name}' keeps a file from being used, so it can't be taken lighter",
            "“{name}”会使文件无法使用，不能放宽",
        ),
        mend=("Take this line out, and mend what is told.", "请去掉这一行，并改正所报的问题。"),
        why=(
            "A file with such a problem would pass the check and then refuse to play.",
            "否则带有这种问题的文件能通过检查，却无法演练。",
        ),
        bad="check:\n  «unknown-beat»: warning\n",
        good="check:\n  hope-lost: error\n",
        kind="check",
        whole=True,
    ),
}
