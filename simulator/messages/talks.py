"""What `simulator score --transcript` says."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.transcript": (
        "FILE is an export of conversations (CSV or JSON Lines: conversation, speaker or role, time, text, topic); the "
        "agents' turns in it are scored, each with what it answers.",
        "FILE 是会话导出文件（CSV 或 JSON Lines：会话、发言人或角色、时间、内容、主题）；"
        "为其中客服的每一轮话评分，并考虑它所回答的内容。",
    ),
    "help.columns": (
        "With --transcript: what the columns are called here, such as text=Body,speaker=Who. Known: conversation, "
        "speaker, role, time, text, topic.",
        "与 --transcript 合用：这个文件里各列的名称，例如 text=正文,speaker=谁。"
        "可用：conversation、speaker、role、time、text、topic。",
    ),
    "help.agents": (
        "With --transcript: the name of an agent as it stands in the speaker's column; may be given several times. "
        "Everybody else is a customer.",
        "与 --transcript 合用：发言人一列中某位客服的名字，可多次给出。其他人都算客户。",
    ),
    "help.summary": (
        "With --transcript: instead of the turns, what they come to for each agent and each topic.",
        "与 --transcript 合用：不列出每一轮，而是按客服和主题汇总。",
    ),
    "help.output": (
        "With --summary: the turns as well, into this file.",
        "与 --summary 合用：同时把每一轮写入这个文件。",
    ),
    "help.cluster": (
        "Score on a cluster of Dask: the address of its scheduler, or local to try it on this machine.",
        "在 Dask 集群上评分：调度器的地址；local 表示在本机试用。",
    ),
    "only_transcript": ("{option} goes with --transcript.", "{option} 要与 --transcript 合用。"),
    "output_needs_summary": ("--output goes with --summary.", "--output 要与 --summary 合用。"),
    "same_file": (
        "--output would overwrite the transcript itself.",
        "--output 会覆盖会话文件本身。",
    ),
    "bad_columns": (
        "--columns is written WHAT=NAME, where WHAT is one of {known}.",
        "--columns 写作 WHAT=列名，其中 WHAT 是以下之一：{known}。",
    ),
    "no_column": ("There is no column called {name}.", "没有名为 {name} 的列。"),
    "needs_column": (
        "No column is called like one for the {what}. Name it: --columns {what}=NAME.",
        "没有找到表示 {what} 的列。请指明：--columns {what}=列名。",
    ),
    "alone": (
        "No column tells the conversations apart, so all is taken for one. If one does: --columns conversation=NAME.",
        "没有区分会话的列，因此全部当作一个会话。如果有这一列：--columns conversation=列名。",
    ),
    "encoding": (
        "Nobody can tell how the file is encoded. Save it as CSV UTF-8.",
        "无法判断文件的编码。请另存为 CSV UTF-8。",
    ),
    "not_text": ("The row holds bytes that are no text.", "这一行含有不是文本的字节。"),
    "not_a_row": (
        "The row is not CSV: a quotation mark may be missing, or a cell is too long.",
        "这一行不是 CSV：可能缺少引号，或某个单元格过长。",
    ),
    "not_an_object": ("The line must be a JSON object.", "这一行必须是一个 JSON 对象。"),
    "cells": (
        "The row has more cells than the {limit} columns: a text with a comma needs quotation marks.",
        "这一行的单元格多于 {limit} 列：含有逗号的文本需要加引号。",
    ),
    "long_cell": (
        "The {what} is longer than {limit} characters: the columns may be mixed up.",
        "{what} 超过 {limit} 个字符：可能列对错了。",
    ),
    "no_side": (
        "Nothing tells whether an agent or a customer speaks: name the agents with --agents, or have a role's column.",
        "看不出说话的是客服还是客户：用 --agents 指明客服，或用一列写明角色。",
    ),
    "no_talk": ("The row does not say which conversation it belongs to.", "这一行没有写明属于哪个会话。"),
    "bad_row": ("Row {row}: {why}", "第 {row} 行：{why}"),
    "more_bad": ("... and more such rows: {count}.", "……此外还有这样的行：{count}。"),
    "bad_rows": (
        "Rows that could not be used: {count}. All others were.",
        "无法使用的行数：{count}。其余各行均已使用。",
    ),
    "sum": (
        "Agents in conversations: {talks}; their turns: {turns}, of which assessed: {assessed}; rows that could not be "
        "used: {bad}.",
        "客服参与的会话：{talks}；话轮：{turns}，其中评定：{assessed}；无法使用的行：{bad}。",
    ),
    "agents": ("Agent", "客服"),
    "topics": ("Topic", "主题"),
    "title": ("What the agents said", "客服的话"),
    "fact.talks": ("Agents in conversations", "客服参与的会话"),
    "fact.turns": ("Turns", "话轮"),
    "fact.assessed": ("Assessed", "评定"),
    "fact.bad": ("Rows that could not be used", "无法使用的行"),
    "by_agents": ("Agents", "客服"),
    "by_topics": ("Topics", "主题"),
    "score_of": ("{what}: mean score of a turn", "{what}：每轮平均得分"),
    "chart": ("Highest: {highest}. Lowest: {lowest}.", "最高：{highest}。最低：{lowest}。"),
    "flags_head": ("Flags", "扣分项"),
    "first": ("To be read first", "应先看的话轮"),
    "foot": (
        "Levels: the mean of all turns assessed / of the best turn in each conversation, from 0 to 3. This ranks turns "
        "to be read; it is no ground for pay or warning without somebody having read them.",
        "等级：所有评定话轮的平均 / 每个会话中最好一轮的平均，0 到 3。"
        "它只排出先看哪些话轮；没有人读过之前，不能作为薪酬或警告的依据。",
    ),
    "talks": ("talks", "会话"),
    "turns": ("turns", "话轮"),
    "assessed": ("assessed", "评定"),
    "score": ("score", "得分"),
    "and": (", ", "，"),
    "no_topic": ("(no topic)", "（无主题）"),
    "no_agent": ("(no name)", "（无名）"),
    "flags": ("flags: {flags}", "扣分项：{flags}"),
    "explained": (
        "Levels: the mean of all turns assessed / of the best turn in each conversation, from 0 to 3.",
        "等级：所有评定话轮的平均 / 每个会话中最好一轮的平均，0 到 3。",
    ),
    "read_first": ("To be read first, of {agent}:", "{agent} 应先看的话轮："),
    "row": (
        "row {row}, conversation {talk}: score {score} ({levels})",
        "第 {row} 行，会话 {talk}：得分 {score}（{levels}）",
    ),
    "flag": ("{flag}: «{quote}»", "{flag}：“{quote}”"),
}
