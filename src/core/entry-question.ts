import { parseDay } from './calendar-day.ts';
import { ENTRY_PARTS } from './entry-snapshot.ts';
import { readStage, stageText } from './entry-stage.ts';
import type { KindRules } from './question-rule.ts';

/** How far data entry has come, for instance `nik::`, `linked:2026-10-19:2026-08-31,2026-10-16,2026-10-31`. */
export const entryRules: KindRules<'entry'> = {
  rooms: ['monitoring'],
  carriesHotspots: false,
  part: {
    key: 'entry',
    text: ({ part, snapshot, stage }) =>
      [part, snapshot ?? '', stage === null ? '' : stageText(stage)].join(':'),
    read: (text) => {
      const [partText, dayText = '', stageWritten = '', ...rest] = text.split(':');
      const part = ENTRY_PARTS.find((one) => one === partText);
      const snapshot = parseDay(dayText);
      const stage = readStage(stageWritten);
      const fits = (dayText === '' || snapshot !== null) && (stageWritten === '' || stage !== null);
      return part !== undefined && fits && rest.length === 0
        ? { kind: 'entry', part, snapshot, stage }
        : null;
    },
  },
};
