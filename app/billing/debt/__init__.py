"""The life of a debt, folded from what happened to it: holds, promises, plans, reminders."""
