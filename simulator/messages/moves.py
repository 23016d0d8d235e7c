"""What is said of the moves in a reply, and of how the customer's cards were met."""

TEXTS: dict[str, tuple[str, str]] = {
    "heading": ("Moves", "话术"),
    "met": ("The customer came with {card}. You: {answers}.", "客户用了{card}。你的应对：{answers}。"),
    "missed": ("The customer came with {card}. You: {answers}. {does}", "客户用了{card}。你的应对：{answers}。{does}"),
    "unmet": (
        "The customer came with {card}, and you did not take it up. {does}",
        "客户用了{card}，你没有回应。{does}",
    ),
    "and": (", ", "、"),
    "touches.reason": (" (reason)", "（理）"),
    "touches.feeling": (" (feeling)", "（感）"),
    "better": ("Better: {turn}", "更好的说法：{turn}"),
    "times": ("{name} x {times}", "{name} x {times}"),
}
