CREATE TABLE "funding" (
  "id" VARCHAR,
  "amount" STRUCT("amount" VARCHAR, "currency" VARCHAR),
  "classifications" STRUCT("code" VARCHAR, "scheme" VARCHAR, "share" VARCHAR, "title" MAP(VARCHAR, VARCHAR))[],
  "date" VARCHAR,
  "description" MAP(VARCHAR, VARCHAR),
  "evidence" STRUCT("basis" VARCHAR, "modality" VARCHAR, "occurrence" BIGINT, "quote" VARCHAR, "reason" MAP(VARCHAR, VARCHAR), "source" VARCHAR, "supports" VARCHAR[])[],
  "extensions" JSON,
  "funder" STRUCT("organization" VARCHAR, "network" VARCHAR, "group" VARCHAR),
  "identifiers" STRUCT("scheme" VARCHAR, "value" VARCHAR)[],
  "kind" VARCHAR,
  "links" STRUCT("description" MAP(VARCHAR, VARCHAR), "rel" VARCHAR, "title" MAP(VARCHAR, VARCHAR), "url" VARCHAR)[],
  "of" STRUCT("network" VARCHAR, "programme" VARCHAR, "project" VARCHAR, "participation" VARCHAR, "activity" VARCHAR, "cooperation" VARCHAR, "policy_instrument" VARCHAR, "organization" VARCHAR),
  "part_of" VARCHAR,
  "period" STRUCT("end" VARCHAR, "start" VARCHAR, "stated_duration" VARCHAR),
  "programme" VARCHAR,
  "recipient" STRUCT("organization" VARCHAR, "network" VARCHAR, "group" VARCHAR),
  "share" VARCHAR,
  "status" VARCHAR,
  "title" MAP(VARCHAR, VARCHAR)
);

CREATE VIEW "funding_values" AS SELECT
  "id" AS "id",
  CAST("amount"."amount" AS DECIMAL(38, 10)) AS "amount_amount_number",
  CAST("date" || CASE length("date") WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END AS DATE) AS "date_earliest",
  CASE length("date") WHEN 4 THEN CAST("date" || '-12-31' AS DATE) WHEN 7 THEN last_day(CAST("date" || '-01' AS DATE)) ELSE CAST("date" AS DATE) END AS "date_latest",
  CAST("period"."end" || CASE length("period"."end") WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END AS DATE) AS "period_end_earliest",
  CASE length("period"."end") WHEN 4 THEN CAST("period"."end" || '-12-31' AS DATE) WHEN 7 THEN last_day(CAST("period"."end" || '-01' AS DATE)) ELSE CAST("period"."end" AS DATE) END AS "period_end_latest",
  CAST("period"."start" || CASE length("period"."start") WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END AS DATE) AS "period_start_earliest",
  CASE length("period"."start") WHEN 4 THEN CAST("period"."start" || '-12-31' AS DATE) WHEN 7 THEN last_day(CAST("period"."start" || '-01' AS DATE)) ELSE CAST("period"."start" AS DATE) END AS "period_start_latest",
  CAST("share" AS DECIMAL(38, 10)) AS "share_number"
FROM "funding";
