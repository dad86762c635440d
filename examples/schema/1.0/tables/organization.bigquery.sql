CREATE TABLE `organization` (
  `id` STRING,
  `acronym` STRING,
  `classifications` ARRAY<STRUCT<`code` STRING, `scheme` STRING, `share` STRING, `title` JSON>>,
  `description` JSON,
  `dissolved` STRING,
  `evidence` ARRAY<STRUCT<`basis` STRING, `modality` STRING, `occurrence` INT64, `quote` STRING, `reason` JSON, `source` STRING, `supports` ARRAY<STRING>>>,
  `extensions` JSON,
  `founded` STRING,
  `identifiers` ARRAY<STRUCT<`scheme` STRING, `value` STRING>>,
  `kind` STRING,
  `legal_status` STRING,
  `links` ARRAY<STRUCT<`description` JSON, `rel` STRING, `title` JSON, `url` STRING>>,
  `name` JSON,
  `other_names` ARRAY<STRUCT<`name` JSON, `period` STRUCT<`end` STRING, `start` STRING, `stated_duration` STRING>>>,
  `part_of` STRING,
  `place` STRING,
  `same_as` ARRAY<STRUCT<`basis` STRING, `party` STRUCT<`organization` STRING, `network` STRING, `group` STRING>, `reason` JSON>>
);

CREATE VIEW `organization_values` AS SELECT
  `id` AS `id`,
  CAST(`dissolved` || CASE length(`dissolved`) WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END AS DATE) AS `dissolved_earliest`,
  CASE length(`dissolved`) WHEN 4 THEN CAST(`dissolved` || '-12-31' AS DATE) WHEN 7 THEN last_day(CAST(`dissolved` || '-01' AS DATE)) ELSE CAST(`dissolved` AS DATE) END AS `dissolved_latest`,
  CAST(`founded` || CASE length(`founded`) WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END AS DATE) AS `founded_earliest`,
  CASE length(`founded`) WHEN 4 THEN CAST(`founded` || '-12-31' AS DATE) WHEN 7 THEN last_day(CAST(`founded` || '-01' AS DATE)) ELSE CAST(`founded` AS DATE) END AS `founded_latest`
FROM `organization`;
