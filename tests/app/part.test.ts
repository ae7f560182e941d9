import { describe, expect, it, vi } from 'vitest';
import { PartMissing, part } from '#app/part.ts';

const QUICK = { tries: 3, waitMs: 1 };
const missing = () =>
  new TypeError('Failed to fetch dynamically imported module: http://127.0.0.1/assets/trend-1.js');

describe('a part fetched late', () => {
  it('is asked for again where it could not be fetched', async () => {
    const load = vi.fn().mockRejectedValueOnce(missing()).mockRejectedValueOnce(missing());
    load.mockResolvedValue('there');
    expect(await part(load, QUICK)).toBe('there');
    expect(load).toHaveBeenCalledTimes(3);
  });

  it.each([
    missing(),
    new TypeError('error loading dynamically imported module: x'),
    new TypeError('Importing a module script failed.'),
    new Error('Unable to preload CSS for /assets/trend.css'),
  ])('is told to be missing in the end: %s', async (reason) => {
    const load = vi.fn().mockRejectedValue(reason);
    await expect(part(load, QUICK)).rejects.toBeInstanceOf(PartMissing);
    expect(load).toHaveBeenCalledTimes(QUICK.tries);
  });

  it('that breaks by itself is not called missing, nor run again', async () => {
    const load = vi.fn().mockRejectedValue(new TypeError('x is not a function'));
    await expect(part(load, QUICK)).rejects.toThrow('x is not a function');
    expect(load).toHaveBeenCalledTimes(1);
  });
});
