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
const { sentence: say, example, tools } = words.rooms;

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
    await tour.shut();
    await tour.clear(say.everyoneAgain, say.everywhereAgain);
    await tour.settled();
  }

  /** What the boxes of a part say that they would keep, by their labels. */
  async function beside(names: readonly string[]): Promise<readonly number[]> {
    const dialog = await tour.part(say.who);
    const counts: number[] = [];
    for (const name of names) {
      const count = tour.check(name).first().locator('.count');
      await count.waitFor();
      counts.push(readNumber((await count.textContent()) ?? ''));
    }
    expect(await dialog.isVisible()).toBe(true);
    await tour.shut();
    return counts;
  }
  const labels = async () => (await tour.legendEntries()).map(({ label }) => label);

  /** The same numbers in table, headline and sentence; the same areas in table and legend; the same colors on the map. */
  async function expectAgreement(): Promise<readonly RankingLine[]> {
    const [city, ...lines] = await tour.lines();
    if (!city) throw new Error('no line of the city');
    expect([sum(lines, 'n'), sum(lines, 'total')]).toEqual([city.n, city.total]);
    const figures = await tour.page.locator('.ranking-headline .figure strong').allTextContents();
    expect(figures.map(readNumber)).toEqual(expect.arrayContaining([city.n, city.total]));
    const [, n = '', total = ''] = /([\d.]+) dari ([\d.]+) balita/.exec(await tour.facts()) ?? [];
    expect([readNumber(n), readNumber(total)]).toEqual([city.n, city.total]);
    const entries = await tour.legendEntries();
    for (const { label, areas, color, from, below } of entries) {
      // Who reported in part has a value, and a class too.
      if (label === words.status.partial) continue;
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

  it('goes with the map: no smaller than all of it, to a kecamatan that is asked about, and back by undo', async () => {
    const { page } = tour;
    const width = () =>
      page.evaluate(() => {
        const boxes = [...document.querySelectorAll('.svg-map-picture svg path')]
          .map((path) => path.getBoundingClientRect())
          .filter(({ width }) => width > 0);
        return Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
      });
    const whole = await width();
    const near = (times: number) => expect.poll(async () => (await width()) / whole).toBeCloseTo(times, 1);
    await page.locator('.map-frame').hover();
    await page.mouse.wheel(0, 5_000);
    await near(0.8);
    await tour.press(words.map.fitAll);
    await near(1);
    await tour.toggle(say.where, 'Alak');
    await expect.poll(async () => (await width()) / whole).toBeGreaterThan(1.2);
    await tour.press(words.history.undo);
    await near(1);
  });

  it('asks for wasting in desil 1 by an example question: all that its caption says, and no more', async () => {
    const before = { lines: await expectAgreement(), counts: await colorsOnMap(tour) };
    await tour.example(example.wastingDecile);
    await tour.settled();
    await expect.poll(() => tour.title.textContent()).toContain(words.indicator.wasting.rate);
    expect(await tour.said(say.indicator)).toBe(words.indicator.wasting.rate.replace('Prevalensi ', ''));
    expect(await tour.said(say.who)).toContain(words.sentence.fromDeciles('1'));
    const asked = await expectAgreement();
    const [city] = await tour.lines();
    await expect.poll(() => colorsOnMap(tour)).not.toEqual(before.counts);

    // The same by its parts, one at a time: fresh questions, the same answer.
    await tour.clear(say.everyoneAgain);
    await tour.settled();
    expect(await tour.said(say.who)).toBe(words.units.child.everyone);
    const everyone = await expectAgreement();
    expect(sum(everyone, 'total')).toBeGreaterThan(city?.total ?? Number.NaN);
    await tour.toggle(say.who, POOREST);
    await tour.settled();
    expect(await expectAgreement()).toEqual(asked);
    await tour.choose(say.indicator, words.indicator.stunting.short);
    await tour.clear(say.everyoneAgain);
    await tour.settled();
    expect(await expectAgreement()).toEqual(before.lines);
  });

  it('asks for girls of one age by an example question', async () => {
    await tour.example(example.girls);
    await tour.settled();
    expect(await tour.title.textContent()).toContain(words.indicator.stunting.rate);
    const said = await tour.said(say.who);
    expect(said).toContain(words.classes.sex.female.toLowerCase());
    expect(said).toContain(words.sentence.aged(words.classes.age['12-23']));
    const asked = await expectAgreement();
    await clear();
    await tour.toggle(say.who, words.classes.sex.female, words.classes.age['12-23']);
    await tour.settled();
    expect(await expectAgreement()).toEqual(asked);
  });

  it('restricts only who is counted by a condition: the denominator stays', async () => {
    const before = await expectAgreement();
    await tour.toggle(say.who, words.conditions.wasting.affected);
    await tour.settled();
    const counted = words.sentence.counting(words.conditions.wasting.affected.toLowerCase());
    expect(await tour.said(say.who)).toBe(counted);
    expect(await tour.facts()).toContain(counted);
    const after = await expectAgreement();
    expect(sum(after, 'total')).toBe(sum(before, 'total'));
    expect(sum(after, 'n')).toBeLessThan(sum(before, 'n'));
    await tour.clear(say.everyoneAgain);
    await tour.settled();
    expect(await expectAgreement()).toEqual(before);
  });

  it('shows beside each choice how many children it would keep', async () => {
    const { unknown: _, ...sexes } = words.classes.sex;
    const { unknown: __, ...ages } = words.classes.age;
    const [bySex, byAge] = [await beside(Object.values(sexes)), await beside(Object.values(ages))];
    await tour.toggle(say.who, sexes.female);
    await tour.settled();
    expect(await beside(Object.values(sexes))).toEqual(bySex);
    const girls = await beside(Object.values(ages));
    for (const [k, count] of girls.entries()) expect(count).toBeLessThan(byAge[k] ?? 0);
    expect(girls.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(bySex[1] ?? 0);
    await tour.toggle(say.who, ages['0-5']);
    await tour.settled();
    expect(await tour.said(say.who)).toContain(words.sentence.aged(ages['0-5']));
    expect(await tour.facts()).toContain(words.sentence.aged(ages['0-5']));
    const [city] = await tour.lines();
    expect(city?.total).toBeLessThanOrEqual(girls[0] ?? 0);
    await expectAgreement();
  });

  it('keeps the areas of a kecamatan, and sums kelurahan to kecamatan', async () => {
    const villages = (await tour.lines()).slice(1);
    await tour.choose(say.level, words.level.district);
    await expect.poll(() => tour.title.textContent()).toContain(`per ${words.level.district}`);
    const districts = await expectAgreement();
    expect(districts).toHaveLength(6);
    for (const { name, n, total } of districts) {
      const members = villages.filter(({ district }) => district === name);
      expect([sum(members, 'n'), sum(members, 'total')]).toEqual([n, total]);
    }
    await tour.choose(say.level, words.level.village);
    await tour.part(say.where);
    const promised = Number.parseInt((await tour.check('Alak').locator('.count').textContent()) ?? '', 10);
    await tour.toggle(say.where, 'Alak');
    await tour.settled();
    expect(await tour.said(say.where)).toBe(say.within('Alak'));
    expect(await tour.facts()).toContain(words.sentence.inDistricts('Alak'));
    const kept = (await tour.lines()).slice(1);
    expect(kept).toHaveLength(promised);
    expect(new Set(kept.map(({ district }) => district))).toEqual(new Set(['Alak']));
    expect(sum(kept, 'n')).toBe(districts.find(({ name }) => name === 'Alak')?.n);
  });

  it('locks the classes while filtering, until they are unlocked', async () => {
    const classBy = async (method: string) => {
      await tour.part(tools.style);
      await tour.page.getByRole('button', { name: new RegExp(`${words.style.method}$`) }).click();
      await tour.page.getByRole('option', { name: method, exact: true }).click();
      await tour.shut();
    };
    await classBy(words.style.methods.quantile);
    await tour.settled();
    const classes = async () => (await labels()).slice(0, 5);
    const before = await classes();
    await tour.toggle(say.who, words.classes.age['0-5']);
    await tour.settled();
    expect(await classes()).toEqual(before);
    await tour.toggle(tools.style, words.style.lock);
    await expect.poll(classes).not.toEqual(before);
    await expectAgreement();
    await tour.toggle(tools.style, words.style.lock);
    await classBy(words.style.methods.bands);
  });

  it('shows counts where a percent would be of too few, and colors them on demand', async () => {
    await tour.toggle(say.who, POOREST, words.classes.age['0-5']);
    await tour.settled();
    const few = (await expectAgreement()).filter(({ status }) => status === TOO_FEW);
    expect(few.length).toBeGreaterThan(5);
    for (const { n, total, rank, value } of few) {
      expect(total).toBeLessThan(MINIMUM_RATE_DENOMINATOR);
      expect([n <= total, rank, value]).toEqual([true, Number.NaN, '']);
    }
    const small = words.style.small(String(MINIMUM_RATE_DENOMINATOR));
    await tour.toggle(tools.style, small);
    await tour.settled();
    const shown = await expectAgreement();
    for (const { name, total } of few.filter((line) => line.total > 0))
      expect(shown.find((line) => line.name === name)).toMatchObject({ status: '', total });
    await tour.toggle(tools.style, small);
  });

  it('steps through periods with the arrows, and marks those that are incomplete', async () => {
    const opening = await tour.title.textContent();
    const isIncomplete = async () => (await tour.said(say.period)).includes(words.period.incomplete);
    const back = tour.page.getByRole('button', { name: words.period.previous, exact: true });
    let steps = 0;
    for (; steps < 12 && !(await isIncomplete()); steps++) {
      const before = await tour.said(say.period);
      await back.press('Enter');
      await expect.poll(() => tour.said(say.period)).not.toBe(before);
    }
    expect(await isIncomplete()).toBe(true);
    await tour.settled();
    expect(await tour.facts()).toContain(words.sentence.incomplete);
    const forth = tour.page.getByRole('button', { name: words.period.next, exact: true });
    for (let k = 0; k < steps; k++) await forth.press('Enter');
    await expect.poll(() => tour.title.textContent()).toBe(opening);
    const calendar = await tour.part(say.period);
    await calendar.getByRole('radio', { name: words.period.kind.quarter, exact: true }).click();
    await tour.shut();
    await expect.poll(() => tour.title.textContent()).toContain('Triwulan');
    await tour.settled();
    await expectAgreement();
    await tour.within(say.period, words.period.kind.month);
    await expect.poll(() => tour.title.textContent()).toBe(opening);
    const marked = (await tour.part(say.period)).getByRole('option', {
      name: new RegExp(`, ${words.period.incomplete}$`),
    });
    expect(await marked.count()).toBeGreaterThan(0);
    const name = ((await marked.first().getAttribute('aria-label')) ?? '').split(',')[0] ?? '';
    await marked.first().click();
    await expect.poll(() => tour.title.textContent()).toContain(name);
    await tour.choose(say.period, opening?.split(', ').at(-1) ?? '');
    await expect.poll(() => tour.title.textContent()).toBe(opening);
    // In the month after the one it opens with some have reported in part: their sign stands on the map.
    await tour.press(words.period.next);
    await expect.poll(async () => (await labels()).includes(words.status.partial)).toBe(true);
    const partly = (await tour.legendEntries()).find(({ label }) => label === words.status.partial);
    await expect.poll(() => tour.page.locator('.map-frame .map-sign').count()).toBe(partly?.areas);
    await tour.press(words.period.previous);
    await expect.poll(() => tour.title.textContent()).toBe(opening);
  });

  it('shows another indicator, and numbers of children instead of percents', async () => {
    await tour.choose(say.indicator, words.indicator.wasting.short);
    await expect.poll(() => tour.title.textContent()).toContain(words.indicator.wasting.rate);
    await tour.settled();
    await expectAgreement();
    await tour.within(tools.style, words.measure.count);
    await expect.poll(() => tour.title.textContent()).toContain(words.indicator.wasting.count);
    await tour.settled();
    const lines = (await expectAgreement()).filter(({ status }) => status === '');
    for (const { n, value } of lines) expect(readNumber(value)).toBe(n);
    await tour.within(tools.style, words.measure.rate);
    await tour.choose(say.indicator, words.indicator.stunting.short);
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
    await tour.part(say.who);
    const inputs = await Promise.all(names.map((name) => tour.check(name).first().elementHandle()));
    // In bursts, faster than a reader's and than any frame; React refuses more than 50 in one task.
    const tick = (times: number) =>
      tour.page.evaluate(
        async ([labels, count]) => {
          const { port1, port2 } = new MessageChannel();
          for (let k = 0; k < count; k++) {
            labels[k % labels.length]?.querySelector('input')?.click();
            if (k % 25 > 0) continue;
            await new Promise((done) => {
              port1.onmessage = done;
              port2.postMessage(null);
            });
          }
          port1.close();
        },
        [inputs, times] as const,
      );
    await tick(201);
    const active = names.filter((_, k) => Math.ceil((201 - k) / names.length) % 2 === 1);
    await expect
      .poll(() => tour.page.getByRole('dialog').locator('label.check[data-selected]').count())
      .toBe(active.length);
    await tour.shut();
    await tour.settled();
    const last = await expectAgreement();
    await clear();
    await tour.toggle(say.who, ...active);
    await tour.settled();
    expect(await expectAgreement()).toEqual(last);
    expect(await engineCalls(tour.page)).toEqual(before);
  });
});
