CREATE TABLE `place` (
  `id` STRING,
  `acronym` STRING,
  `classifications` ARRAY<STRUCT<`code`: STRING, `scheme`: STRING, `share`: STRING, `title`: MAP<STRING, STRING>>>,
  `country` STRING,
  `description` MAP<STRING, STRING>,
  `evidence` ARRAY<STRUCT<`basis`: STRING, `modality`: STRING, `occurrence`: BIGINT, `quote`: STRING, `reason`: MAP<STRING, STRING>, `source`: STRING, `supports`: ARRAY<STRING>>>,
  `extensions` VARIANT,
  `identifiers` ARRAY<STRUCT<`scheme`: STRING, `value`: STRING>>,
  `kind` STRING,
  `links` ARRAY<STRUCT<`description`: MAP<STRING, STRING>, `rel`: STRING, `title`: MAP<STRING, STRING>, `url`: STRING>>,
  `name` MAP<STRING, STRING>,
  `nuts` STRING,
  `other_names` ARRAY<STRUCT<`name`: MAP<STRING, STRING>, `period`: STRUCT<`end`: STRING, `start`: STRING, `stated_duration`: STRING>>>,
  `part_of` STRING
) USING JSON;
