declare module 'sql.js/dist/sql-wasm-inline.js' {
  export default function initSqlJs(): Promise<unknown>;
}
