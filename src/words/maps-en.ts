import type { Words } from './id.ts';

export const mapsEn: Words['maps'] = {
  asks: (file) => `The boundaries of ${file} need your word`,
  blocking: 'They are not read before this is answered.',
  openAreas: (n) =>
    `${n} names equal none in their kecamatan, or are borne by several areas. Choose which is meant; those left alone are not used.`,
  apply: 'Read again with these answers',
  leaveOut: 'not used',
  otherCodes: 'Another code',
  otherCode: (name) => `Another code for ${name}`,
  otherCodeHint: '53.71.01.1001',
  areas: (n) => `${n} areas`,
  ofTotal: (n, total) => `${n} of ${total} names`,
  tiles: {
    heading: 'Its boundaries are missing',
    offer:
      'The rows of the table do not fit the boundaries that are open. Open its boundaries, or have a first look at a schematic map made from names alone.',
    draw: 'Draw a schematic map from names',
    drawing: 'Laying out the schematic map',
    unknown:
      'Neither codes, names nor titles say of which kabupaten or kota this table is. Add a column of codes or kecamatan, or open its boundaries.',
    failed: 'The list of areas cannot be fetched. Open the boundaries, or try again.',
    kind: 'Schematic map',
    name: (territory) => `from names: ${territory}`,
    note: 'One hexagon for each kelurahan or desa, grouped by kecamatan. Places, sizes and shapes are not real.',
    part: 'schematic map from names: places and sizes are not real',
    noHotspots:
      'Clusters cannot be sought: this map is schematic, made from names alone, so nobody knows who neighbors whom and how far apart they are. Open boundaries to seek them.',
    noNeighbors:
      'This map is schematic, made from names alone: its neighbors are not known. Open boundaries to see them.',
  },
};
