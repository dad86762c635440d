CREATE TABLE `place` (
  `id` STRING,
  `acronym` STRING,
  `classifications` ARRAY<STRUCT<`code` STRING, `scheme` STRING, `share` STRING, `title` JSON>>,
  `country` STRING,
  `description` JSON,
  `evidence` ARRAY<STRUCT<`basis` STRING, `modality` STRING, `occurrence` INT64, `quote` STRING, `reason` JSON, `source` STRING, `supports` ARRAY<STRING>>>,
  `extensions` JSON,
  `identifiers` ARRAY<STRUCT<`scheme` STRING, `value` STRING>>,
  `kind` STRING,
  `links` ARRAY<STRUCT<`description` JSON, `rel` STRING, `title` JSON, `url` STRING>>,
  `name` JSON,
  `nuts` STRING,
  `other_names` ARRAY<STRUCT<`name` JSON, `period` STRUCT<`end` STRING, `start` STRING, `stated_duration` STRING>>>,
  `part_of` STRING
);
