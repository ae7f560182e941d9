import { describe, expect, it } from 'vitest';
import { readBreaks } from '#words/break-text.ts';

describe('readBreaks', () => {
  it.each([
    ['10; 20,5; 30', [10, 20.5, 30]],
    ['10.5 20', [10.5, 20]],
    [' 0;100 ; ', [0, 100]],
    ['10,10', [10.1]],
  ])('takes %s', (text, breaks) => {
    expect(readBreaks(text, 100)).toEqual({ kind: 'breaks', breaks });
  });

  it.each([
    ['', 'unreadable'],
    ['sepuluh', 'unreadable'],
    ['20; 10', 'unreadable'],
    ['10; 10', 'unreadable'],
    ['1 2 3 4 5 6 7 8 9', 'unreadable'],
    ['-5; 10', 'negative'],
    ['−5; 10', 'negative'],
    ['10; 100,1', 'beyond'],
  ])('refuses %j', (text, kind) => {
    expect(readBreaks(text, 100)).toEqual({ kind });
  });

  it('has no upper end where nothing sets one', () => {
    expect(readBreaks('100; 2500')).toEqual({ kind: 'breaks', breaks: [100, 2500] });
  });
});
