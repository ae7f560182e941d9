/** After this the engine starts, map or no map: ms since the opening view stands. */
export const MAP_PATIENCE_MS = 10_000;
