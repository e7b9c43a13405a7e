"""What people do: each function is one act of the access matrix, done in one transaction."""
