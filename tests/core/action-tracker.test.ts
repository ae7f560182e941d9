import { expect, test } from 'vitest';
import {
  type ActionEntry,
  actionProgress,
  deadlineOf,
  namesPerson,
  type Obstacle,
  overdue,
  overdueObstacles,
  standingOf,
} from '#core/action-tracker.ts';

const entry = (rest: Partial<ActionEntry>): ActionEntry => ({
  action: '1',
  unit: { kind: 'district', name: 'Maulafa' },
  owner: 'Operator kecamatan',
  verifier: 'Sekretaris Camat',
  approver: 'Camat',
  status: 'entered',
  date: '2026-02-01',
  note: '',
  target: '2026-02-10',
  final: '2026-02-20',
  extensions: [],
  statedPercent: null,
  ...rest,
});

test('an extension moves the deadline; before it an entry is behind its target, after it late', () => {
  const extended = entry({ extensions: [{ to: '2026-03-01', reason: 'jaringan' }] });
  expect(deadlineOf(extended)).toBe('2026-03-01');
  const days = ['2026-02-10', '2026-02-11', '2026-03-01', '2026-03-02'];
  expect(days.map((day) => standingOf(extended, day))).toEqual(['open', 'behind', 'behind', 'late']);
  expect(standingOf(entry({ status: 'approved' }), '2027-01-01')).toBe('done');
  expect(standingOf(entry({ target: '', final: '' }), '2027-01-01')).toBe('open');
  expect(deadlineOf(entry({ final: '' }))).toBe('2026-02-10');
});

test('progress is the share approved; of no entry there is none; the latest come first', () => {
  const list = [
    entry({ status: 'approved' }),
    entry({ final: '2026-02-15' }),
    entry({ status: 'returned', final: '2026-02-12' }),
    entry({ final: '2026-09-01' }),
  ];
  expect(actionProgress(list, '2026-02-16')).toEqual({
    entries: 4,
    standings: { done: 1, late: 2, behind: 1, open: 0 },
    statuses: { 'not-started': 0, entered: 2, verified: 0, approved: 1, returned: 1 },
    percentDone: 25,
  });
  expect(actionProgress([], '2026-02-16').percentDone).toBeNaN();
  expect(overdue(list, '2026-02-16').map(({ final }) => final)).toEqual([
    '2026-02-12',
    '2026-02-15',
    '2026-09-01',
  ]);
});

test('an obstacle is overdue while it is not solved', () => {
  const obstacle: Obstacle = {
    unit: { kind: 'puskesmas', name: 'Sikumana' },
    kind: 'alat ukur',
    step: 'pinjam antropometri kit',
    post: 'Kepala Puskesmas',
    date: '2026-03-01',
    status: 'open',
  };
  const list = [obstacle, { ...obstacle, status: 'solved' as const }, { ...obstacle, date: '' }];
  expect(overdueObstacles(list, '2026-03-02')).toEqual([obstacle]);
});

test('a post is told from a person by titles', () => {
  const persons = [
    'Ibu Maria Nahak',
    'dr. Yohanes',
    'Anton Kase, S.Kep',
    'Bapak Daud',
    'Kepala Dinas Ana Bria, M.Si',
  ];
  const posts = [
    'Camat',
    'Sekretaris Camat',
    'Kepala Puskesmas Sikumana',
    'Ibu Camat Maulafa',
    'Operator, staf kecamatan',
    'Kabid Kesmas',
  ];
  expect(persons.map(namesPerson)).toEqual(persons.map(() => true));
  expect(posts.map(namesPerson)).toEqual(posts.map(() => false));
});
