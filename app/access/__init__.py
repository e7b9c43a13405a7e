"""Who may do what, as data; and what a password must be. Pure."""
