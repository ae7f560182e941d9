import type { Words } from './id.ts';

/** The room Monitoring, whatever is asked in it, in English. */
export const monitoringEn: Words['monitoring'] = {
  what: 'What is monitored',
  until: 'until ',
  summary: 'Summary',
  nothing: 'Figures',
  none: 'These data cannot answer it yet.',
  of: ' of ',
  play: {
    start: 'Play the periods',
    stop: 'Stop playing',
    step: 'One period on',
  },
};
