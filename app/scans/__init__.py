"""Files that come in from outside: recognised by content, redrawn as plain pages, or refused.

Nothing of a file is kept as it came (safety-and-security.md 3.8). What goes in is bytes; what comes
out is pages that this program drew itself, or one sentence that says what to do. No script runs, no
form is filled, no link is followed, and nothing is written to a disk.
"""
