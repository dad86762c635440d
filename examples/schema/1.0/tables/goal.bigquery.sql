CREATE TABLE `goal` (
  `id` STRING,
  `classifications` ARRAY<STRUCT<`code` STRING, `scheme` STRING, `share` STRING, `title` JSON>>,
  `description` JSON,
  `evidence` ARRAY<STRUCT<`basis` STRING, `modality` STRING, `occurrence` INT64, `quote` STRING, `reason` JSON, `source` STRING, `supports` ARRAY<STRING>>>,
  `extensions` JSON,
  `holders` ARRAY<STRUCT<`organization` STRING, `network` STRING, `group` STRING>>,
  `identifiers` ARRAY<STRUCT<`scheme` STRING, `value` STRING>>,
  `indicators` ARRAY<STRUCT<`actuals` ARRAY<STRUCT<`comment` JSON, `date` STRING, `period` STRUCT<`end` STRING, `start` STRING, `stated_duration` STRING>, `text` JSON, `value` STRING>>, `ascending` BOOL, `baseline` STRUCT<`comment` JSON, `date` STRING, `period` STRUCT<`end` STRING, `start` STRING, `stated_duration` STRING>, `text` JSON, `value` STRING>, `identifiers` ARRAY<STRUCT<`scheme` STRING, `value` STRING>>, `measure` STRING, `targets` ARRAY<STRUCT<`comment` JSON, `date` STRING, `period` STRUCT<`end` STRING, `start` STRING, `stated_duration` STRING>, `text` JSON, `value` STRING>>, `title` JSON, `unit` JSON>>,
  `level` STRING,
  `links` ARRAY<STRUCT<`description` JSON, `rel` STRING, `title` JSON, `url` STRING>>,
  `number` STRING,
  `of` ARRAY<STRUCT<`network` STRING, `programme` STRING, `project` STRING, `participation` STRING, `activity` STRING, `cooperation` STRING, `policy_instrument` STRING, `organization` STRING>>,
  `parent` STRING,
  `statement` JSON,
  `target_groups` ARRAY<STRING>
);
