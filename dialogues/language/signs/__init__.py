"""The rules of `triage`: which words are taken as a sign of what. A rule shows its own examples, and they are its tests."""
