CREATE TABLE "source" (
  "id" VARCHAR,
  "classifications" STRUCT("code" VARCHAR, "scheme" VARCHAR, "share" VARCHAR, "title" MAP(VARCHAR, VARCHAR))[],
  "description" MAP(VARCHAR, VARCHAR),
  "digest" VARCHAR,
  "evidence" STRUCT("basis" VARCHAR, "modality" VARCHAR, "occurrence" BIGINT, "quote" VARCHAR, "reason" MAP(VARCHAR, VARCHAR), "source" VARCHAR, "supports" VARCHAR[])[],
  "extensions" JSON,
  "identifiers" STRUCT("scheme" VARCHAR, "value" VARCHAR)[],
  "languages" VARCHAR[],
  "links" STRUCT("description" MAP(VARCHAR, VARCHAR), "rel" VARCHAR, "title" MAP(VARCHAR, VARCHAR), "url" VARCHAR)[],
  "published" VARCHAR,
  "publisher" STRUCT("organization" VARCHAR, "network" VARCHAR, "group" VARCHAR),
  "retrieved" VARCHAR,
  "title" MAP(VARCHAR, VARCHAR),
  "url" VARCHAR
);

CREATE VIEW "source_values" AS SELECT
  "id" AS "id",
  CAST("published" || CASE length("published") WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END AS DATE) AS "published_earliest",
  CASE length("published") WHEN 4 THEN CAST("published" || '-12-31' AS DATE) WHEN 7 THEN last_day(CAST("published" || '-01' AS DATE)) ELSE CAST("published" AS DATE) END AS "published_latest",
  CAST("retrieved" || CASE length("retrieved") WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END AS DATE) AS "retrieved_earliest",
  CASE length("retrieved") WHEN 4 THEN CAST("retrieved" || '-12-31' AS DATE) WHEN 7 THEN last_day(CAST("retrieved" || '-01' AS DATE)) ELSE CAST("retrieved" AS DATE) END AS "retrieved_latest"
FROM "source";
