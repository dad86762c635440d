CREATE TABLE `group` (
  `id` STRING,
  `acronym` STRING,
  `classifications` ARRAY<STRUCT<`code`: STRING, `scheme`: STRING, `share`: STRING, `title`: MAP<STRING, STRING>>>,
  `count` STRUCT<`exact`: BIGINT, `vague`: MAP<STRING, STRING>>,
  `description` MAP<STRING, STRING>,
  `evidence` ARRAY<STRUCT<`basis`: STRING, `modality`: STRING, `occurrence`: BIGINT, `quote`: STRING, `reason`: MAP<STRING, STRING>, `source`: STRING, `supports`: ARRAY<STRING>>>,
  `examples` ARRAY<STRUCT<`organization`: STRING, `network`: STRING, `group`: STRING>>,
  `extensions` VARIANT,
  `identifiers` ARRAY<STRUCT<`scheme`: STRING, `value`: STRING>>,
  `links` ARRAY<STRUCT<`description`: MAP<STRING, STRING>, `rel`: STRING, `title`: MAP<STRING, STRING>, `url`: STRING>>,
  `name` MAP<STRING, STRING>,
  `other_names` ARRAY<STRUCT<`name`: MAP<STRING, STRING>, `period`: STRUCT<`end`: STRING, `start`: STRING, `stated_duration`: STRING>>>,
  `places` ARRAY<STRING>
) USING JSON;
