"""Telegram's edge: updates become `Inbound`, a `Message` becomes a call. Nothing outside it knows Telegram."""

import os

# python-telegram-bot 22 warns at every 429 unless told that durations may be timedeltas (its issue #4575).
os.environ.setdefault("PTB_TIMEDELTA", "true")
