import { afterEach, expect, it } from 'vitest';
import {
  choosePreparation,
  forgetPreparation,
  isOldResult,
  preparation,
  setPreparationWork,
} from '#app/data/preparation-work.ts';

afterEach(forgetPreparation);

it('knows a result as old once a file is added or an option changes', () => {
  const { choice } = preparation.getState();
  expect(isOldResult(choice, preparation.getState().choice)).toBe(false);
  choosePreparation({ files: [new File(['x'], 'a.csv')] });
  expect(isOldResult(choice, preparation.getState().choice)).toBe(true);
  const { choice: other } = preparation.getState();
  choosePreparation({ decile: '2' });
  expect(isOldResult(other, preparation.getState().choice)).toBe(true);
});

it('ends what runs when it forgets, and keeps no file', () => {
  const controller = new AbortController();
  choosePreparation({ files: [new File(['x'], 'a.csv')] });
  setPreparationWork({ kind: 'running', step: null, controller });
  forgetPreparation();
  expect(controller.signal.aborted).toBe(true);
  const { choice, work } = preparation.getState();
  expect([choice.files, work.kind]).toEqual([[], 'idle']);
});
