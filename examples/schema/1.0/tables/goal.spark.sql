CREATE TABLE `goal` (
  `id` STRING,
  `classifications` ARRAY<STRUCT<`code`: STRING, `scheme`: STRING, `share`: STRING, `title`: MAP<STRING, STRING>>>,
  `description` MAP<STRING, STRING>,
  `evidence` ARRAY<STRUCT<`basis`: STRING, `modality`: STRING, `occurrence`: BIGINT, `quote`: STRING, `reason`: MAP<STRING, STRING>, `source`: STRING, `supports`: ARRAY<STRING>>>,
  `extensions` VARIANT,
  `holders` ARRAY<STRUCT<`organization`: STRING, `network`: STRING, `group`: STRING>>,
  `identifiers` ARRAY<STRUCT<`scheme`: STRING, `value`: STRING>>,
  `indicators` ARRAY<STRUCT<`actuals`: ARRAY<STRUCT<`comment`: MAP<STRING, STRING>, `date`: STRING, `period`: STRUCT<`end`: STRING, `start`: STRING, `stated_duration`: STRING>, `text`: MAP<STRING, STRING>, `value`: STRING>>, `ascending`: BOOLEAN, `baseline`: STRUCT<`comment`: MAP<STRING, STRING>, `date`: STRING, `period`: STRUCT<`end`: STRING, `start`: STRING, `stated_duration`: STRING>, `text`: MAP<STRING, STRING>, `value`: STRING>, `identifiers`: ARRAY<STRUCT<`scheme`: STRING, `value`: STRING>>, `measure`: STRING, `targets`: ARRAY<STRUCT<`comment`: MAP<STRING, STRING>, `date`: STRING, `period`: STRUCT<`end`: STRING, `start`: STRING, `stated_duration`: STRING>, `text`: MAP<STRING, STRING>, `value`: STRING>>, `title`: MAP<STRING, STRING>, `unit`: MAP<STRING, STRING>>>,
  `level` STRING,
  `links` ARRAY<STRUCT<`description`: MAP<STRING, STRING>, `rel`: STRING, `title`: MAP<STRING, STRING>, `url`: STRING>>,
  `number` STRING,
  `of` ARRAY<STRUCT<`network`: STRING, `programme`: STRING, `project`: STRING, `participation`: STRING, `activity`: STRING, `cooperation`: STRING, `policy_instrument`: STRING, `organization`: STRING>>,
  `parent` STRING,
  `statement` MAP<STRING, STRING>,
  `target_groups` ARRAY<STRING>
) USING JSON;
