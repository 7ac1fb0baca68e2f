"""Coverage-guided fuzzing (퍼징): bytes that a guided search makes up → promises that do not hold.

`make fuzz` runs every target for a while; what it finds becomes a file in `tests/fixtures/hostile/<target>/`, which the
tests put through the same target ever after. A target is a module of `fuzz/targets/`.
"""
