CREATE TABLE "place" (
  "id" VARCHAR,
  "acronym" VARCHAR,
  "classifications" STRUCT("code" VARCHAR, "scheme" VARCHAR, "share" VARCHAR, "title" MAP(VARCHAR, VARCHAR))[],
  "country" VARCHAR,
  "description" MAP(VARCHAR, VARCHAR),
  "evidence" STRUCT("basis" VARCHAR, "modality" VARCHAR, "occurrence" BIGINT, "quote" VARCHAR, "reason" MAP(VARCHAR, VARCHAR), "source" VARCHAR, "supports" VARCHAR[])[],
  "extensions" JSON,
  "identifiers" STRUCT("scheme" VARCHAR, "value" VARCHAR)[],
  "kind" VARCHAR,
  "links" STRUCT("description" MAP(VARCHAR, VARCHAR), "rel" VARCHAR, "title" MAP(VARCHAR, VARCHAR), "url" VARCHAR)[],
  "name" MAP(VARCHAR, VARCHAR),
  "nuts" VARCHAR,
  "other_names" STRUCT("name" MAP(VARCHAR, VARCHAR), "period" STRUCT("end" VARCHAR, "start" VARCHAR, "stated_duration" VARCHAR))[],
  "part_of" VARCHAR
);
