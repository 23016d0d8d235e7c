"""Receipts out of the log."""

from __future__ import annotations

from simulator.model.receipt import Receipt
from simulator.store.records import Sitting
from simulator.store.store import Store


def receipt_of(store: Store, finished: Sitting) -> Receipt:
    """The receipt of a sitting that is over.

    Raises:
        StoreError: the log can't be read.
    """
    last = store.sitting_events(finished.id)[-1]
    return Receipt.of(last.data["receipt"], last.hash)
