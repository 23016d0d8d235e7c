"""The pages around the terminal. Text from people is escaped; nothing in them comes from elsewhere."""

from __future__ import annotations

from html import escape

from simulator.messages import text

LANGS = {"en": "English", "zh": "简体中文", "zh-Hant": "繁體中文"}
#: How the seats' socket is closed, and what the window says then.
ENDED, TAKEN_OVER, FULL, BROKEN = 4000, 4001, 4002, 4003
_SAID = {"opening": "opening", "ended": ENDED, "taken_over": TAKEN_OVER, "full": FULL, "broken": BROKEN, "lost": "lost"}

_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/own/web.css">
{head}</head>
<body class="{kind}">
{body}
</body>
</html>
"""


def _say(key: str, lang: str, /, **values: object) -> str:
    return escape(text(f"web.{key}", lang, **values))


def door(title: str, lang: str, *, word: str | None, seat: str = "", wrong: str = "") -> str:
    """The first page: how it goes, and a form for the seat.

    Args:
        title: the assessment's.
        lang: the language of the page.
        word: the room code as far as it is known; None where none is needed.
        seat: the seat that this browser has already, or "".
        wrong: the key of what was wrong with what was typed, or "".
    """
    others = " ".join(
        f'<a href="/?lang={code}" lang="{code}">{name}</a>' for code, name in LANGS.items() if code != lang
    )
    body = [f"<nav>{others}</nav>", f"<h1>{escape(title)}</h1>"]
    if wrong:
        body.append(f'<p role="alert">{_say(f"bad.{wrong}", lang)}</p>')
    if seat:
        body.append(
            f"<p>{_say('yours', lang, seat=seat)}</p>"
            f'<form method="post" action="/leave"><a class="button" href="/sit">{_say("go_on", lang)}</a> '
            f"<button>{_say('leave', lang)}</button></form>"
        )
    else:
        body.append(_form(lang, word))
    how = "".join(f"<li>{_say(f'how.{key}', lang)}</li>" for key in ("type", "chinese", "back", "one", "keys"))
    body.append(f"<h2>{_say('how', lang)}</h2>\n<ul>{how}</ul>")
    body.append(f"<noscript><p>{_say('scripts', lang)}</p></noscript>")
    return _PAGE.format(lang=lang, title=escape(title), head="", kind="door", body="\n".join(body))


def _form(lang: str, word: str | None) -> str:
    fields = []
    if word is not None:
        fields.append(
            f'<label for="room">{_say("room", lang)}</label>'
            f'<input id="room" name="room" required maxlength="40" autocomplete="off" value="{escape(word)}">'
            f'<p class="quiet">{_say("room_how", lang)}</p>'
        )
    fields.append(
        f'<label for="seat">{_say("seat", lang)}</label>'
        '<input id="seat" name="seat" required maxlength="100" autocomplete="off" autofocus>'
    )
    return (
        f'<form method="post" action="/seat"><input type="hidden" name="lang" value="{lang}">'
        f"{''.join(fields)}<button>{_say('go', lang)}</button></form>"
    )


def terminal(title: str, lang: str) -> str:
    """The page in which a seat sits: the terminal, and what the window says around it."""
    head = (
        '<link rel="stylesheet" href="/static/css/xterm.css">\n'
        '<script src="/own/web.js"></script>\n<script src="/static/js/textual.js"></script>\n'
    )
    said = "".join(f'<p data-when="{when}" hidden>{_say(key, lang)}</p>' for key, when in _SAID.items())
    body = (
        f'<div id="note" role="status"><h1>{escape(title)}</h1>{said}<p id="told"></p>'
        f'<p id="ways" hidden><a class="button" href="/sit">{_say("go_on", lang)}</a> '
        f'<a class="button" href="/receipt">{_say("receipt", lang)}</a></p></div>\n'
        '<div id="terminal" class="textual-terminal" data-font-size="16"></div>'
    )
    return _PAGE.format(lang=lang, title=escape(title), head=head, kind="sit", body=body)
