"""What is said when a scenario or rubric can't be found."""

TEXTS: dict[str, tuple[str, str]] = {
    "no_scenario": ("There is no scenario {name} that can be read.", "没有可读取的场景 {name}。"),
    "no_rubric": ("There is no rubric {name} that can be read.", "没有可读取的评分标准 {name}。"),
    "no_beat": ("There is no beat {name} in this scenario.", "这个场景里没有情节 {name}。"),
    "see_beats": ("`simulator graph` shows its beats.", "用 `simulator graph` 查看它的情节。"),
    "did_you_mean": ("Did you mean {name}?", "是不是 {name}？"),
    "see_list": ("`simulator list` shows the scenarios.", "用 `simulator list` 查看场景。"),
}
