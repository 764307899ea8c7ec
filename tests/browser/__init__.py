"""The demo in a real browser: what a person with a finger, a mouse or a keyboard sees and can do."""
