"""Conversations from real work: rows of a chat export → the agent's turns in context → scores → what they come to."""
