CREATE TABLE `network` (
  `id` STRING,
  `acronym` STRING,
  `classifications` ARRAY<STRUCT<`code`: STRING, `scheme`: STRING, `share`: STRING, `title`: MAP<STRING, STRING>>>,
  `description` MAP<STRING, STRING>,
  `evidence` ARRAY<STRUCT<`basis`: STRING, `modality`: STRING, `occurrence`: BIGINT, `quote`: STRING, `reason`: MAP<STRING, STRING>, `source`: STRING, `supports`: ARRAY<STRING>>>,
  `extensions` VARIANT,
  `identifiers` ARRAY<STRUCT<`scheme`: STRING, `value`: STRING>>,
  `links` ARRAY<STRUCT<`description`: MAP<STRING, STRING>, `rel`: STRING, `title`: MAP<STRING, STRING>, `url`: STRING>>,
  `member_count` STRUCT<`exact`: BIGINT, `vague`: MAP<STRING, STRING>>,
  `name` MAP<STRING, STRING>,
  `other_names` ARRAY<STRUCT<`name`: MAP<STRING, STRING>, `period`: STRUCT<`end`: STRING, `start`: STRING, `stated_duration`: STRING>>>,
  `period` STRUCT<`end`: STRING, `start`: STRING, `stated_duration`: STRING>,
  `places` ARRAY<STRING>,
  `same_as` ARRAY<STRUCT<`basis`: STRING, `party`: STRUCT<`organization`: STRING, `network`: STRING, `group`: STRING>, `reason`: MAP<STRING, STRING>>>,
  `scope` STRING,
  `status` STRING
) USING JSON;

CREATE VIEW `network_values` AS SELECT
  `id` AS `id`,
  CAST(`period`.`end` || CASE length(`period`.`end`) WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END AS DATE) AS `period_end_earliest`,
  CASE length(`period`.`end`) WHEN 4 THEN CAST(`period`.`end` || '-12-31' AS DATE) WHEN 7 THEN last_day(CAST(`period`.`end` || '-01' AS DATE)) ELSE CAST(`period`.`end` AS DATE) END AS `period_end_latest`,
  CAST(`period`.`start` || CASE length(`period`.`start`) WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END AS DATE) AS `period_start_earliest`,
  CASE length(`period`.`start`) WHEN 4 THEN CAST(`period`.`start` || '-12-31' AS DATE) WHEN 7 THEN last_day(CAST(`period`.`start` || '-01' AS DATE)) ELSE CAST(`period`.`start` AS DATE) END AS `period_start_latest`
FROM `network`;
