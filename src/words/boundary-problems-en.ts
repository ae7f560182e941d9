import type { BoundaryProblemSentences } from './problem-catalogue.ts';

export const boundaryProblemsEn: BoundaryProblemSentences = {
  'file/foreign-map': [
    'This map is[ {kind}], a kind that this program does not read.',
    'Open it in QGIS, right-click the layer, choose Export › Save Features As, format GeoJSON, and open the result.',
  ],
  'file/checksum': [
    'The archive changed after it was made: a checksum (CRC) does not agree[ in {part}].',
    'Download or copy this file again from its source.',
  ],
  'file/parts-unread': [
    'The file also holds parts beside its map that are not read[: {parts}].',
    'Save them as files of their own, then open those.',
  ],
  'shapefile/part-missing': [
    'The shapefile is not complete[: its {part} is missing].',
    'Choose .shp, .dbf, .prj and .cpg together, or put them into one zip file.',
  ],
  'shapefile/rows-differ': [
    'The shapefile has {shapes} shapes and {rows} rows of attributes.',
    'Export the shapefile again from your mapping program.',
  ],
  'shapefile/no-projection': [
    'A shapefile without .prj: its coordinate system is not stated.',
    'Check its position on the map, or add the .prj file.',
  ],
  'shapefile/rows-deleted': [
    '{count} rows marked as deleted in the .dbf are not used.',
    'Nothing to do if they were meant to be deleted; else pack the table again in QGIS.',
  ],
  'shapefile/box-differs': [
    'The coordinates of {count} shapes do not fit the box written beside them[ (shapes {rows})]: the file may be damaged.',
    'Check them on the map; if they are wrong, copy or export the shapefile again from its source.',
  ],
  'geopackage/damaged': [
    'This GeoPackage is damaged or locked by a password: it cannot be read[ (layer {table}, row {row})].',
    'Copy it again from its source, or export it from QGIS without a password.',
  ],
  'geopackage/open-elsewhere': [
    'This GeoPackage was copied while another program had it open: its last changes may be missing.',
    'Close the layer in QGIS, then copy and open the file again.',
  ],
  'geojson/box-differs': [
    'The coordinates do not fit the box (bbox) written in the file: it may be damaged or changed.',
    'Check the shapes on the map; if they are wrong, download or export them again from their source.',
  ],
  'geojson/reprojected': [
    'Coordinates were brought from {from} to degrees (WGS 84).',
    'Nothing to do; check the position on the map.',
  ],
  'geojson/system-contradicts': [
    'The file states the coordinate system {stated}, but its coordinates are degrees; read as degrees.',
    'Check the position on the map, or export again with WGS 84 (EPSG:4326).',
  ],
  'geojson/system-unknown': [
    'The coordinate system {system} cannot be brought to degrees.',
    'Export again with the coordinate system WGS 84 (EPSG:4326).',
  ],
  'geojson/other-datum': [
    'The datum {datum} is not WGS 84: positions may be off by tens to hundreds of meters.',
    'Export again with the coordinate system WGS 84 (EPSG:4326).',
  ],
  'geojson/layers': [
    'The file holds several layers: {layers}.',
    'Choose the layer of villages, or save that layer as a file of its own.',
  ],
  'geojson/level-district': [
    'These are boundaries of districts (kecamatan), not of villages[; {count} areas].',
    'Open boundaries of villages; those of districts are made from them.',
  ],
  'geojson/level-regency': [
    'These are boundaries of regencies or cities, not of villages[; {count} areas].',
    'Open the boundaries of the villages of the regency or city you mean.',
  ],
  'geojson/level-province': [
    'These are boundaries of provinces, not of villages[; {count} areas].',
    'Open the boundaries of the villages of the regency or city you mean.',
  ],
  'geojson/level-open': [
    'All names in this file are names of kecamatan and of kelurahan or desa alike[; {count} areas].',
    'Choose what the polygons are; kecamatan cannot be used as kelurahan.',
  ],
  'geojson/codes-taken': [
    'Codes were taken from the attribute {column} as {system} codes[; names from {name}].',
    'If the codes are of the other system, name the attribute kode_bps or kode_kemendagri.',
  ],
  'geojson/codes-from-names': [
    'The codes of {count} of {total} areas were taken by name and district[ ({regency})] from the list of Kemendagri codes.',
    'Check names and codes on the map, or add codes to the file.',
  ],
  'geojson/elsewhere': [
    'These areas lie (longitude {x}, latitude {y}) outside the province of their codes.',
    'Check the coordinate system in the file, for instance its UTM zone, and export again as WGS 84 (EPSG:4326).',
  ],
  'geojson/codes-damaged': [
    '{column} seems to hold codes, but their digits are lost (for instance {example}); they are not used.',
    'Keep codes as text and export again; meanwhile codes are taken by name and kecamatan.',
  ],
  'geojson/codes-repeat': [
    'The codes in {column} are the same for many areas of different names: their last digits may be lost. They are not used.',
    'Keep codes as text and export again; meanwhile codes are taken by name and kecamatan.',
  ],
  'geojson/codes-unlisted': [
    '{count} of {total} codes are not in the list of Kemendagri codes: {areas}.',
    'Check whether the area is new or the code old; its boundary is used all the same.',
  ],
  'geojson/code-system-open': [
    'Codes without dots may be of Kemendagri or of BPS[ (such as {example})].',
    'Choose the system, or name the attribute kode_kemendagri or kode_bps.',
  ],
  'geojson/regency-open': [
    'This file has neither codes nor names of districts; its areas may lie in: {regencies}.',
    'Choose the regency or city, or add an attribute with the district (kecamatan).',
  ],
  'geojson/name-ambiguous': [
    'Several areas are called {area}[; for one {suggestion}]; this polygon is not used yet.',
    'Choose the area meant, or add its code or the name of its district.',
  ],
  'geojson/name-unknown': [
    'No village in the list of codes is called {area}[; perhaps {suggestion}]; this polygon is not used yet.',
    'Choose the area meant, or correct its name or district.',
  ],
  'geojson/names-differ': [
    'The names of {count} of {total} areas differ from the list of Kemendagri codes: {areas}.',
    'Check whether the codes are right; the names of the file are used all the same.',
  ],
  'geojson/file-joined': [
    'The boundaries of this file are used together with those of {others}[: {count} areas].',
    'Nothing to do; take the card of boundaries off if only one file is meant.',
  ],
  'geojson/file-replaced': [
    'The boundaries of {others} are no longer used: this file holds the same areas, or codes of another system.',
    'Open one file of boundaries only for the same areas.',
  ],
  'geojson/parts-joined': [
    'Polygons of one code and one name were joined: {parts} polygons to {count} areas.',
    'Nothing to do; check the shape on the map.',
  ],
  'geojson/ring-crossed': [
    'The boundary crosses itself in {count} polygons[ (polygons {rows})].',
    'Mend it in QGIS with Fix Geometries; its surface and neighbors may be wrong.',
  ],
  'geojson/collection-parts': [
    'Lines or points beside the polygons are not used in {count} areas[ (polygons {rows})].',
    'Nothing to do where only the polygons are the boundary.',
  ],
  'geojson/figures': [
    'Attributes hold figures: {columns}. They are no part of the boundaries.',
    'Check whether they are read as a table; if not, open them as CSV or Excel.',
  ],
  'geojson/points-as-table': [
    'The file holds points of villages with figures: read as a table, the position of the points is not used.',
    'Open the boundaries too if you want others than those on the map.',
  ],
};
