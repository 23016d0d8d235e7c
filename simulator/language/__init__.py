"""The scenario language: YAML -> model, with every problem at its place."""

from simulator.language.problems import Loaded, Problem
from simulator.language.rubrics import load_rubric, load_rubric_texts
from simulator.language.scenarios import load_scenario

__all__ = ["Loaded", "Problem", "load_rubric", "load_rubric_texts", "load_scenario"]
