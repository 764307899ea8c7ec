"""Ours in the bench: each a process of its own, speaking the same protocol as the peers."""
