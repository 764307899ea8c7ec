"""One rule a file; each has its page in docs/regels, and the page is its test."""
