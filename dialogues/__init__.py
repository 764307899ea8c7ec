"""What is said: scripts, the engine that runs them, and the Dutch under it. Pure: no clock, no network, no chance of its own."""
