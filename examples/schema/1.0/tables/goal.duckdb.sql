CREATE TABLE "goal" (
  "id" VARCHAR,
  "classifications" STRUCT("code" VARCHAR, "scheme" VARCHAR, "share" VARCHAR, "title" MAP(VARCHAR, VARCHAR))[],
  "description" MAP(VARCHAR, VARCHAR),
  "evidence" STRUCT("basis" VARCHAR, "modality" VARCHAR, "occurrence" BIGINT, "quote" VARCHAR, "reason" MAP(VARCHAR, VARCHAR), "source" VARCHAR, "supports" VARCHAR[])[],
  "extensions" JSON,
  "holders" STRUCT("organization" VARCHAR, "network" VARCHAR, "group" VARCHAR)[],
  "identifiers" STRUCT("scheme" VARCHAR, "value" VARCHAR)[],
  "indicators" STRUCT("actuals" STRUCT("comment" MAP(VARCHAR, VARCHAR), "date" VARCHAR, "period" STRUCT("end" VARCHAR, "start" VARCHAR, "stated_duration" VARCHAR), "text" MAP(VARCHAR, VARCHAR), "value" VARCHAR)[], "ascending" BOOLEAN, "baseline" STRUCT("comment" MAP(VARCHAR, VARCHAR), "date" VARCHAR, "period" STRUCT("end" VARCHAR, "start" VARCHAR, "stated_duration" VARCHAR), "text" MAP(VARCHAR, VARCHAR), "value" VARCHAR), "identifiers" STRUCT("scheme" VARCHAR, "value" VARCHAR)[], "measure" VARCHAR, "targets" STRUCT("comment" MAP(VARCHAR, VARCHAR), "date" VARCHAR, "period" STRUCT("end" VARCHAR, "start" VARCHAR, "stated_duration" VARCHAR), "text" MAP(VARCHAR, VARCHAR), "value" VARCHAR)[], "title" MAP(VARCHAR, VARCHAR), "unit" MAP(VARCHAR, VARCHAR))[],
  "level" VARCHAR,
  "links" STRUCT("description" MAP(VARCHAR, VARCHAR), "rel" VARCHAR, "title" MAP(VARCHAR, VARCHAR), "url" VARCHAR)[],
  "number" VARCHAR,
  "of" STRUCT("network" VARCHAR, "programme" VARCHAR, "project" VARCHAR, "participation" VARCHAR, "activity" VARCHAR, "cooperation" VARCHAR, "policy_instrument" VARCHAR, "organization" VARCHAR)[],
  "parent" VARCHAR,
  "statement" MAP(VARCHAR, VARCHAR),
  "target_groups" VARCHAR[]
);
