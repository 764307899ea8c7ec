"""What the language skills promise, proved on corpora and on any text at all."""
