CREATE TABLE "organization" (
  "id" VARCHAR,
  "acronym" VARCHAR,
  "classifications" STRUCT("code" VARCHAR, "scheme" VARCHAR, "share" VARCHAR, "title" MAP(VARCHAR, VARCHAR))[],
  "description" MAP(VARCHAR, VARCHAR),
  "dissolved" VARCHAR,
  "evidence" STRUCT("basis" VARCHAR, "modality" VARCHAR, "occurrence" BIGINT, "quote" VARCHAR, "reason" MAP(VARCHAR, VARCHAR), "source" VARCHAR, "supports" VARCHAR[])[],
  "extensions" JSON,
  "founded" VARCHAR,
  "identifiers" STRUCT("scheme" VARCHAR, "value" VARCHAR)[],
  "kind" VARCHAR,
  "legal_status" VARCHAR,
  "links" STRUCT("description" MAP(VARCHAR, VARCHAR), "rel" VARCHAR, "title" MAP(VARCHAR, VARCHAR), "url" VARCHAR)[],
  "name" MAP(VARCHAR, VARCHAR),
  "other_names" STRUCT("name" MAP(VARCHAR, VARCHAR), "period" STRUCT("end" VARCHAR, "start" VARCHAR, "stated_duration" VARCHAR))[],
  "part_of" VARCHAR,
  "place" VARCHAR,
  "same_as" STRUCT("basis" VARCHAR, "party" STRUCT("organization" VARCHAR, "network" VARCHAR, "group" VARCHAR), "reason" MAP(VARCHAR, VARCHAR))[]
);

CREATE VIEW "organization_values" AS SELECT
  "id" AS "id",
  CAST("dissolved" || CASE length("dissolved") WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END AS DATE) AS "dissolved_earliest",
  CASE length("dissolved") WHEN 4 THEN CAST("dissolved" || '-12-31' AS DATE) WHEN 7 THEN last_day(CAST("dissolved" || '-01' AS DATE)) ELSE CAST("dissolved" AS DATE) END AS "dissolved_latest",
  CAST("founded" || CASE length("founded") WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END AS DATE) AS "founded_earliest",
  CASE length("founded") WHEN 4 THEN CAST("founded" || '-12-31' AS DATE) WHEN 7 THEN last_day(CAST("founded" || '-01' AS DATE)) ELSE CAST("founded" AS DATE) END AS "founded_latest"
FROM "organization";
