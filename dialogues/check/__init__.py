"""The script checker: what an author must mend before a conversation meets people."""
