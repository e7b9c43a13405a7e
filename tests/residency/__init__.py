"""The law held against its published cases, its invariants and a plain second evaluator."""
