CREATE TABLE "cooperation" (
  "id" VARCHAR,
  "about" STRUCT("network" VARCHAR, "programme" VARCHAR, "project" VARCHAR, "participation" VARCHAR, "activity" VARCHAR, "cooperation" VARCHAR, "policy_instrument" VARCHAR, "organization" VARCHAR)[],
  "classifications" STRUCT("code" VARCHAR, "scheme" VARCHAR, "share" VARCHAR, "title" MAP(VARCHAR, VARCHAR))[],
  "description" MAP(VARCHAR, VARCHAR),
  "evidence" STRUCT("basis" VARCHAR, "modality" VARCHAR, "occurrence" BIGINT, "quote" VARCHAR, "reason" MAP(VARCHAR, VARCHAR), "source" VARCHAR, "supports" VARCHAR[])[],
  "extensions" JSON,
  "identifiers" STRUCT("scheme" VARCHAR, "value" VARCHAR)[],
  "importance" MAP(VARCHAR, VARCHAR),
  "links" STRUCT("description" MAP(VARCHAR, VARCHAR), "rel" VARCHAR, "title" MAP(VARCHAR, VARCHAR), "url" VARCHAR)[],
  "open_ended" BOOLEAN,
  "parties" STRUCT("organization" VARCHAR, "network" VARCHAR, "group" VARCHAR)[],
  "period" STRUCT("end" VARCHAR, "start" VARCHAR, "stated_duration" VARCHAR),
  "scopes" VARCHAR[],
  "status" VARCHAR,
  "ways_open_ended" BOOLEAN
);

CREATE VIEW "cooperation_values" AS SELECT
  "id" AS "id",
  CAST("period"."end" || CASE length("period"."end") WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END AS DATE) AS "period_end_earliest",
  CASE length("period"."end") WHEN 4 THEN CAST("period"."end" || '-12-31' AS DATE) WHEN 7 THEN last_day(CAST("period"."end" || '-01' AS DATE)) ELSE CAST("period"."end" AS DATE) END AS "period_end_latest",
  CAST("period"."start" || CASE length("period"."start") WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END AS DATE) AS "period_start_earliest",
  CASE length("period"."start") WHEN 4 THEN CAST("period"."start" || '-12-31' AS DATE) WHEN 7 THEN last_day(CAST("period"."start" || '-01' AS DATE)) ELSE CAST("period"."start" AS DATE) END AS "period_start_latest"
FROM "cooperation";
