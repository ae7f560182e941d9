import type { Words } from './id.ts';

/** What is said of versions of the method, in English. */
export const methodEn: Words['method'] = {
  older: (version, moved) =>
    `computed by version ${version} of the method, as when it was made; changed since then: ${moved}`,
  renew: 'Use the present method',
  changes: {
    goalposts: 'goalposts of the index',
    'rate-variance': 'variance of rates in hotspots',
    'hotspot-reference': 'what high and low are measured against',
    'tie-break': 'order of equal scores',
    funnel: 'limits of the funnel',
    'change-evidence': 'evidence of rise and fall',
    'edge-band': 'the word at the edge',
  },
};
