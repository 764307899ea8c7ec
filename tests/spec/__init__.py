"""Holds what goes over the line against the Bot API as Telegram publishes it, in every test of the suite."""
