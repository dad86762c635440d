CREATE TABLE `activity` (
  `id` STRING,
  `actors` ARRAY<STRUCT<`organization`: STRING, `network`: STRING, `group`: STRING>>,
  `classifications` ARRAY<STRUCT<`code`: STRING, `scheme`: STRING, `share`: STRING, `title`: MAP<STRING, STRING>>>,
  `description` MAP<STRING, STRING>,
  `evidence` ARRAY<STRUCT<`basis`: STRING, `modality`: STRING, `occurrence`: BIGINT, `quote`: STRING, `reason`: MAP<STRING, STRING>, `source`: STRING, `supports`: ARRAY<STRING>>>,
  `extensions` VARIANT,
  `identifiers` ARRAY<STRUCT<`scheme`: STRING, `value`: STRING>>,
  `kind` STRING,
  `links` ARRAY<STRUCT<`description`: MAP<STRING, STRING>, `rel`: STRING, `title`: MAP<STRING, STRING>, `url`: STRING>>,
  `of` STRUCT<`network`: STRING, `programme`: STRING, `project`: STRING, `participation`: STRING, `activity`: STRING, `cooperation`: STRING, `policy_instrument`: STRING, `organization`: STRING>,
  `part_of` STRING,
  `period` STRUCT<`end`: STRING, `start`: STRING, `stated_duration`: STRING>,
  `serves` ARRAY<STRING>,
  `status` STRING,
  `title` MAP<STRING, STRING>
) USING JSON;

CREATE VIEW `activity_values` AS SELECT
  `id` AS `id`,
  CAST(`period`.`end` || CASE length(`period`.`end`) WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END AS DATE) AS `period_end_earliest`,
  CASE length(`period`.`end`) WHEN 4 THEN CAST(`period`.`end` || '-12-31' AS DATE) WHEN 7 THEN last_day(CAST(`period`.`end` || '-01' AS DATE)) ELSE CAST(`period`.`end` AS DATE) END AS `period_end_latest`,
  CAST(`period`.`start` || CASE length(`period`.`start`) WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END AS DATE) AS `period_start_earliest`,
  CASE length(`period`.`start`) WHEN 4 THEN CAST(`period`.`start` || '-12-31' AS DATE) WHEN 7 THEN last_day(CAST(`period`.`start` || '-01' AS DATE)) ELSE CAST(`period`.`start` AS DATE) END AS `period_start_latest`
FROM `activity`;
