"""Which wordings of faults stand more often in replies without the fault than in replies with it.

usage: python tools/cue_worth.py CORPUS_DIR... [--rubric rubrics/core.yaml] [--least 3] [--times 3]

Prints the cues that were found in at least so many replies without the flag that they speak for, and so many times as
often there as in replies with it: replies without and with it, group, cue. Such a cue raises false alarms; look at its
wording, not at the replies, and make it narrower or take it out. The sets of `READ` in `tools/labelled.py` are left
out: whoever wrote the cues had them in view.
"""

from __future__ import annotations

import sys
from collections import Counter

from labelled import READ, arguments, code_of, examined, sound

from simulator.language import load_rubric
from simulator.scoring.engine import Engine
from simulator.scoring.hostility import KINDS


def main() -> int:
    """Prints the cues."""
    parser = arguments(__doc__)
    parser.add_argument("--least", type=int, default=3, help="replies without the flag")
    parser.add_argument("--times", type=float, default=3, help="how many times as often as in replies with it")
    args = parser.parse_args()
    engine = Engine(sound(load_rubric(args.rubric)))
    faults = [
        (feature, groups, name)
        for feature, groups in KINDS.items()
        for name, flag in engine.rubric.flags.items()
        if feature in flag.fitted
    ]
    right, wrong = Counter[tuple[str, str, str]](), Counter[tuple[str, str, str]]()
    for name, look, (_, seen) in examined(args.corpus, engine):
        if code_of(name) in READ:
            continue
        for feature, groups, flag in faults:
            if look.features[feature]:
                counts = right if flag in seen else wrong
                counts.update((look.lang, hit.group, hit.cue) for hit in look.of(*groups))
    for cue, count in wrong.most_common():
        if count >= args.least and count >= args.times * right[cue]:
            print(count, right[cue], *cue, sep="\t")
    return 0


if __name__ == "__main__":
    sys.exit(main())
