"""What more there is to know of a problem: how an exemplar came by what it got, and what it just missed."""

from __future__ import annotations

from simulator.messages.problems.entry import Pair

NOTES: dict[str, Pair] = {
    "fired": ("{rule} gave {level}: {features}", "{rule} 判为 {level}：{features}"),
    "no-rule": ("no rule held, so the rules gave 0", "没有规则成立，按规则为 0"),
    "weighed": ("the weights moved it to {level}: {features}", "权重把它调到 {level}：{features}"),
    "capped": ("{rule} keeps it down to {level}: {features}", "{rule} 把它压到 {level}：{features}"),
    "nearest": ("nearest to {level} comes {rule}, which lacks: {shorts}", "最接近 {level} 的是 {rule}，还差：{shorts}"),
    "counted": ("counted: “{quote}” ({cue})", "计入：“{quote}”（{cue}）"),
    "happened": ("what happened: {features}", "实际情况：{features}"),
    "vetoed": ("found and not counted: “{quote}” ({cue}): {reason}", "找到但未计入：“{quote}”（{cue}）：{reason}"),
    "near-cue": (
        "a cue of '{group}' matches but for one word: {cue} (here: “{quote}”)",
        "“{group}”有一条线索只差一个词：{cue}（此处：“{quote}”）",
    ),
    "raised": ("{flag} was raised by {rule}: {features}", "{flag} 由 {rule} 触发：{features}"),
    "raised-by-weights": ("{flag} was raised by the fitted weights", "{flag} 由拟合的权重触发"),
    "not-raised": (
        "nearest to raising {flag} comes {rule}, which lacks: {shorts}",
        "最接近触发 {flag} 的是 {rule}，还差：{shorts}",
    ),
    "way-unmet": (
        "{way} leads to '{to}', but this does not hold: {parts}",
        "{way} 通向“{to}”，但其中不成立的是：{parts}",
    ),
    "way-later": (
        "{way} leads to '{to}' and would be open, but comes later",
        "{way} 通向“{to}”，本可以走，但排在后面",
    ),
    "way-boiled": (
        "{way} leads to '{to}', but the mood reaches {mood}, where the customer boils over",
        "{way} 通向“{to}”，但怒气升到 {mood}，客户先爆发了",
    ),
    "no-way": ("no way from here leads to '{to}'", "这里没有去路通向“{to}”"),
}
