"""Which column is which, and who is on which side: by the names that exports use, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from simulator.language.roster import folded
from simulator.runner.batch import LineError
from simulator.talks.records import Side

#: What a column holds -> what it may be called, the likeliest name first.
COLUMNS: dict[str, tuple[str, ...]] = {
    "conversation": (
        "conversation", "conversation id", "chat id", "chat", "ticket id", "ticket", "ticket number", "case id", "case",
        "call id", "call", "session id", "session", "thread id", "thread", "dialogue", "dialogue id",
        "会话", "会话id", "会话编号", "会话号", "对话", "对话id", "对话编号",
        "工单", "工单号", "工单编号", "通话", "通话编号",
        "會話", "會話編號", "對話", "對話編號", "工單", "工單編號", "通話編號",
    ),
    "speaker": (
        "speaker", "speaker name", "from", "sender", "sender name", "author", "author name", "participant", "user",
        "name",
        "发言人", "说话人", "发送人", "发送者", "发言者", "讲话人", "昵称",
        "姓名", "發言人", "說話人", "發送人", "暱稱",
    ),
    "role": (
        "role", "speaker role", "sender role", "sender type", "author type", "participant type", "party", "side",
        "角色", "身份", "发言人角色", "发送方", "角色類型", "發送方",
    ),
    "time": (
        "time", "timestamp", "date time", "datetime", "sent at", "created at", "date", "start time", "start",
        "时间", "发送时间", "发言时间", "日期", "時間", "發送時間", "發言時間",
    ),
    "text": (
        "text", "message", "message text", "content", "body", "utterance", "comment", "transcript",
        "内容", "消息", "消息内容", "文本", "发言", "发言内容", "正文", "內容", "訊息", "訊息內容", "發言", "發言內容",
    ),
    "topic": (
        "topic", "category", "subject", "reason", "contact reason", "queue", "tag", "tags",
        "主题", "话题", "类别", "分类", "业务类型", "问题类型", "標籤", "主題", "話題", "類別", "分類", "標簽", "标签",
    ),
}  # fmt: skip

#: Side -> words that tell it, alone or before a name or a number; "other" is nobody's turn.
SIDES: dict[str, tuple[str, ...]] = {
    "agent": (
        "agent", "operator", "rep", "representative", "support", "staff", "advisor", "adviser", "assistant", "csr",
        "employee", "consultant", "counsellor", "counselor", "clerk", "service desk", "helpdesk", "help desk",
        "customer service", "customer support", "customer care", "customer success", "outbound",
        "客服", "坐席", "座席", "员工", "顾问", "咨询师", "话务员", "接线员", "客户服务", "客户经理", "客户代表",
        "经办人", "工作人员",
        "坐席员", "員工", "顧問", "諮詢師", "話務員", "客戶服務", "客戶經理", "店员", "店員", "物业", "物業",
    ),
    "customer": (
        "customer", "client", "user", "caller", "visitor", "guest", "end user", "enduser", "contact", "member",
        "patient",
        "requester", "consumer", "buyer", "inbound",
        "客户", "用户", "顾客", "访客", "来电人", "来访者", "业主", "买家", "会员", "消费者", "投诉人",
        "客戶", "用戶", "顧客", "訪客", "來電人", "來訪者", "業主", "買家", "會員", "消費者", "投訴人",
    ),
    "other": ("system", "bot", "chatbot", "robot", "auto", "automation", "note", "internal",
              "系统", "机器人", "自动回复", "系統", "機器人", "自動回覆", "旁白", "备注", "備註"),
}  # fmt: skip
_SIDES = sorted(((words, side) for side, many in SIDES.items() for words in many), key=lambda pair: -len(pair[0]))


def plain(words: str) -> str:
    """A name as it is compared: case, width, underscores and hyphens are all one."""
    return " ".join(folded(words).replace("_", " ").replace("-", " ").split())


def placed(header: Sequence[str], given: Mapping[str, str]) -> dict[str, int]:
    """Where each column stands.

    Args:
        header: the names of the columns.
        given: what a column holds -> its name in this file, where the usual names don't tell.

    Raises:
        LineError: a column that was named, or one that is needed, is not there.
    """
    at: dict[str, int] = {}
    for place, name in enumerate(header):
        at.setdefault(plain(name), place)
    missing = [name for name in given.values() if plain(name) not in at]
    if missing:
        raise LineError("talks.no_column", name=", ".join(missing))
    columns = {what: at[plain(name)] for what, name in given.items()}
    for what, names in COLUMNS.items():
        free = [at[name] for name in names if name in at and at[name] not in columns.values()]
        if what not in columns and free:
            columns[what] = free[0]
    if "text" not in columns:
        raise LineError("talks.needs_column", what="text")
    if "speaker" not in columns and "role" not in columns:
        raise LineError("talks.needs_column", what="speaker")
    return columns


class Sides:
    """Tells the agents from the customers.

    Args:
        agents: the names of the agents; empty: the role tells, or the speaker where that is a role.
    """

    def __init__(self, agents: Iterable[str] = ()) -> None:
        self._agents = {plain(name) for name in agents}

    def of(self, speaker: str, role: str) -> Side | None:
        """The side of a message; None where it is nobody's turn, such as a note of the system.

        Raises:
            LineError: nothing tells.
        """
        told = next((side for side in (_told(role), _told(speaker)) if side), None)
        if self._agents:
            if plain(speaker) in self._agents:
                return "agent"
            return None if told == "other" else "customer"
        if told is None:
            raise LineError("talks.no_side")
        return None if told == "other" else "agent" if told == "agent" else "customer"


def _told(words: str) -> str | None:
    """The side that a role tells, which may have a name or a number behind it."""
    words = plain(words)
    for role, side in _SIDES:
        after = words[len(role) : len(role) + 1]
        if words.startswith(role) and not (role.isascii() and after.isascii() and after.isalpha()):
            return side
    return None
