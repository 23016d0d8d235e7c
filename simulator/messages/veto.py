"""Why a wording did not count."""

TEXTS: dict[str, tuple[str, str]] = {
    "negated": ("Negated, so it does not count.", "被否定，不算数。"),
    "conditional": ("Under a condition, so it does not count.", "带有条件，不算数。"),
    "quoted": ("Inside quotation marks, so it does not count.", "在引号里，不算数。"),
    "question": ("Part of a question, so it does not count.", "是问句的一部分，不算数。"),
}
