"""The bot's own web pages: health for now; the webhook and the console later. Never answers, names or tokens."""
