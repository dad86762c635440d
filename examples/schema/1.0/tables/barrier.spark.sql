CREATE TABLE `barrier` (
  `id` STRING,
  `attributed_to` STRUCT<`organization`: STRING, `network`: STRING, `group`: STRING>,
  `blocks` ARRAY<MAP<STRING, STRING>>,
  `classifications` ARRAY<STRUCT<`code`: STRING, `scheme`: STRING, `share`: STRING, `title`: MAP<STRING, STRING>>>,
  `description` MAP<STRING, STRING>,
  `evidence` ARRAY<STRUCT<`basis`: STRING, `modality`: STRING, `occurrence`: BIGINT, `quote`: STRING, `reason`: MAP<STRING, STRING>, `source`: STRING, `supports`: ARRAY<STRING>>>,
  `extensions` VARIANT,
  `identifiers` ARRAY<STRUCT<`scheme`: STRING, `value`: STRING>>,
  `importance` MAP<STRING, STRING>,
  `links` ARRAY<STRUCT<`description`: MAP<STRING, STRING>, `rel`: STRING, `title`: MAP<STRING, STRING>, `url`: STRING>>,
  `of` STRUCT<`network`: STRING, `programme`: STRING, `project`: STRING, `participation`: STRING, `activity`: STRING, `cooperation`: STRING, `policy_instrument`: STRING, `organization`: STRING>,
  `stages` ARRAY<MAP<STRING, STRING>>,
  `statement` MAP<STRING, STRING>
) USING JSON;
