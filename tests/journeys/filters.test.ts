import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MINIMUM_RATE_DENOMINATOR } from '#core/area-table.ts';
import { id as words } from '#words/id.ts';
import { engineCalls, watchEngine } from './engine-calls.ts';
import { openHouse } from './house.ts';
import { colorFaults, colorsOnMap, legendFaults, placesOnMap } from './map-truth.ts';
import { type RankingLine, readNumber } from './ranking-lines.ts';
import type { Tour } from './tour.ts';

const TOO_FEW = words.status.tooFew(String(MINIMUM_RATE_DENOMINATOR));
const POOREST = words.classes.poverty['1'];

const sum = (lines: readonly RankingLine[], pick: 'n' | 'total') =>
  lines.reduce((total, line) => total + (Number.isNaN(line[pick]) ? 0 : line[pick]), 0);

describe('filters that everything obeys', () => {
  const house = openHouse();
  let tour: Tour;
  beforeAll(async () => {
    tour = await house.open({ before: watchEngine });
    await tour.ready();
  });
  afterEach(async () => {
    await clear();
    tour.recorder.expectClean();
  });

  async function clear(): Promise<void> {
    const button = tour.page.getByRole('button', { name: words.who.clear, exact: true });
    if (await button.isEnabled()) await button.click();
    await tour.settled();
  }

  const segment = (name: string) => tour.page.getByRole('radio', { name, exact: true });
  const countBeside = async (label: string, group = 0) =>
    readNumber((await tour.check(label).nth(group).locator('.count').textContent()) ?? '');
  const labels = async () => (await tour.legendEntries()).map(({ label }) => label);

  /** The same numbers in table, headline and sentence; the same areas in table and legend; the same colors on the map. */
  async function expectAgreement(): Promise<readonly RankingLine[]> {
    const [city, ...lines] = await tour.lines();
    if (!city) throw new Error('no line of the city');
    expect([sum(lines, 'n'), sum(lines, 'total')]).toEqual([city.n, city.total]);
    const figures = await tour.page.locator('.ranking-headline .figure strong').allTextContents();
    expect(figures.map(readNumber)).toEqual(expect.arrayContaining([city.n, city.total]));
    const [, n = '', total = ''] =
      /([\d.]+) dari ([\d.]+) balita/.exec((await tour.heading.textContent()) ?? '') ?? [];
    expect([readNumber(n), readNumber(total)]).toEqual([city.n, city.total]);
    const entries = await tour.legendEntries();
    for (const { label, areas, color, from, below } of entries) {
      const own = lines.filter(({ status, value }) =>
        color === null ? status === label : readNumber(value) >= from && readNumber(value) < below,
      );
      expect(`${label}: ${own.length}`).toBe(`${label}: ${areas}`);
    }
    expect(await legendFaults(tour)).toEqual([]);
    return lines;
  }

  it('gives each area on the map the color of its number in the table', async () => {
    const places = await placesOnMap(tour, 14, 11);
    expect(places.length).toBeGreaterThan(18);
    const { read, faults } = await colorFaults(tour, places);
    expect(faults).toEqual([]);
    expect(read).toBeGreaterThan(10);
  });

  it('recolors everything by wasting and desil 1 in one click, and says so', async () => {
    const before = { lines: await expectAgreement(), counts: await colorsOnMap(tour) };
    await tour.press(words.who.preset);
    await tour.settled();
    await expect.poll(() => tour.heading.textContent()).toContain(words.sentence.fromDeciles('1'));
    const lines = await expectAgreement();
    expect(lines).not.toEqual(before.lines);
    await expect.poll(() => colorsOnMap(tour)).not.toEqual(before.counts);
    expect(sum(lines, 'total')).toBe(await countBesideKnown());

    const chips = tour.page.getByRole('list', { name: words.who.chips }).getByRole('listitem');
    await expect.poll(() => chips.count()).toBe(2);
    await tour.press(words.who.remove(POOREST));
    await expect.poll(() => chips.count()).toBe(1);
    expect(sum(await expectAgreement(), 'total')).toBe(sum(before.lines, 'total'));
    await tour.press(words.who.remove(words.conditions.wasting.affected));
    await expect.poll(() => chips.count()).toBe(0);
    expect(await expectAgreement()).toEqual(before.lines);
  });

  /** Children of desil 1 whose stunting is known: with the condition filter only the numerator is narrower. */
  async function countBesideKnown(): Promise<number> {
    await tour.press(words.who.remove(words.conditions.wasting.affected));
    await tour.settled();
    const [city] = await tour.lines();
    await tour.check(words.conditions.wasting.affected).click();
    await tour.settled();
    return city?.total ?? Number.NaN;
  }

  it('shows beside each choice how many children it would keep', async () => {
    const counts = (names: readonly string[]) => Promise.all(names.map((name) => countBeside(name)));
    const { unknown: _, ...sexes } = words.classes.sex;
    const { unknown: __, ...ages } = words.classes.age;
    const [bySex, byAge] = [await counts(Object.values(sexes)), await counts(Object.values(ages))];
    await tour.check(sexes.female).click();
    await tour.settled();
    expect(await counts(Object.values(sexes))).toEqual(bySex);
    const girls = await counts(Object.values(ages));
    for (const [k, count] of girls.entries()) expect(count).toBeLessThan(byAge[k] ?? 0);
    expect(girls.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(bySex[1] ?? 0);
    await tour.check(ages['0-5']).click();
    await expect.poll(() => tour.heading.textContent()).toContain(words.sentence.aged(ages['0-5']));
    const [city] = await tour.lines();
    expect(city?.total).toBeLessThanOrEqual(girls[0] ?? 0);
    await expectAgreement();
  });

  it('keeps the areas of a kecamatan, and sums kelurahan to kecamatan', async () => {
    const villages = (await tour.lines()).slice(1);
    await segment(words.level.district).click();
    await expect.poll(() => tour.title.textContent()).toContain(`per ${words.level.district}`);
    const districts = await expectAgreement();
    expect(districts).toHaveLength(6);
    for (const { name, n, total } of districts) {
      const members = villages.filter(({ district }) => district === name);
      expect([sum(members, 'n'), sum(members, 'total')]).toEqual([n, total]);
    }
    await segment(words.level.village).click();
    await tour.check('Alak').click();
    await expect.poll(() => tour.heading.textContent()).toContain(words.sentence.inDistricts('Alak'));
    const kept = (await tour.lines()).slice(1);
    expect(new Set(kept.map(({ district }) => district))).toEqual(new Set(['Alak']));
    expect(sum(kept, 'n')).toBe(districts.find(({ name }) => name === 'Alak')?.n);
  });

  it('locks the classes while filtering, until they are unlocked', async () => {
    await tour.choose(words.style.method, words.style.methods.quantile);
    const classes = async () => (await labels()).slice(0, 5);
    const before = await classes();
    await tour.check(words.classes.age['0-5']).click();
    await tour.settled();
    expect(await classes()).toEqual(before);
    await tour.check(words.style.lock).click();
    await expect.poll(classes).not.toEqual(before);
    await expectAgreement();
    await tour.check(words.style.lock).click();
    await tour.choose(words.style.method, words.style.methods.bands);
  });

  it('shows counts where a percent would be of too few, and colors them on demand', async () => {
    await tour.check(POOREST).click();
    await tour.check(words.classes.age['0-5']).click();
    await tour.settled();
    const few = (await expectAgreement()).filter(({ status }) => status === TOO_FEW);
    expect(few.length).toBeGreaterThan(5);
    for (const { n, total, rank, value } of few) {
      expect(total).toBeLessThan(MINIMUM_RATE_DENOMINATOR);
      expect([n <= total, rank, value]).toEqual([true, Number.NaN, '']);
    }
    await tour.check(words.style.small(String(MINIMUM_RATE_DENOMINATOR))).click();
    await tour.settled();
    const shown = await expectAgreement();
    for (const { name, total } of few.filter((line) => line.total > 0))
      expect(shown.find((line) => line.name === name)).toMatchObject({ status: '', total });
    await tour.check(words.style.small(String(MINIMUM_RATE_DENOMINATOR))).click();
  });

  it('steps through periods with the arrow keys, and marks those that are incomplete', async () => {
    const opening = await tour.title.textContent();
    await tour.page.getByRole('button', { name: words.period.previous }).focus();
    const incomplete = tour.period.getByText(words.period.incomplete);
    let steps = 0;
    for (; steps < 12 && (await incomplete.count()) === 0; steps++)
      await tour.page.keyboard.press('ArrowLeft');
    await expect.poll(() => incomplete.count()).toBe(1);
    await expect.poll(() => tour.heading.textContent()).toContain(words.sentence.incomplete);
    for (let k = 0; k < steps; k++) await tour.page.keyboard.press('ArrowRight');
    await expect.poll(() => tour.title.textContent()).toBe(opening);
    await segment(words.period.kind.quarter).click();
    await expect.poll(() => tour.title.textContent()).toContain('Triwulan');
    await expectAgreement();
    await segment(words.period.kind.month).click();
    await expect.poll(() => tour.title.textContent()).toBe(opening);
  });

  it('shows another indicator, and numbers of children instead of percents', async () => {
    await tour.choose(words.what.indicator, words.indicator.wasting.short);
    await expect.poll(() => tour.title.textContent()).toContain(words.indicator.wasting.rate);
    await expectAgreement();
    await segment(words.measure.count).click();
    await expect.poll(() => tour.title.textContent()).toContain(words.indicator.wasting.count);
    const lines = (await expectAgreement()).filter(({ status }) => status === '');
    for (const { n, value } of lines) expect(readNumber(value)).toBe(n);
    await segment(words.measure.rate).click();
    await tour.choose(words.what.indicator, words.indicator.stunting.short);
  });

  it('ends 200 rapid changes with the last one shown, without a query more', async () => {
    const names = [
      POOREST,
      words.classes.sex.female,
      words.classes.age['12-23'],
      words.conditions.wasting.severe,
    ];
    const before = await engineCalls(tour.page);
    expect(before.queries).toBeGreaterThan(5);
    expect(before.mostAtOnce).toBe(1);
    const inputs = await Promise.all(names.map((name) => tour.check(name).first().elementHandle()));
    const tick = (times: number) =>
      tour.page.evaluate(
        ([labels, count]) => {
          for (let k = 0; k < count; k++) labels[k % labels.length]?.querySelector('input')?.click();
        },
        [inputs, times] as const,
      );
    await tick(201);
    await tour.settled();
    const active = names.filter((_, k) => Math.ceil((201 - k) / names.length) % 2 === 1);
    const chips = tour.page.getByRole('list', { name: words.who.chips }).getByRole('listitem');
    await expect.poll(() => chips.count()).toBe(active.length);
    const last = await expectAgreement();
    await clear();
    for (const name of active) await tour.check(name).first().click();
    await tour.settled();
    expect(await expectAgreement()).toEqual(last);
    expect(await engineCalls(tour.page)).toEqual(before);
  });
});
