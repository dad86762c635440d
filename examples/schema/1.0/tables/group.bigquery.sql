CREATE TABLE `group` (
  `id` STRING,
  `acronym` STRING,
  `classifications` ARRAY<STRUCT<`code` STRING, `scheme` STRING, `share` STRING, `title` JSON>>,
  `count` STRUCT<`exact` INT64, `vague` JSON>,
  `description` JSON,
  `evidence` ARRAY<STRUCT<`basis` STRING, `modality` STRING, `occurrence` INT64, `quote` STRING, `reason` JSON, `source` STRING, `supports` ARRAY<STRING>>>,
  `examples` ARRAY<STRUCT<`organization` STRING, `network` STRING, `group` STRING>>,
  `extensions` JSON,
  `identifiers` ARRAY<STRUCT<`scheme` STRING, `value` STRING>>,
  `links` ARRAY<STRUCT<`description` JSON, `rel` STRING, `title` JSON, `url` STRING>>,
  `name` JSON,
  `other_names` ARRAY<STRUCT<`name` JSON, `period` STRUCT<`end` STRING, `start` STRING, `stated_duration` STRING>>>,
  `places` ARRAY<STRING>
);
