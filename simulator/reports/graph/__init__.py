"""A scenario at a glance, drawn as text, Mermaid, DOT or SVG."""
