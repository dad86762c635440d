CREATE TABLE `barrier` (
  `id` STRING,
  `attributed_to` STRUCT<`organization` STRING, `network` STRING, `group` STRING>,
  `blocks` ARRAY<JSON>,
  `classifications` ARRAY<STRUCT<`code` STRING, `scheme` STRING, `share` STRING, `title` JSON>>,
  `description` JSON,
  `evidence` ARRAY<STRUCT<`basis` STRING, `modality` STRING, `occurrence` INT64, `quote` STRING, `reason` JSON, `source` STRING, `supports` ARRAY<STRING>>>,
  `extensions` JSON,
  `identifiers` ARRAY<STRUCT<`scheme` STRING, `value` STRING>>,
  `importance` JSON,
  `links` ARRAY<STRUCT<`description` JSON, `rel` STRING, `title` JSON, `url` STRING>>,
  `of` STRUCT<`network` STRING, `programme` STRING, `project` STRING, `participation` STRING, `activity` STRING, `cooperation` STRING, `policy_instrument` STRING, `organization` STRING>,
  `stages` ARRAY<JSON>,
  `statement` JSON
);
