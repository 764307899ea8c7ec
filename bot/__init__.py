"""What happens: everything that talks to the world, wired in one place (app.py)."""
