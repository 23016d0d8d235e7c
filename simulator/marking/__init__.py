"""The mark that counts: the engine's score with people's words beside and in place of it."""
