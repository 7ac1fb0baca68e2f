"""Readers that misbehave, each in the way that its module is named."""
