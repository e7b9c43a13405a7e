"""The finance share: batches out, answers back, and nothing lost or doubled on the way."""
