"""Reports kept (저장소) and given on: what was read, as tables."""
