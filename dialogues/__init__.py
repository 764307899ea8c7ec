"""What is said: scripts, the engine that runs them, and the Dutch under it. Pure: no clock, no network, no randomness of its own."""
