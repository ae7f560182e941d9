import { describe, expect, it } from 'vitest';
import { addTallies, succeeded, tallyLine, tallyOf } from '#scripts/test-report.ts';

const file = (status: string, ...tests: readonly string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((test) => ({ status: test, fullName: `does ${test}` })),
});

describe('the last line of npm test', () => {
  it('counts tests by how they ended', () => {
    const tally = tallyOf(
      { testResults: [file('passed', 'passed', 'passed', 'skipped'), file('failed', 'failed', 'todo')] },
      1,
    );
    expect(tallyLine(tally)).toBe('2 passed, 1 failed, 2 skipped');
    expect(tally.skipped).toEqual(['does skipped', 'does todo']);
    expect(succeeded(tally)).toBe(false);
  });

  it('counts a file that could not be loaded', () => {
    expect(tallyOf({ testResults: [file('failed'), file('passed', 'passed')] }, 1)).toMatchObject({
      passed: 1,
      failed: 1,
    });
  });

  it('counts a bad end although every test passed, and a run without a report', () => {
    expect(tallyOf({ testResults: [file('passed', 'passed')] }, 1).failed).toBe(1);
    expect(tallyOf(null, 0).failed).toBe(1);
  });

  it('is exactly two numbers where nothing was skipped', () => {
    const tally = tallyOf({ testResults: [file('passed', 'passed')] }, 0);
    expect(tallyLine(addTallies([tally, tally]))).toBe('2 passed, 0 failed');
    expect(succeeded(tally)).toBe(true);
  });

  it('is no success where nothing ran', () => {
    expect(succeeded(tallyOf({ testResults: [] }, 0))).toBe(false);
  });
});
