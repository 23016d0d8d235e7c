"""A training simulator for people who answer angry customers."""

__version__ = "0.1.0"
