"""Care given on a health card or under an agreement, reported so that the state can claim."""
