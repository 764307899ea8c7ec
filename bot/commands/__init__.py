"""What the commands of `aanzet` do, one a module. `bot.cli` reads the command line and tells what went wrong."""
