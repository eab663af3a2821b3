"""How well people fit a need: pure functions from profiles and needs to ranked results with reasons."""
