import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { talkList } from '#app/kinds/question-views.ts';
import { areaCode } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import { NO_CLASS } from '#core/classification.ts';
import type { Period } from '#core/period.ts';
import { sheetContent } from '#export/export-sheet.ts';
import { Standing } from '#picture/decision-layer.ts';
import { type AreaDecision, type Decided, undecided } from '#picture/decision-value.ts';
import { layerOf } from '#picture/layer.ts';
import { listedAreas } from '#picture/listed-areas.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter } from '#picture/picture.ts';
import { openingPriority } from '#picture/priority-layer.ts';
import { questionText } from '#picture/question-text.ts';
import { areaWords } from '#words/area-words.ts';
import { en } from '#words/en.ts';
import { createFormat } from '#words/format.ts';
import { id as words } from '#words/id.ts';
import { legendWords } from '#words/legend-words.ts';
import { priorityFacts, proposedText } from '#words/priority-facts.ts';
import { sentenceOf } from '#words/sentence.ts';
import { ratedCity } from './rated-city.ts';

const ATLAS = ratedCity();
const CODES = ATLAS.territory.villages.areas.map(({ code }) => code);
const asked = openingPriority(['stunting', 'wasting']);
if (!asked) throw new Error('no question');
const VIEW = {
  ...openingView(ATLAS.manifest),
  room: 'proposal',
  question: { ...asked, top: 2 },
} as const;

function of(village: number, patch: Partial<AreaDecision>): AreaDecision {
  return { ...undecided(CODES[village] ?? areaCode('')), ...patch };
}

function painted(decided: Decided | null, paint = createPainter()) {
  const picture = paint(ATLAS, VIEW, decided);
  const layer = picture && layerOf(picture, 'priority');
  if (!picture || !layer) throw new Error('no picture');
  return { picture, layer };
}

describe('a decision laid over a list', () => {
  const { layer } = painted(null);
  const [first = 0, second = 0] = listedAreas(layer);
  const outside = [0, 1, 2].find((i) => i !== first && i !== second) ?? 0;
  const decided: Decided = {
    title: 'Usulan 1',
    areas: [
      of(first, { chosen: true, drafted: 'counts', dissent: 'lurah' }),
      of(outside, { chosen: true, reason: 'jauh' }),
      of(4, { chosen: true }),
      { ...undecided(areaCode('elsewhere')), chosen: true },
    ],
  };

  it('fills by what became of each area, and marks where somebody sees it otherwise', () => {
    const { picture, layer: own } = painted(decided);
    const at = (i: number) => picture.shading.classOf[i];
    expect([first, second, outside, 4].map(at)).toEqual([
      Standing.chosen,
      Standing.passedOver,
      Standing.added,
      Standing.added,
    ]);
    expect(picture.shading.hatched?.[first]).toBe(1);
    expect(Array.from(picture.shading.hatched ?? []).filter((one) => one === 1)).toHaveLength(1);
    // v3 has ten children, so no rate: it stays what it is. v4 has none at all, and is put forward all the same.
    expect([picture.shading.status[3], at(3)]).toEqual([CellStatus.tooFew, NO_CLASS]);
    expect(picture.shading.status[4]).toBe(CellStatus.observed);
    expect(own.decision?.chosen).toEqual([first, outside, 4].sort((a, b) => a - b));
    expect([...picture.ranks]).toEqual([...layer.index.rank]);
  });

  it('is said by legend, sentence and area', () => {
    const { picture } = painted(decided);
    const format = createFormat(words);
    const { classes, notes } = legendWords(picture, words, format);
    expect(classes.map(({ label, count }) => [label, count])).toEqual([
      ['di luar daftar', '0'],
      ['dalam daftar, tidak diusulkan', '1'],
      ['diusulkan di luar daftar', '2'],
      ['diusulkan', '1'],
    ]);
    expect(new Set(classes.map(({ color }) => color)).size).toBe(4);
    expect(notes).toContain('Arsiran: ada perbedaan pendapat.');
    expect(sentenceOf(picture, words, format)).toMatchObject({
      title: 'Usulan prioritas per kelurahan, Juli 2026',
      parts: expect.arrayContaining(['Usulan 1: 3 kelurahan diusulkan']),
    });
    const said = areaWords(picture, first, words, format).more.join(' ');
    expect(said).toMatch(/Usulan: diusulkan\. Alasan: .*dari 100.*Juli 2026\. Perbedaan pendapat: lurah\./);
  });

  it('is what the facts beside the sentence are of, not the list that was computed', () => {
    const plain = (lines: readonly string[]) => lines.map((line) => line.replaceAll('\u00a0', ' '));
    const facts = (own: Decided | null, said: typeof words | typeof en = words) => {
      const { picture, layer } = painted(own);
      // Of 100 runs each: v0 and v2 stay in the list, v1 at its edge.
      const inTop = Float64Array.of(1, 0.1, 1, Number.NaN, Number.NaN);
      const uncertainty = { runs: 100, inTop } as unknown as NonNullable<typeof layer.uncertainty>;
      return plain(priorityFacts({ ...layer, uncertainty }, picture, said, createFormat(said)));
    };
    // 20, 30, 50 and 5 are stunted in v0 to v3: 105; the list is v2 and v0.
    expect(facts(null).slice(0, 2)).toEqual([
      '66,7 % balita stunting (70 dari 105)',
      '2 dari 2 tahan bila bobot dan angka digoyang',
    ]);
    expect([first, second, outside]).toEqual([2, 0, 1]);
    expect(facts(decided).slice(0, 2)).toEqual([
      '76,2 % balita stunting (80 dari 105)',
      '1 dari 3 yang diusulkan tahan dalam daftar bila bobot dan angka digoyang',
    ]);
    expect(facts(decided, en).slice(0, 2)).toEqual([
      expect.stringMatching(/^76\.2\s?% of .* \(80 of 105\)$/),
      '1 of 3 put forward stay in the list when weights and figures are shaken',
    ]);
    const { picture, layer: own } = painted(decided);
    expect(proposedText(own, own.decision?.chosen ?? [], words, createFormat(words))).toBe(
      priorityFacts(own, picture, words, createFormat(words))[0],
    );
    expect(facts({ title: 'Usulan 1', areas: [] })).toEqual([
      'belum ada yang dicentang',
      'bobot pilihan rapat, bukan ketetapan',
    ]);
  });

  it('says where it was made on another period than the one shown, on the screen and off it', () => {
    const made = (period: Period): Decided => ({ ...decided, text: questionText({ ...VIEW, period }) });
    const line = (own: Decided, said: typeof words | typeof en = words) => {
      const { picture, layer } = painted(own);
      const format = createFormat(said);
      const first = priorityFacts(layer, picture, said, format)[0];
      return [first, sentenceOf(picture, said, format).parts[0]];
    };
    const other = made('2026-06' as Period);
    expect(line(other)).toEqual(Array(2).fill('Usulan disusun atas Juni 2026; yang tampak Juli 2026'));
    expect(line(other, en)).toEqual(
      Array(2).fill('The proposal was made on June 2026; what is shown is July 2026'),
    );
    expect(line(made(VIEW.period)).join()).not.toContain('disusun');
    expect(line(decided).join()).not.toContain('disusun');
  });

  it('is told on slide and paper by short words that differ, under what the list is', () => {
    const { picture } = painted(decided);
    for (const said of [words, en]) {
      const { passedOver, added, chosen } = said.decision.shortStanding;
      const short = [chosen, added, added, passedOver];
      expect(new Set(short).size).toBe(3);
      // The column of a slide holds so many characters.
      expect(Math.max(...[...short, said.decision.layer.decided].map((one) => one.length))).toBeLessThan(9);
      const format = createFormat(said);
      const talk = talkList({ picture, words: said, format });
      expect(talk.areas.map((i) => talk.columns[0]?.write(i))).toEqual(short);
      const { list } = sheetContent(picture, said, format);
      expect(list?.rows.map(({ value }) => value.split(' · ')[0])).toEqual(short);
      expect(list?.heading).not.toBe(said.presentation.top('4', '4'));
    }
    const format = createFormat(words);
    const { list } = sheetContent(picture, words, format);
    expect(list?.heading).toBe('3 diusulkan, 1 dalam daftar tidak diusulkan (usulan · indeks)');
    // v4 has no score: a dash, never a 0.
    const scores = (layerOf(picture, 'priority')?.index.score ?? []) as Float64Array;
    const score = (i: number) => format.percent((scores[i] ?? Number.NaN) / 100);
    expect(list?.rows.map(({ value }) => value.split(' · ')[1])).toEqual(
      [first, outside, 4, second].map(score),
    );
    expect(score(4)).toBe('–');
    expect(sheetContent(painted(null).picture, words, format).list?.heading).toMatch(/^2 teratas dari \d$/);
  });

  it('is no part of a picture without one, and costs nothing twice', () => {
    const paint = createPainter();
    const plain = painted(null, paint);
    expect(plain.layer.decision).toBeNull();
    const one = painted(decided, paint);
    expect(painted(decided, paint).layer).toBe(one.layer);
    expect(one.layer.measures[0]).toBe(plain.layer.measures[0]);
    expect(painted(null, paint).picture.shading).toBe(plain.picture.shading);
  });

  it('puts every area that can be shown in just one class, whatever is decided', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (ticks) => {
        const areas = ticks.flatMap((chosen, i) => (chosen ? [of(i, { chosen })] : []));
        const { picture, layer: own } = painted({ title: 'A', areas });
        const { classOf, status, areasPerClass } = picture.shading;
        const listed = new Set(listedAreas(own));
        ticks.forEach((chosen, i) => {
          const isShown = chosen || listed.has(i) || own.listing.status[i] === CellStatus.observed;
          expect(status[i] === CellStatus.observed).toBe(isShown);
          const expected = chosen
            ? listed.has(i)
              ? Standing.chosen
              : Standing.added
            : listed.has(i)
              ? Standing.passedOver
              : Standing.outside;
          expect(classOf[i]).toBe(isShown ? expected : NO_CLASS);
        });
        expect(areasPerClass.reduce((sum, n) => sum + n, 0)).toBe(
          classOf.filter((one) => one !== NO_CLASS).length,
        );
      }),
    );
  });
});
