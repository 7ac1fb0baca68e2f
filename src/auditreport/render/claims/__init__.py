"""What reports say of an article (기사 검증 결과) → text and JSON."""
