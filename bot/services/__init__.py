"""Use cases, one a module. Each does its work inside the transaction of the turn or the due moment it serves."""
