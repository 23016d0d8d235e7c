"""The app in which a trainee sits an assessment: nothing else is in it, and nothing goes back."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import work
from textual.screen import Screen

from simulator.messages import text
from simulator.model.receipt import Receipt, counted
from simulator.reports.receipt import receipt_lines
from simulator.runner.room import Room, SittingError
from simulator.runner.ticks import Ticks, tick
from simulator.store.errors import StoreError
from simulator.store.place import RECEIPTS
from simulator.tui.app import SimulatorApp
from simulator.tui.clock_line import ClockLine
from simulator.tui.page import Page
from simulator.tui.sheet import Opening
from simulator.tui.sitting import Again, Between, ReceiptPage, RulesPage, SeatPage, SittingPlay, Timed
from simulator.tui.stage import TROUBLE

if TYPE_CHECKING:
    from simulator.model.assessment import Seat
    from simulator.runner.session import Session
    from simulator.runner.sitting import Sitting

#: How often the clock is looked at, in seconds.
LOOK = 0.25


class AssessApp(SimulatorApp):
    """The app of one assessment.

    Args:
        lang: the language of the screens until a seat is taken.
        folder: the data folder.
        path: the assessment's file.
        seat: the seat, where it is known already; "" asks for it.
        ticks: now.

    Attributes:
        room: the assessment; there once it was opened.
        sitting: once a seat was taken.
    """

    KEPT_COMMANDS = ("help", "coach", "theme", "quit")

    room: Room

    def __init__(self, lang: str, folder: Path, path: Path, seat: str = "", ticks: Ticks = tick) -> None:
        super().__init__(lang, folder, str(path), clock=lambda: ticks().wall)
        self._path, self._typed, self._ticks = path, seat, ticks
        self.sitting: Sitting | None = None
        self._stepping = False

    def get_default_screen(self) -> Screen[Any]:
        return Page()

    def on_mount(self) -> None:
        self.set_interval(LOOK, self._look)

    @work
    async def _open(self) -> None:
        try:
            await self.off(self._open_room)
        except TROUBLE as error:
            self.error = error
        if self.error is not None:
            self.exit()
            return
        self._opened.set()
        if self._typed:
            self.take(self._typed)
        else:
            await self._show(SeatPage())
            await self.off(self.room.warm, self.lang)

    def _open_room(self) -> None:
        self._open_stage()
        if self.error is None:
            self.room = self.stage.room(self._path, self._ticks)

    def refresh_home(self) -> None:  # type: ignore[override]
        """There is no home screen here."""

    async def _show(self, page: Page) -> None:
        """Shows a page in place of whatever is there; nothing leads back."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        await self.push_screen(page)

    # The seat

    def take(self, typed: str) -> None:
        """Takes a seat by what was typed: its rules, or straight on where its sitting is not over."""
        self._step(lambda: self._take(typed))

    def sit(self, seat: Seat) -> None:
        """Begins the sitting of a seat, or goes on with it."""
        self._step(lambda: self._sit(seat))

    def go_on(self) -> None:
        """Does whatever is due: the scenario that was broken off, what comes between, or the receipt."""
        self._step(self._go_on)

    def begin_next(self) -> None:
        """Begins the next scenario."""
        self._step(self._begin_next)

    def again(self, step: Callable[[], Awaitable[None]]) -> None:
        """Does a step that failed once more."""
        self._step(step)

    @work
    async def _step(self, step: Callable[[], Awaitable[None]]) -> None:
        """One step at a time: a second Enter does nothing while the first is being done."""
        if self._stepping:
            return
        self._stepping = True
        try:
            await step()
        except TROUBLE as error:
            if type(self.screen) in (Page, Opening):
                # Nothing could be done on these: going back would lead nowhere.
                await self._show(Again(step))
            self.trouble(error)
        finally:
            self._stepping = False

    async def _take(self, typed: str) -> None:
        try:
            seat = self.room.seat(typed)
            self.lang = seat.lang
            going = await self.off(self.room.going, seat)
            if not going:
                await self.off(self.room.may_begin, seat)
        except SittingError as error:
            await self._refused(error, typed)
        else:
            if going:
                await self._sit(seat)
            else:
                receipts = await self.off(self.room.receipts, seat)
                await self._show(RulesPage(seat, len(receipts) + 1))

    async def _refused(self, error: SittingError, typed: str) -> None:
        """Who has sat it sees the receipt once more; who may not sit is told why."""
        if error.key != "assess.unknown_seat":
            receipts = await self.off(self.room.receipts, self.room.seat(typed))
            receipt = counted(receipts, self.room.rules.counts)
            if receipt:
                await self._receipt(receipt, error.message(self.lang))
                return
        await self._turned_away(error.message(self.lang), typed)

    async def _turned_away(self, why: str, typed: str) -> None:
        """Nothing can be sat at this seat now; it can be tried again, or another one typed."""
        if not isinstance(self.screen, SeatPage):
            await self._show(SeatPage(typed))
        self.screen.tell(why, "error")  # type: ignore[attr-defined]

    async def _sit(self, seat: Seat) -> None:
        await self._show(Opening())
        try:
            self.sitting = await self.off(self.room.sit, seat)
        except SittingError as error:
            await self._refused(error, seat.key)
        else:
            await self._go_on()

    # The sitting

    async def _go_on(self) -> None:
        sitting = self.sitting
        assert sitting
        if sitting.receipt:
            await self._receipt(sitting.receipt)
        elif sitting.session:
            await self._play(sitting.session)
        elif sitting.place:
            title = await self.off(self._title, sitting)
            await self._show(Between(sitting, sitting.parts[-1], title, self._clock_line()))
        else:
            await self._begin_next()

    async def _begin_next(self) -> None:
        assert self.sitting
        session = await self.off(self.sitting.begin_next)
        await (self._play(session) if session else self._go_on())

    async def _play(self, session: Session) -> None:
        assert self.sitting
        past = await self.off(session.transcript)
        if not session.state.ended:
            await self.off(session.coach, "")
        await self._show(SittingPlay(self.sitting, session, past, self._clock_line(), self._kept))
        self._look()

    def _clock_line(self) -> ClockLine:
        assert self.sitting
        place, places = self.sitting.place + 1, len(self.sitting.terms.plan)
        return ClockLine(self._say, self._say("place", place=place, places=places))

    def _title(self, sitting: Sitting) -> str:
        return self.room.title(*sitting.terms.plan[sitting.place])

    def _say(self, key: str, **values: object) -> str:
        return text(f"assess.{key}", self.lang, **values)

    # The time

    def _look(self) -> None:
        """Draws what is left, and acts once it is nothing."""
        page, sitting = self._timed(), self.sitting
        if page is None or sitting is None or sitting.receipt or not page.is_mounted:
            return
        left = sitting.time_left()
        warning = page.clock.show(left)
        if warning:
            page.tell(warning, "warning")
        if 0 in (left.reply, left.whole):
            self._step(lambda: self._time_up(page, sitting))

    def _timed(self) -> Timed | None:
        """The screen on which the time runs, also below a help screen or the case file."""
        return next((page for page in reversed(self.screen_stack) if isinstance(page, Timed)), None)

    async def _time_up(self, page: Timed, sitting: Sitting) -> None:
        draft = page.draft()
        if draft is None:
            return
        while self.screen is not page:
            self.pop_screen()
        if isinstance(page, SittingPlay) and sitting.session and (draft.strip() or sitting.time_left().whole != 0):
            await page.time_up()
        else:
            await self.off(sitting.keep_time, draft)
        if sitting.receipt and sitting.receipt.by != "done":
            await self._go_on()

    # The end

    async def _receipt(self, receipt: Receipt, remark: str | None = None) -> None:
        path = await self.off(self._kept, receipt)
        await self._show(ReceiptPage(receipt, self._lines(receipt), path, remark))

    def _lines(self, receipt: Receipt) -> list[str]:
        return [*receipt_lines(receipt, self.room.rules, self.lang, scores=self.room.shows_scores())]

    def _kept(self, receipt: Receipt) -> str | None:
        """The file in which the receipt is kept, or None where it can't be written."""
        name = re.sub(r"[^\w.-]+", "_", f"{receipt.assessment}-{receipt.seat}-{receipt.attempt}-{receipt.sitting[:8]}")
        path = self._folder / RECEIPTS / f"{name}.txt"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(self._lines(receipt)) + "\n", "utf-8")
        except OSError:
            return None
        return str(path)

    def trouble(self, error: Exception) -> None:
        if isinstance(error, StoreError) and error.key == "store.conflict":
            # The seat is taken in another window, which goes on.
            self.error = error
            self.exit()
            return
        super().trouble(error)
