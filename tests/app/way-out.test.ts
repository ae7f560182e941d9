import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerGate, type Door, gate, leave } from '#app/kit/way-out.ts';

const APP = join(import.meta.dirname, '../../src/app');

/** What each call of the gate says that it holds, by file. */
function exits(): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  for (const path of readdirSync(APP, { recursive: true }).map(String).sort()) {
    if (!/\.tsx?$/.test(path) || path.endsWith('way-out.ts')) continue;
    const text = readFileSync(join(APP, path), 'utf8');
    const calls = [...text.matchAll(/\b(?:leave|usePrinting)\(\s*('[\w-]+'|\w+\([\w.]+\)|\w+)/g)];
    // The hook's own file passes on what it is told.
    const holds = calls.map(([, what = '']) => what).filter((what) => !['what', 'holds'].includes(what));
    if (holds.length > 0) found[path] = holds;
  }
  return found;
}

describe('the gate', () => {
  it('asks once before internal figures leave, and lets nothing through unasked', () => {
    const through: Door[] = [];
    leave('internal', (door) => through.push(door));
    expect(through).toHaveLength(0);
    expect(gate.getState().waiting).not.toBeNull();
    answerGate(false);
    expect(through).toHaveLength(0);
    answerGate(true);
    expect(through).toHaveLength(0);
    leave('internal', (door) => through.push(door));
    answerGate(true);
    expect(through).toHaveLength(1);
    expect(gate.getState().waiting).toBeNull();
  });

  it('asks nothing of what holds no internal figure', () => {
    for (const holds of ['example', 'release', 'no-figures'] as const) {
      let gone = false;
      leave(holds, () => {
        gone = true;
      });
      expect(gone).toBe(true);
    }
  });

  it('is passed by every way out, each saying what it holds', () => {
    expect(exits()).toEqual({
      'data/import-faults.tsx': ["'internal'", "'no-figures'", "'no-figures'", "'no-figures'"],
      'data/preparation-release.tsx': ["'release'", "'release'"],
      'data/preparation-results.tsx': ["'internal'", "'no-figures'"],
      'data/services.tsx': ["'no-figures'"],
      'data/preparation-review.tsx': ["'no-figures'"],
      'data/sql-panel.tsx': ['tier'],
      'help/help-dialog.tsx': ["'help'"],
      'help/shipped-file.ts': ["'no-figures'"],
      'kit/aside-note.tsx': ["'internal'"],
      'kit/work-saving.ts': ['scenarios'],
      'data/monitoring-data.tsx': ["'no-figures'"],
      'monitoring/best-spread.tsx': ['tier'],
      'monitoring/budget-panel.tsx': ['tier'],
      'monitoring/target-panel.tsx': ['tier'],
      'monitoring/letter-tab.tsx': ["'letter'", "'letter'", 'tier'],
      'monitoring/service-panel.tsx': ['tier'],
      'present/export-menu.tsx': ['tierOf(picture)'],
      'present/print-sheet.tsx': ["'internal'"],
      'present/saved-view-list.tsx': ["'no-figures'"],
      'proposal/decision-files.tsx': ['tierOf(picture)', "'annex'", 'tierOf(picture)'],
      'sheet/print-sheets.tsx': ['tierOf(asked.picture)'],
    });
  });
});
