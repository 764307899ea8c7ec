"""What the bot understands of language: reflect, moments, triage, matching, readability. Pure: no clock, no network."""
