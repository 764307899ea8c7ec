"""Programs of others that do the same small thing as ours, each in a process of its own with the environment `.peers`.

Nothing here may import our own rooms: that environment does not have them.
"""
