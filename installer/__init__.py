"""How Recoup reaches a machine: environment, one-folder program, licences."""
