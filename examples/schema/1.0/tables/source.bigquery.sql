CREATE TABLE `source` (
  `id` STRING,
  `classifications` ARRAY<STRUCT<`code` STRING, `scheme` STRING, `share` STRING, `title` JSON>>,
  `description` JSON,
  `digest` STRING,
  `evidence` ARRAY<STRUCT<`basis` STRING, `modality` STRING, `occurrence` INT64, `quote` STRING, `reason` JSON, `source` STRING, `supports` ARRAY<STRING>>>,
  `extensions` JSON,
  `identifiers` ARRAY<STRUCT<`scheme` STRING, `value` STRING>>,
  `languages` ARRAY<STRING>,
  `links` ARRAY<STRUCT<`description` JSON, `rel` STRING, `title` JSON, `url` STRING>>,
  `published` STRING,
  `publisher` STRUCT<`organization` STRING, `network` STRING, `group` STRING>,
  `retrieved` STRING,
  `title` JSON,
  `url` STRING
);

CREATE VIEW `source_values` AS SELECT
  `id` AS `id`,
  CAST(`published` || CASE length(`published`) WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END AS DATE) AS `published_earliest`,
  CASE length(`published`) WHEN 4 THEN CAST(`published` || '-12-31' AS DATE) WHEN 7 THEN last_day(CAST(`published` || '-01' AS DATE)) ELSE CAST(`published` AS DATE) END AS `published_latest`,
  CAST(`retrieved` || CASE length(`retrieved`) WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END AS DATE) AS `retrieved_earliest`,
  CASE length(`retrieved`) WHEN 4 THEN CAST(`retrieved` || '-12-31' AS DATE) WHEN 7 THEN last_day(CAST(`retrieved` || '-01' AS DATE)) ELSE CAST(`retrieved` AS DATE) END AS `retrieved_latest`
FROM `source`;
