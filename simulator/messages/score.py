"""What `simulator score` says."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.format": ("jsonl, or csv for spreadsheets.", "jsonl，或供电子表格用的 csv。"),
    "help.rubric": ("Another rubric file.", "另用一份评分标准文件。"),
    "help.jobs": ("How many cores work on it; 0 for all.", "用几个核心评分；0 表示全部。"),
    "progress": ("Scoring", "评分中"),
    "no_file": ("{path} can't be read: {reason}.", "无法读取 {path}：{reason}。"),
    "bad_lines": (
        "Lines that could not be read: {count}. All others were scored.",
        "无法读取的行数：{count}。其余各行均已评分。",
    ),
    "too_long": ("The line is longer than {limit} bytes.", "这一行超过了 {limit} 字节。"),
    "not_utf8": ("The line is not UTF-8 text (byte {byte}).", "这一行不是 UTF-8 文本（第 {byte} 字节）。"),
    "not_json": (
        "The line is not JSON: it goes wrong at character {column}.",
        "这一行不是 JSON：从第 {column} 个字符起不对。",
    ),
    "not_a_number": ("{name} is not a number that JSON knows.", "{name} 不是 JSON 认得的数。"),
    "too_deep": (
        "The line's JSON is nested too deeply, or a number in it is too long.",
        "JSON 嵌套过深，或其中的数字过长。",
    ),
    "not_an_object": (
        'The line must be a JSON object: {"id": ..., "reply": ...}.',
        '这一行必须是一个 JSON 对象：{"id": ..., "reply": ...}。',
    ),
    "missing": ("`{field}` is missing.", "缺少 `{field}`。"),
    "needs_text": ("`{field}` must be a text.", "`{field}` 必须是文本。"),
    "needs_id": ("`{field}` must be a text or a whole number.", "`{field}` 必须是文本或整数。"),
    "needs_list": ("`{field}` must be a list.", "`{field}` 必须是列表。"),
    "needs_object": ("`{field}` must be an object.", "`{field}` 必须是对象。"),
    "needs_item": (
        "`{field}` must be a text, or an object with `says`.",
        "`{field}` 必须是文本，或带有 `says` 的对象。",
    ),
    "bad_lang": ("`lang` must be en or zh, not {lang}.", "`lang` 只能是 en 或 zh，不能是 {lang}。"),
}
