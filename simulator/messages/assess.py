"""What `simulator assess` says, apart from its screens."""

TEXTS: dict[str, tuple[str, str]] = {
    "unknown_seat": (
        "This is no seat of this assessment. Type the id or the seat code as it was given to you.",
        "这次考核没有这个座位。请按发给你的学号或座位码输入。",
    ),
    "not_open": ("It opens at {opens} ({zone}).", "{opens}（{zone}）开放。"),
    "closed": ("It was closed at {closes} ({zone}).", "已于 {closes}（{zone}）截止。"),
    "used_up": (
        "You have sat it already; attempts allowed: {attempts}.",
        "你已经考过了；可考次数：{attempts}。",
    ),
}
