"""When what must be said goes out: due rows, lanes and limits, hours and clock changes. Knows no channel."""
