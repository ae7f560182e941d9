import { describe, expect, it } from 'vitest';
import { againstOf, againstOptions, talkList } from '#app/kinds/question-views.ts';
import { indicatorPhrase } from '#app/question/phrases.ts';
import { CellStatus } from '#core/area-table.ts';
import type { RateThreshold } from '#core/exceedance.ts';
import { SINGLE, type View } from '#core/view.ts';
import { decodeView, encodeView } from '#core/view-codec.ts';
import { exportTable } from '#export/export-table.ts';
import { DEFAULT_HOTSPOTS } from '#picture/hotspot-layer.ts';
import { layerOf } from '#picture/layer.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter } from '#picture/picture.ts';
import { settleView } from '#picture/view-layers.ts';
import { keepHistory, undo } from '#state/history.ts';
import { createAppStore, setView } from '#state/store.ts';
import { areaWords } from '#words/area-words.ts';
import { en } from '#words/en.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { legendWords } from '#words/legend-words.ts';
import { sentenceOf } from '#words/sentence.ts';
import { ratedCity } from './rated-city.ts';

const ATLAS = ratedCity();
const OPENING: View = openingView(ATLAS.manifest);
const format = createFormat(id);
const BAND: RateThreshold = { kind: 'band', rate: 0.2 };

function paint(threshold: RateThreshold = BAND, view: Partial<View> = {}) {
  const picture = createPainter()(ATLAS, {
    ...OPENING,
    ...view,
    question: { kind: 'exceedance', threshold },
  });
  const layer = picture && layerOf(picture, 'exceedance');
  if (!picture || !layer) throw new Error('no probabilities');
  return { picture, layer };
}

describe('the probability above a threshold', () => {
  it('fills areas by their class; a rate over ten children and a missing one keep their reason', () => {
    const { picture, layer } = paint();
    const { probability } = layer.map;
    expect([...probability.slice(0, 3)].every((p) => p > 0 && p < 1)).toBe(true);
    expect([...picture.shading.status].slice(3)).toEqual([CellStatus.tooFew, CellStatus.notReported]);
    expect(picture.shading.colors).toHaveLength(5);
    expect(picture.ranks[3]).toBe(0);
    const lines = areaWords(picture, 2, id, format).more.join();
    expect(lines).toContain('peluang di atas 20,0\u00a0%: > 99,9\u00a0%');
    expect(areaWords(picture, 3, id, format).more).toEqual([]);
  });

  it('is what the sentence of controls begins with, as the title does', () => {
    const { picture } = paint();
    for (const words of [id, en]) {
      const told = { picture, words, format: createFormat(words) };
      const { lead, phrase } = indicatorPhrase(picture, words);
      const held = againstOf(picture.view.question)?.asked(picture.view.question, told)?.phrase;
      const { title } = sentenceOf(picture, words, told.format);
      expect(title.startsWith(`${lead}${phrase} ${held} `), `${lead}${phrase} ${held} / ${title}`).toBe(true);
      const single = indicatorPhrase({ view: { ...picture.view, question: SINGLE } }, words);
      expect(single.lead.startsWith(words.exceedance.leads)).toBe(false);
    }
  });

  it('is said by title, facts and legend', () => {
    const { picture } = paint();
    const { title, parts } = sentenceOf(picture, id, format);
    expect(title).toBe('Peluang prevalensi stunting di atas 20,0\u00a0% per kelurahan, Juli 2026');
    expect(parts).toContain('ambang 20,0\u00a0% (WHO/UNICEF)');
    const legend = legendWords(picture, id, format);
    expect(legend.classes.map(({ label }) => label)).toEqual([
      '< 5 %',
      '5–20 %',
      '20–80 %',
      '80–95 %',
      '> 95 %',
    ]);
    expect(legend.notes[0]).toContain('Richardson');
  });

  it('takes the rate of the whole: 105 of 310', () => {
    expect(paint({ kind: 'city' }).layer.map.threshold).toBe(105 / 310);
  });

  it('leaves with threshold and class, and is talked about most probable first', () => {
    const { picture } = paint();
    const table = exportTable(picture, id, format);
    const cells = (key: string) => table.columns.find((column) => column.key === key)?.cells;
    expect(cells('noted-threshold')?.[0]).toBe(20);
    expect(cells('asked-class')?.[0]).toBe('> 95 %');
    expect(cells('asked-probability')?.[3]).toBeNaN();
    expect(talkList({ picture, words: id, format }).areas).toEqual([2, 1, 0]);
  });

  it('colors nothing where chance explains the rates', () => {
    const { picture, layer } = paint(BAND, {
      indicator: 'underweight',
      classification: { kind: 'quantile', classes: 5 },
    });
    expect(layer.map.distinguishes).toBe(false);
    expect([...picture.shading.areasPerClass]).toEqual([0, 0, 0, 0, 0]);
    expect(legendWords(picture, id, format).notes).toEqual(['angka tidak membedakan wilayah']);
    expect(sentenceOf(picture, id, format).parts[0]).toBe('angka tidak membedakan wilayah');
  });

  it('is offered for what is a sample, by edges of its bands, and not for D/S', () => {
    const told = (indicator: View['indicator']) => {
      const picture = createPainter()(ATLAS, {
        ...OPENING,
        indicator,
        classification: { kind: 'quantile', classes: 5 },
      });
      if (!picture) throw new Error('no picture');
      return againstOptions({ picture, words: id, format }).map((option) => option.id);
    };
    const shared = ['exceedance-city', 'exceedance-own'];
    const bands = [0.025, 0.1, 0.2, 0.3].map((rate) => `exceedance-${rate}`);
    expect(told('stunting')).toEqual([...bands, ...shared]);
    expect(told('underweight')).toEqual(shared);
    expect(told('coverage')).toEqual([]);
  });

  it('follows the indicator to the edge of the same place, ends with coverage and counts, carries hotspots', () => {
    const view: View = { ...OPENING, question: { kind: 'exceedance', threshold: BAND } };
    const settled = (patch: Partial<View>) => settleView(view, patch, ATLAS.manifest).question;
    expect(settled({ indicator: 'wasting' })).toEqual({
      kind: 'exceedance',
      threshold: { kind: 'band', rate: 0.1 },
    });
    expect(settled({ indicator: 'underweight' })).toEqual(SINGLE);
    expect(settled({ indicator: 'coverage' })).toEqual(SINGLE);
    expect(settled({ measure: 'count' })).toEqual(SINGLE);
    expect(settled({ hotspots: DEFAULT_HOTSPOTS })).toEqual(view.question);
  });

  it('is kept in a link, and undone in one step', () => {
    const read = (text: string) => decodeView(text, ATLAS.manifest, ATLAS.territory, OPENING);
    for (const threshold of [BAND, { kind: 'city' }, { kind: 'own', rate: 0.275 }] as const) {
      const view: View = { ...OPENING, question: { kind: 'exceedance', threshold } };
      expect(read(encodeView(view))).toEqual({ ok: true, value: view, problems: [] });
    }
    for (const broken of ['band:0.21', 'own:0', 'own:1', 'own:0.25:1', 'own:', 'rate:0.2', ''])
      expect(read(`${encodeView(OPENING)};exc=${broken}`)).toMatchObject({
        ok: true,
        value: { question: SINGLE },
        problems: [{ code: 'link/left-out', detail: { part: 'exceedance' } }],
      });
    const store = createAppStore();
    store.setState({ atlas: ATLAS, view: OPENING });
    keepHistory(store);
    setView(store, { question: { kind: 'exceedance', threshold: BAND } });
    expect(store.getState().view?.question.kind).toBe('exceedance');
    undo(store);
    expect(store.getState().view?.question).toEqual(SINGLE);
  });
});
