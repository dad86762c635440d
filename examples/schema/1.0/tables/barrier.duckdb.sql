CREATE TABLE "barrier" (
  "id" VARCHAR,
  "attributed_to" STRUCT("organization" VARCHAR, "network" VARCHAR, "group" VARCHAR),
  "blocks" MAP(VARCHAR, VARCHAR)[],
  "classifications" STRUCT("code" VARCHAR, "scheme" VARCHAR, "share" VARCHAR, "title" MAP(VARCHAR, VARCHAR))[],
  "description" MAP(VARCHAR, VARCHAR),
  "evidence" STRUCT("basis" VARCHAR, "modality" VARCHAR, "occurrence" BIGINT, "quote" VARCHAR, "reason" MAP(VARCHAR, VARCHAR), "source" VARCHAR, "supports" VARCHAR[])[],
  "extensions" JSON,
  "identifiers" STRUCT("scheme" VARCHAR, "value" VARCHAR)[],
  "importance" MAP(VARCHAR, VARCHAR),
  "links" STRUCT("description" MAP(VARCHAR, VARCHAR), "rel" VARCHAR, "title" MAP(VARCHAR, VARCHAR), "url" VARCHAR)[],
  "of" STRUCT("network" VARCHAR, "programme" VARCHAR, "project" VARCHAR, "participation" VARCHAR, "activity" VARCHAR, "cooperation" VARCHAR, "policy_instrument" VARCHAR, "organization" VARCHAR),
  "stages" MAP(VARCHAR, VARCHAR)[],
  "statement" MAP(VARCHAR, VARCHAR)
);
