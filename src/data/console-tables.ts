import type { AreaLevel, Territory } from '#core/area.ts';
import { cellEntries, combinationClasses } from '#core/cell-layout.ts';
import { type CellTable, HIDDEN_COUNT, ReportStatus } from '#core/cells.ts';
import type { Dataset } from '#core/dataset.ts';
import { unitOf } from '#core/unit.ts';
import { arrowStream } from './coded-columns.ts';
import { textConstant } from './sql.ts';

/** A table that a reader may ask, and its columns. */
export interface ConsoleTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** What an engine holds of a dataset so that it can be asked by name. */
export interface ConsoleContent {
  readonly tables: readonly ConsoleTable[];
  /** Arrow streams by table; each can be inserted once. */
  readonly inserts: () => readonly { readonly name: string; readonly ipc: Uint8Array }[];
  /** Views over them. */
  readonly statements: readonly string[];
}

const COUNTED = { child: 'children', family: 'families', person: 'persons' } as const;
const PLACE = ['area', 'name', 'district', 'period'] as const;
const STATUS = Object.entries(ReportStatus);

/** Names that are plain words of SQL, no two alike. */
function consoleNames(tables: readonly CellTable[]): readonly string[] {
  const taken = new Set(['coverage', 'areas']);
  return tables.map(({ id }, k) => {
    const plain = id.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_');
    const name = /^[a-z]/.test(plain) && !taken.has(plain) ? plain : `cells_${k + 1}`;
    taken.add(name);
    return name;
  });
}

function areasOf(territory: Territory) {
  const { villages, districts, districtOf } = territory;
  const level = (one: AreaLevel, areas: typeof villages.areas, districtName: (i: number) => string) => ({
    level: areas.map(() => one),
    position: areas.map((_, i) => i),
    area: areas.map(({ code }) => String(code)),
    name: areas.map(({ name }) => name),
    district: areas.map((_, i) => districtName(i)),
  });
  const [a, b] = [
    level('village', villages.areas, (i) => districts.areas[districtOf[i]!]!.name),
    level('district', districts.areas, (i) => districts.areas[i]!.name),
  ];
  return {
    level: [...a.level, ...b.level],
    position: Uint32Array.from([...a.position, ...b.position]),
    area: [...a.area, ...b.area],
    name: [...a.name, ...b.name],
    district: [...a.district, ...b.district],
  };
}

/** Columns of a cell table: where, when, its classes, and how many of its unit; empty where a publisher hid the cell. */
function columnsOf(table: CellTable): readonly string[] {
  return [...PLACE, ...table.dimensions, COUNTED[unitOf(table)]];
}

function cellView(name: string, table: CellTable): string {
  const { dimensions, periods, level } = table;
  const own = dimensions.map((dimension) => `k."${dimension}"`);
  const listed = periods.map((period, p) => `(${p}, ${textConstant(period)})`).join(', ');
  const selected = [
    'a.area',
    'a.name',
    'a.district',
    'p.period',
    ...own,
    `c.count AS ${COUNTED[unitOf(table)]}`,
  ];
  return `CREATE VIEW "${name}" AS SELECT ${selected.join(', ')} FROM held."${name}" c
    JOIN held.areas a ON a.position = c.area AND a.level = '${level}'
    JOIN (VALUES ${listed}) p(position, period) ON p.position = c.period
    JOIN held."${name}_classes" k ON k.combination = c.combination`;
}

function cellColumns(table: CellTable) {
  const { area, period, combination, count } = cellEntries(table);
  const shown = Float64Array.from(count, (one) => (one === HIDDEN_COUNT ? Number.NaN : one));
  return { area, period, combination, count: shown };
}

function classColumns({ dimensions, combinations }: CellTable) {
  const all = Array.from({ length: combinations }, (_, c) => combinationClasses(dimensions, c));
  return {
    combination: Uint16Array.from(all.keys()),
    ...Object.fromEntries(dimensions.map((dimension, d) => [dimension, all.map((own) => own[d]!)])),
  };
}

function coverageColumns({ coverage }: Dataset) {
  const { periods, areas, target, measured, status } = coverage;
  const rows = [...status.keys()];
  return {
    area: Uint32Array.from(rows, (row) => row % areas),
    period: rows.map((row) => String(periods[Math.floor(row / areas)])),
    target,
    measured,
    status: rows.map((row) => STATUS.find(([, one]) => one === status[row])?.[0] ?? ''),
  };
}

const COVERAGE: ConsoleTable = {
  name: 'coverage',
  columns: ['area', 'name', 'district', 'period', 'target', 'measured', 'status'],
};

/** NaN is a number to the engine, and the largest; what is not known is no number. */
const known = (column: string): string =>
  `CASE WHEN isnan(c.${column}) THEN NULL ELSE c.${column}::BIGINT END AS ${column}`;

/** All that a dataset publishes, as tables with names in words: nothing that the map could not show. */
export function consoleContent(dataset: Dataset): ConsoleContent {
  const names = consoleNames(dataset.tables);
  const cells = dataset.tables.map((table, k) => ({ table, name: names[k]! }));
  return {
    tables: [...cells.map(({ table, name }) => ({ name, columns: columnsOf(table) })), COVERAGE],
    inserts: () => [
      { name: 'areas', ipc: arrowStream(areasOf(dataset.territory)) },
      { name: 'coverage', ipc: arrowStream(coverageColumns(dataset)) },
      ...cells.flatMap(({ table, name }) => [
        { name: `${name}_counts`, ipc: arrowStream(cellColumns(table)) },
        { name: `${name}_classes`, ipc: arrowStream(classColumns(table)) },
      ]),
    ],
    statements: [
      ...cells.flatMap(({ table, name }) => [
        `CREATE VIEW held."${name}" AS SELECT c.area, c.period, c.combination, ${known('count')}
          FROM held."${name}_counts" c`,
        cellView(name, table),
      ]),
      `CREATE VIEW coverage AS SELECT a.area, a.name, a.district, c.period, ${known('target')},
        ${known('measured')}, c.status FROM held.coverage c
        JOIN held.areas a ON a.position = c.area AND a.level = 'village'`,
    ],
  };
}

/** Questions are asked as parts of one statement that only reads: whatever ends it early is refused by the engine. */
export function consoleQuestion(text: string): string {
  return `SELECT * FROM (\n${text.trim().replace(/;\s*$/, '')}\n) LIMIT ?`;
}
