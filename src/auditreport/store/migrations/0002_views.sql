-- What analysts ask for first.

-- Each report once, under the first of its files.
CREATE VIEW report_files AS
SELECT sha256, min_by(path, string_split(absolute, '/')) AS path, count(*) AS files
FROM sources
WHERE sha256 IN (SELECT sha256 FROM reports)
GROUP BY sha256;

-- The last word of a department on a year: the report of the latest session, then that with the most figures.
CREATE VIEW latest_report AS
SELECT f.path, r.* EXCLUDE ("text")
FROM reports AS r
JOIN report_files AS f USING (sha256)
WHERE r.doc_kind <> 'press_article'
QUALIFY row_number() OVER (
    PARTITION BY coalesce(r.district_code, r.district), r.department, r.report_year
    ORDER BY coalesce(r.session_end, r.session_start) DESC NULLS LAST, r.facts DESC, r.sha256
) = 1;

-- A row for each fact, with who reports what to whom, and the dimensions that have names of their own.
CREATE VIEW facts_wide AS
SELECT
    f.path, r.title AS report, r.doc_kind, r.report_year, r.district_code, r.council, r.session_name, r."function",
    x.* EXCLUDE (dims),
    x.dims ->> 'job_class' AS job_class,
    x.dims ->> 'grade' AS grade,
    x.dims ->> 'fund' AS fund,
    x.dims ->> 'column' AS dim_column,
    x.dims ->> 'of' AS dim_of,
    x.dims ->> 'unit' AS dim_unit,
    x.dims ->> 'side' AS side,
    x.dims
FROM facts AS x
JOIN reports AS r USING (sha256)
JOIN report_files AS f USING (sha256);

-- The cells of the latest report of each department and year; no sums over programmes that state only a part.
CREATE VIEW indicators AS
SELECT l.path, l.title AS report, l.report_year, c.*
FROM cells AS c
JOIN latest_report AS l USING (sha256);
