"""What is said when a scenario, rubric or assessment can't be found."""

TEXTS: dict[str, tuple[str, str]] = {
    "no_scenario": ("There is no scenario {name} that can be read.", "没有可读取的场景 {name}。"),
    "no_rubric": ("There is no rubric {name} that can be read.", "没有可读取的评分标准 {name}。"),
    "no_beat": ("There is no beat {name} in this scenario.", "这个场景里没有情节 {name}。"),
    "no_assessment": ("There is no assessment {name} that can be read.", "没有可读取的考核 {name}。"),
    "see_beats": ("`simulator graph` shows its beats.", "用 `simulator graph` 查看它的情节。"),
    "did_you_mean": ("Did you mean {name}?", "是不是 {name}？"),
    "see_new": (
        "Write the path of its file; `simulator new --assessment ID` begins one.",
        "请写文件路径；用 `simulator new --assessment 编号` 可以新建一个。",
    ),
    "see_list": ("`simulator list` shows the scenarios.", "用 `simulator list` 查看场景。"),
}
