"""Law, questions, tariffs, fonts, icons and words as data; read through `app.library` only."""
