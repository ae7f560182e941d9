import { ensureBuild } from '#scripts/build.ts';

/** Vitest's global setup: a journey through yesterday's build would prove nothing. */
export const setup = ensureBuild;
