CREATE TABLE "group" (
  "id" VARCHAR,
  "acronym" VARCHAR,
  "classifications" STRUCT("code" VARCHAR, "scheme" VARCHAR, "share" VARCHAR, "title" MAP(VARCHAR, VARCHAR))[],
  "count" STRUCT("exact" BIGINT, "vague" MAP(VARCHAR, VARCHAR)),
  "description" MAP(VARCHAR, VARCHAR),
  "evidence" STRUCT("basis" VARCHAR, "modality" VARCHAR, "occurrence" BIGINT, "quote" VARCHAR, "reason" MAP(VARCHAR, VARCHAR), "source" VARCHAR, "supports" VARCHAR[])[],
  "examples" STRUCT("organization" VARCHAR, "network" VARCHAR, "group" VARCHAR)[],
  "extensions" JSON,
  "identifiers" STRUCT("scheme" VARCHAR, "value" VARCHAR)[],
  "links" STRUCT("description" MAP(VARCHAR, VARCHAR), "rel" VARCHAR, "title" MAP(VARCHAR, VARCHAR), "url" VARCHAR)[],
  "name" MAP(VARCHAR, VARCHAR),
  "other_names" STRUCT("name" MAP(VARCHAR, VARCHAR), "period" STRUCT("end" VARCHAR, "start" VARCHAR, "stated_duration" VARCHAR))[],
  "places" VARCHAR[]
);
