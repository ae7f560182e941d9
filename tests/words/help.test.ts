import { describe, expect, it } from 'vitest';
import type { CellStatus } from '#core/area-table.ts';
import type { ClassificationMethod } from '#core/classification.ts';
import type { Scaling } from '#core/criterion-scaling.ts';
import type { Tier } from '#core/dataset.ts';
import { type IndicatorId, indicators } from '#core/indicator.ts';
import type { Aggregation } from '#core/priority-index.ts';
import { SAMPLE_IDS } from '#core/sample-file.ts';
import { type Hotspots, ROOMS, type View } from '#core/view.ts';
import { en } from '#words/en.ts';
import { GLOSSARY_TERMS, type GlossaryTerm, type HelpPage } from '#words/help-catalogue.ts';
import { GLOSSARY, HELP } from '#words/help-words.ts';
import { id } from '#words/id.ts';

const LANGUAGES = ['id', 'en'] as const;
const WORDS = { id, en };

/** All texts of a catalogue, sentences that are functions with a mark in place of what they are given. */
function textsOf(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [String(words(...Array.from({ length: 8 }, () => '_')))];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsOf) : [];
}

describe('pages', () => {
  it('there is one for every room and for presenting, and no other', () => {
    for (const language of LANGUAGES)
      expect(Object.keys(HELP[language].pages)).toEqual([...ROOMS, 'presentation']);
  });

  it('each says what it shows, how it is read and what not to conclude, alike in both languages', () => {
    for (const room of [...ROOMS, 'presentation'] as const) {
      const [ours, theirs] = LANGUAGES.map((language): HelpPage => HELP[language].pages[room]);
      for (const part of ['shows', 'read', 'not'] as const) {
        expect(ours![part].length, `${room} ${part}`).toBeGreaterThan(1);
        expect(theirs![part]).toHaveLength(ours![part].length);
        for (const sentence of [...ours![part], ...theirs![part]]) expect(sentence).toMatch(/^[^!]+\.$/);
      }
    }
  });

  it.each(LANGUAGES)('names on the screen are quoted as they stand there: %s', (language) => {
    const names = new Set(textsOf(WORDS[language]).map((text) => text.trim()));
    const quoted = textsOf(HELP[language].pages).flatMap((text) =>
      [...text.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name),
    );
    expect(quoted.length).toBeGreaterThan(15);
    expect(quoted.filter((name) => !names.has(name))).toEqual([]);
  });

  it.each(LANGUAGES)('so they are wherever a sentence tells the reader to press one: %s', (language) => {
    const all = textsOf(WORDS[language]);
    const names = new Set(all.map((text) => text.trim()));
    const quoted = all.flatMap((text) => [...text.matchAll(/“([^”_]+)”/g)].map(([, name = '']) => name));
    expect(quoted.filter((name) => !names.has(name))).toEqual([]);
  });
});

/** What the program knows, and the terms by which help explains it. What is new does not compile without. */
const BY_INDICATOR: Readonly<Record<IndicatorId, readonly GlossaryTerm[]>> = {
  stunting: ['stunting'],
  'severe-stunting': ['severe', 'stunting'],
  wasting: ['wasting'],
  'severe-wasting': ['severe', 'wasting'],
  underweight: ['underweight'],
  'extreme-poverty': ['poverty', 'decile'],
  'stunting-wasting': ['stunting', 'wasting'],
  'stunting-poverty': ['stunting', 'poverty'],
  'wasting-poverty': ['wasting', 'poverty'],
  'family-poverty': ['poverty', 'unit'],
  'stunting-risk': ['risk-family'],
  'person-poverty': ['poverty', 'unit'],
  coverage: ['coverage'],
};
const BY_QUESTION: Readonly<Record<View['question']['kind'], GlossaryTerm>> = {
  single: 'prevalence',
  overlay: 'overlay',
  change: 'change',
  agreement: 'agreement',
  regions: 'problems',
  priority: 'index',
  exceedance: 'exceedance',
  trend: 'trend',
  emerging: 'emerging',
  gap: 'gap',
  service: 'serviceCoverage',
  entry: 'entry',
  target: 'target',
  budget: 'budget',
};
const BY_CLASSES: Readonly<Record<ClassificationMethod['kind'], GlossaryTerm>> = {
  bands: 'band',
  quantile: 'quantile',
  'natural-breaks': 'natural-breaks',
  'equal-interval': 'equal-interval',
  'standard-deviation': 'deviation-classes',
  fixed: 'own-breaks',
};
const BY_STATUS: Readonly<
  Record<Exclude<keyof typeof CellStatus, 'observed' | 'notApplicable'>, GlossaryTerm>
> = {
  notReported: 'not-reported',
  suppressed: 'suppressed',
  noDenominator: 'no-target',
  tooFew: 'too-few',
};
const BY_HOTSPOTS: Readonly<Record<Hotspots['method'], GlossaryTerm>> = {
  clusters: 'cluster',
  'hot-cold': 'hot-cold',
  'co-location': 'co-location',
};
const BY_TIER: Readonly<Record<Tier, GlossaryTerm>> = { example: 'tier', internal: 'tier', release: 'tier' };
const BY_SCALING: Readonly<Record<Scaling['kind'], GlossaryTerm>> = {
  goalposts: 'goalpost',
  z: 'goalpost',
  percentile: 'goalpost',
};
const BY_AGGREGATION: Readonly<Record<Aggregation, GlossaryTerm>> = {
  arithmetic: 'aggregation',
  geometric: 'aggregation',
  'mazziotta-pareto': 'aggregation',
};

/** Abbreviations that are names of files, units or programs: not terms of the field. */
const PLAIN =
  /^(?:CSV|XLSX|PPTX|PNG|GeoJSON|TopoJSON|KML|WebGL2|DATA|CONTOH|INTERNAL|EN|ID|II|III|IV|A4|F1|RT|RW|BACA|SAYA)$/;
/** Letters that the legend of three problems explains beside them. */
const MARKS: readonly string[] = Object.values(id.regions.marks);

describe('the glossary', () => {
  const whole = Object.values(GLOSSARY.id)
    .map((entry) => Object.values(entry).join(' '))
    .join('\n');

  it('has every indicator, question, method and reason for a missing figure, under a name that is on the screen', () => {
    expect(
      indicators(1)
        .map((one) => one.id)
        .sort(),
    ).toEqual(Object.keys(BY_INDICATOR).sort());
    const said: readonly (readonly [name: string, terms: readonly GlossaryTerm[]])[] = [
      ...Object.entries(BY_INDICATOR).map(
        ([one, terms]) => [id.indicator[one as IndicatorId].short, terms] as const,
      ),
      ...Object.entries(BY_CLASSES).map(
        ([kind, term]) => [id.style.methods[kind as ClassificationMethod['kind']], [term]] as const,
      ),
      ...Object.entries(BY_AGGREGATION).map(
        ([kind, term]) => [id.priority.aggregations[kind as Aggregation], [term]] as const,
      ),
      [id.status.notReported, [BY_STATUS.notReported]],
      [id.status.suppressed, [BY_STATUS.suppressed]],
      [id.status.noDenominator, [BY_STATUS.noDenominator]],
      [id.status.tooFew('30'), [BY_STATUS.tooFew]],
      ['disisihkan', ['set-aside']],
      [id.hotspots.methods['hot-cold'], [BY_HOTSPOTS['hot-cold']]],
      [id.hotspots.methods['co-location'], [BY_HOTSPOTS['co-location']]],
      [id.hotspots.tab, [BY_HOTSPOTS.clusters]],
      [id.priority.sure, ['robust']],
      [id.priority.unsure, ['robust']],
      [id.list.quota, ['quota']],
    ];
    const wordsOf = (text: string) =>
      text
        .toLowerCase()
        .split(/[^\p{L}\p{N}*/<-]+/u)
        .filter((word) => word.length > 1 && word !== 'dan');
    for (const [name, terms] of said) {
      const entry = terms.flatMap((term) => wordsOf(Object.values(GLOSSARY.id[term]).join(' ')));
      expect([name, ...wordsOf(name).filter((word) => !entry.includes(word))]).toEqual([name]);
    }
    const terms: readonly GlossaryTerm[] = [BY_QUESTION, BY_TIER, BY_SCALING].flatMap((by) =>
      Object.values(by),
    );
    for (const term of terms) expect(GLOSSARY_TERMS).toContain(term);
  });

  it('explains every abbreviation that is on the screen', () => {
    const seen = new Set(
      textsOf(id).flatMap((text) =>
        [...text.matchAll(/\b[A-Z][A-Za-z]*[A-Z0-9*][A-Za-z0-9*]*/g)].map(([word]) => word),
      ),
    );
    expect(seen.size).toBeGreaterThan(20);
    const unexplained = [...seen].filter(
      (word) => !PLAIN.test(word) && !MARKS.includes(word) && !whole.includes(word),
    );
    expect(unexplained).toEqual([]);
  });

  it('says of each term what it means and from where, in both languages', () => {
    expect(new Set(GLOSSARY_TERMS).size).toBe(GLOSSARY_TERMS.length);
    for (const language of LANGUAGES) {
      expect(Object.keys(GLOSSARY[language])).toEqual([...GLOSSARY_TERMS]);
      for (const { term, means, source } of Object.values(GLOSSARY[language])) {
        expect(means, term).toMatch(/^[^!]{20,}\.$/);
        expect(source, term).toMatch(/^\S.{6,}[^.]$/);
      }
    }
  });

  it('gives the figures of the bands as the map classes by them', () => {
    for (const one of indicators(1)) {
      if (one.id !== 'stunting' && one.id !== 'wasting') continue;
      for (const edge of one.kind === 'prevalence' ? (one.bands ?? []) : []) {
        const written = String(edge * 100);
        expect(GLOSSARY.en.band.means).toContain(written);
        expect(GLOSSARY.id.band.means).toContain(written.replace('.', ','));
      }
    }
  });
});

it('samples are told of, each with the questions that it is asked', () => {
  for (const language of LANGUAGES)
    expect(Object.keys(HELP[language].samples.files)).toEqual([...SAMPLE_IDS]);
});
