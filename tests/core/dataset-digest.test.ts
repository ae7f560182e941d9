import { createHash } from 'node:crypto';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '#core/dataset.ts';
import { datasetDigest } from '#core/dataset-digest.ts';
import { type Child, datasetOf, JULY, tableOf } from './small-city.ts';

const VILLAGES = [2, 1] as const;
const child: Child = { village: 0, classes: { stunting: 'moderate', wasting: 'none' } };

function city(children: readonly Child[]): Dataset {
  const tables = [tableOf(children, VILLAGES)];
  return datasetOf({ villagesPerDistrict: VILLAGES, tables, periods: [JULY] });
}

describe('the digest of a dataset', () => {
  it('is SHA-256 as Node has it', () => {
    const text = 'balita diukur';
    expect(bytesToHex(sha256(utf8ToBytes(text)))).toBe(createHash('sha256').update(text).digest('hex'));
    expect(datasetDigest(city([child]))).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is the same for the same figures, whatever they are called', () => {
    const one = city([child, child]);
    const { manifest } = one;
    expect(datasetDigest({ ...one, manifest: { ...manifest, id: 'other', title: 'Salinan' } })).toBe(
      datasetDigest(city([child, child])),
    );
  });

  it('differs with one child, one code, one period, the tier, and what is unknown', () => {
    const one = city([child]);
    const { manifest, territory, coverage } = one;
    const [first, ...rest] = territory.villages.areas;
    const renamed = { ...first!, code: territory.districts.areas[0]!.code };
    const others: readonly Dataset[] = [
      city([child, child]),
      city([{ ...child, village: 1 }]),
      city([{ ...child, classes: { ...child.classes, stunting: 'severe' } }]),
      { ...one, manifest: { ...manifest, tier: 'release' } },
      { ...one, manifest: { ...manifest, extremePovertyDecile: 2 } },
      {
        ...one,
        territory: { ...territory, villages: { ...territory.villages, areas: [renamed, ...rest] } },
      },
      { ...one, coverage: { ...coverage, target: coverage.target.map(() => Number.NaN) } },
      { ...one, coverage: { ...coverage, target: coverage.target.map(() => 0) } },
    ];
    const digests = [one, ...others].map(datasetDigest);
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('does not hang on the bits of an unknown number', () => {
    const one = city([child]);
    const bits = new BigUint64Array(one.coverage.target.length).fill(0x7ff8_0000_0000_002an);
    const odd = new Float64Array(bits.buffer);
    const even = odd.map(() => Number.NaN);
    const of = (target: Float64Array) => datasetDigest({ ...one, coverage: { ...one.coverage, target } });
    expect(of(odd)).toBe(of(even));
  });
});
