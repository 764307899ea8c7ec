"""What is kept, and under which key. Knows neither the conversations nor Telegram."""
