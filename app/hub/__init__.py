"""What a central server does to very many cases with NumPy, the `hub` extra. No desktop has it."""
