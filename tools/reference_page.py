"""The reference of every key, from the declaration: `docs/reference.md` and, in Chinese, `docs/reference.zh.md`."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from reference_zh import FEATURES as ZH_FEATURES
from reference_zh import KEYS, RECORDS

from simulator.language.plans import PARTS
from simulator.language.schema import MODELS
from simulator.messages import text
from simulator.model.base import Bounds
from simulator.play import conduct, moves
from simulator.scoring.features import FEATURES

#: What the pages say, in English and Chinese.
WORDS = {
    "title": ("Reference of every key", "全部键的说明"),
    "about": (
        "What may stand in each kind of file. *Needed* keys must be there. Where a list is asked for and there is one "
        "item only, the brackets may be left out where it says *one or more*. An editor that reads the modeline of a "
        "file shows the same while one writes ([editors.md](editors.md)); `simulator schema KIND` prints it.",
        "各种文件里可以写什么。标为“必填”的键必须写。写着“一项或多项”的地方，只有一项时可以不加方括号。"
        "编辑器读取文件首行的说明后，会在书写时给出同样的提示（见 [editors.md](editors.md)）；"
        "`simulator schema KIND` 可以打印出来。",
    ),
    "key": ("key", "键"), "holds": ("holds", "内容"), "what": ("what it is", "含义"),
    "needed": ("needed", "必填"), "else": ("else {value}", "默认 {value}"),
    "text": ("text", "文本"), "number": ("number", "整数"), "decimal": ("decimal", "小数"),
    "truth": ("true or false", "true 或 false"),
    "limits": ('range: `2` (at least), `">= 2"`, `"<= 1"`, `"== 0"` or `"1..2"`',
               '范围：`2`（至少）、`">= 2"`、`"<= 1"`、`"== 0"` 或 `"1..2"`'),
    "between": ("{low} to {high}", "{low} 到 {high}"), "from": ("{low} or more", "不小于 {low}"),
    "several": ("list of {of}", "列表，每项：{of}"), "one_or_more": ("one or more of {of}", "一项或多项：{of}"),
    "named": ("names with {of}", "名称和{of}"), "of_these": ("{of}", "{of}"),
    "plan": ("Plan (`.plan`)", "计划文件（`.plan`）"),
    "plan_about": (
        "A conversation in plain text beside a scenario; `check` plays it again. One line each:",
        "放在场景旁边的纯文本对话，`check` 会重新演练。每行一项：",
    ),
    "features": ("Features that rules may speak of", "规则可以用的特征"),
    "features_about": (
        "Besides these, the name of every cue group is a feature: its value is the number of hits that count.",
        "除此之外，每个词语组的名称也是特征，值是有效命中的次数。",
    ),
    "of_reply": ("Of a reply (criteria, flags, moves)", "一条回复的特征（标准、扣分项、技巧）"),
    "of_session": ("Of a whole session (`session:`)", "整场对话的特征（`session:`）"),
    "of_moment": ("Of the moment (`moves:`)", "当下的特征（`moves:`）"),
    "made": ("Made by tools/write_generated.py from the declaration.", "由 tools/write_generated.py 从声明生成。"),
}  # fmt: skip

#: What a line of a plan says.
PLAN = {
    "customer": (
        "What the customer says now; `...` at the end stands for the rest.",
        "客户此刻说的话，末尾的 `...` 表示其余。",
    ),
    "reply": ("What the trainee replies; further lines begin with `|`.", "学员的回复，续行以 `|` 开头。"),
    "beat": ("The beat that is played now.", "此刻所在的情节。"),
    "mood": ("The mood now: `82`, or a range such as `40..60`.", "此刻的怒气：`82`，或 `40..60` 这样的范围。"),
    "ending": ("The ending that was reached.", "到达的结局。"),
}  # fmt: skip


class Reference:
    """The page in one language.

    Args:
        lang: `en` or `zh`.
    """

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def page(self) -> Iterator[str]:
        """Line by line."""
        yield f"# {self._say('title')}"
        yield ""
        yield f"<!-- {self._say('made')} -->"
        yield ""
        yield self._say("about")
        told: set[type] = {Bounds}
        for kind, model in MODELS.items():
            yield ""
            yield f"## {kind}"
            todo = [model]
            while todo:
                record = todo.pop(0)
                if record in told:
                    continue
                told.add(record)
                yield from self._record(record, record is not model)
                todo += [part for field in record.model_fields.values() for part in records_in(field.annotation)]
        yield from self._plan()
        yield from self._features()

    def _record(self, record: type[BaseModel], headed: bool) -> Iterator[str]:
        yield ""
        if headed:
            yield f"### {record.__name__}"
            yield ""
        about = " ".join((record.__doc__ or "").split())
        yield about if self._lang == "en" else RECORDS[record.__name__]
        yield ""
        yield from self._table((f"`{key}`", self._holds(field), self._about(record, key, field))
                               for key, field in record.model_fields.items())  # fmt: skip

    def _about(self, record: type[BaseModel], key: str, field: FieldInfo) -> str:
        if self._lang == "en":
            return " ".join((field.description or "").split())
        owner = next((c for c in record.__mro__ if f"{c.__name__}.{key}" in KEYS), record)
        return KEYS[f"{owner.__name__}.{key}"]

    def _holds(self, field: FieldInfo) -> str:
        holds = self._type(field.annotation, field.metadata)
        if field.is_required():
            return f"{holds}; **{self._say('needed')}**"
        default = field.default
        if isinstance(default, bool) or (isinstance(default, (str, int)) and default != ""):
            holds += "; " + self._say(
                "else", value=f"`{str(default).lower() if isinstance(default, bool) else default}`"
            )
        return holds

    def _type(self, declared: Any, metadata: list[Any]) -> str:
        if get_origin(declared) is Annotated:
            inside, *more = get_args(declared)
            more = [one for part in more for one in (part.metadata if isinstance(part, FieldInfo) else [part])]
            return self._type(inside, more + metadata)
        if get_origin(declared) in (Union, types.UnionType):
            return self._type(next(a for a in get_args(declared) if a is not type(None)), metadata)
        if get_origin(declared) is Literal:
            return ", ".join(f"`{value}`" for value in get_args(declared))
        if get_origin(declared) is tuple:
            single = any(type(one).__name__ == "_OneOrMore" for one in metadata)
            return self._say("one_or_more" if single else "several", of=self._type(get_args(declared)[0], []))
        if get_origin(declared) is dict:
            return self._say("named", of=self._type(get_args(declared)[1], []))
        if declared is Bounds:
            return self._say("limits")
        if isinstance(declared, type) and issubclass(declared, BaseModel):
            return f"[{declared.__name__}](#{declared.__name__.lower()})"
        return self._plain(declared, metadata)

    def _plain(self, declared: Any, metadata: list[Any]) -> str:
        if declared is bool:
            return self._say("truth")
        if declared not in (int, float):
            return self._say("text")
        name = self._say("number" if declared is int else "decimal")
        low, high = (
            next((getattr(one, side) for one in metadata if hasattr(one, side)), None) for side in ("ge", "le")
        )
        if low is not None and high is not None:
            return f"{name}, {self._say('between', low=low, high=high)}"
        return f"{name}, {self._say('from', low=low)}" if low is not None else name

    def _plan(self) -> Iterator[str]:
        yield ""
        yield f"## {self._say('plan')}"
        yield ""
        yield self._say("plan_about")
        yield ""
        yield from self._table((f"`{part}:`", self._say("text"), PLAN[part][self._lang == "zh"]) for part in PARTS)

    def _features(self) -> Iterator[str]:
        yield ""
        yield f"## {self._say('features')}"
        yield ""
        yield self._say("features_about")
        for heading, features in (("reply", FEATURES), ("session", conduct.FEATURES), ("moment", moves.FEATURES)):
            yield ""
            yield f"### {self._say(f'of_{heading}')}"
            yield ""
            yield from self._feature_table(features)

    def _feature_table(self, features: Mapping[str, str]) -> Iterator[str]:
        yield f"| {self._say('key')} | {self._say('what')} |"
        yield "|---|---|"
        for name, about in features.items():
            yield f"| `{name}` | {about if self._lang == 'en' else self._chinese(name, features)} |"

    def _chinese(self, name: str, features: Mapping[str, str]) -> str:
        if features is FEATURES:
            return text(f"feature.{name}", "zh")
        what, _, value = name.partition("_")
        if what in ("plays", "threatens", "style") and name not in ZH_FEATURES:
            says = {
                "plays": "客户打出 {} 牌时为 1",
                "threatens": "客户用 {} 威胁时为 1",
                "style": "客户性格为 {} 时为 1",
            }
            return says[what].format(f"`{value}`")
        return ZH_FEATURES[name]

    def _table(self, rows: Iterator[tuple[str, str, str]]) -> Iterator[str]:
        yield f"| {self._say('key')} | {self._say('holds')} | {self._say('what')} |"
        yield "|---|---|---|"
        yield from (f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)

    def _say(self, key: str, **values: object) -> str:
        return WORDS[key][self._lang == "zh"].format(**values)


def records_in(declared: Any) -> Iterator[type[BaseModel]]:
    """The records that a type speaks of."""
    if isinstance(declared, type) and issubclass(declared, BaseModel):
        yield declared
    for part in get_args(declared):
        yield from records_in(part)
