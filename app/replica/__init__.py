"""How the copies of a case on several machines become one: records, and what they add up to."""
