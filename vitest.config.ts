import { defineConfig } from 'vitest/config';

/** In the browser of the journeys. */
const IN_A_BROWSER = ['tests/map/*-surface.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/journeys/**', ...IN_A_BROWSER],
          setupFiles: 'tests/property-seed.ts',
          testTimeout: 90_000,
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['tests/journeys/**/*.test.ts', ...IN_A_BROWSER],
          globalSetup: 'tests/journeys/build.ts',
          // Two processes, each with a browser and a server that its files share (tests/journeys/house.ts): a journey
          // waits for half of its time, or uses one core.
          pool: 'forks',
          isolate: false,
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // A state that does not come is told by its own words; a busy computer takes longer than a second to reach it.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
