"""Tables of reports (보내기) → files of other programs: CSV, XLSX, Parquet, JSON Lines, SQLite, Data Packages."""
