import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { analyzeCommand } from '#scripts/analyze.ts';
import { DASH } from '#words/format.ts';
import { pText } from '#words/hotspot-words.ts';
import { id as words } from '#words/id.ts';
import type { Tour } from './tour.ts';

const say = words.hotspots;
const { names: rooms, panels, sentence: part } = words.rooms;
const COMPUTED_MS = 60_000;

/** A file of the tested data as it left the page. */
export interface Receipt {
  readonly path: string;
  readonly about: Readonly<Record<string, string>>;
  readonly neighbors: readonly (readonly number[])[];
  readonly features: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
}

interface AnalyzedArea {
  readonly code: string;
  readonly p: number | null;
  readonly q: number | null;
  readonly tier: string;
  readonly pattern: keyof typeof say.patterns | null;
}

/** The room of clusters, its panel, and the choices that lead to it. */
export interface HotspotPanel {
  readonly tab: Locator;
  readonly lines: Locator;
  readonly legend: Locator;
  /** Goes to the room, which seeks clusters by itself when it is first entered, and to its panel. */
  open(): Promise<void>;
  /** Chooses how clusters are sought, in the sentence. */
  seek(method: string): Promise<void>;
  /** Waits until the hotspots of what is chosen now are there. */
  found(): Promise<void>;
  /** Picks from a list in the panel, whose name may be part of other names. */
  pick(list: string, option: string): Promise<void>;
  openSettings(): Promise<void>;
  /** What is said under 'How sure?', by name. */
  sure(name: string): Promise<string>;
  /** Downloads the tested data into a folder. */
  receipt(folder: string, internal?: boolean): Promise<Receipt>;
  /**
   * Runs the command that the tab gives on the downloaded file: areas whose pattern, p or q are not those in the table
   * of the tab, and how many are the same.
   */
  repeated(
    folder: string,
    internal?: boolean,
  ): Promise<{ readonly same: number; readonly others: unknown[] }>;
}

export function hotspotPanel(tour: Tour): HotspotPanel {
  const { page } = tour;
  const tab = page.getByRole('tabpanel', { name: panels.clusters, exact: true });

  const opened = async (details: Locator): Promise<void> => {
    if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
  };

  /** Name, pattern, p and q of each line. */
  async function rows(): Promise<readonly (readonly string[])[]> {
    const chart = tab.getByRole('region', { name: say.scatter.heading });
    await opened(chart.locator('.chart-numbers'));
    await chart.locator('tbody tr').first().waitFor();
    const texts = await chart
      .locator('tbody tr')
      .evaluateAll((lines) =>
        lines.map((line) => [...line.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
      );
    return texts.map(([name = '', , , ...rest]) => [name, ...rest]);
  }

  async function receipt(folder: string, internal = false): Promise<Receipt> {
    const coming = page.waitForEvent('download');
    await tour.menu(words.export.menu, words.export.hotspotData);
    if (internal) await tour.press(words.export.goOn);
    const download = await coming;
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return { ...JSON.parse(readFileSync(path, 'utf8')), path };
  }

  function analyzed(command: string, folder: string): readonly AnalyzedArea[] {
    const result = join(folder, 'hasil.json');
    const args = command.split(' -- ')[1]?.split(' ') ?? [];
    const here = args.map((arg) => (/\.(geo)?json$/.test(arg) ? join(folder, arg) : arg));
    if (analyzeCommand(here) !== 0) throw new Error(`refused: ${command}`);
    return JSON.parse(readFileSync(result, 'utf8')).areas;
  }

  return {
    tab,
    lines: tab.locator('.hotspot-lines').getByRole('button'),
    legend: tour.legend.locator('.hotspot-legend'),
    async open() {
      await tour.shut();
      await tour.room(rooms.clusters);
      await tour.tab(panels.clusters);
    },
    seek: (method) => tour.choose(part.clusters, method),
    async found() {
      await tour.settled();
      await tab.locator('.sure').waitFor({ timeout: COMPUTED_MS });
    },
    async pick(list, option) {
      await page.getByRole('button', { name: new RegExp(`(^| )${list}$`) }).click();
      // The list stands last in the page; one below it may have the same names.
      await page.getByRole('option', { name: option, exact: true }).last().click();
    },
    openSettings: () => opened(page.locator('details.hotspot-settings')),
    async sure(name) {
      const terms = await tab.locator('dt').allTextContents();
      return (await tab.locator('dd').allTextContents())[terms.indexOf(name)] ?? '';
    },
    receipt,
    async repeated(folder, internal) {
      const { features, path } = await receipt(folder, internal);
      const command = (await tab.locator('.receipt code').textContent()) ?? '';
      if (!command.includes(path.slice(folder.length + 1))) throw new Error(`not of this file: ${command}`);
      const shown = new Set((await rows()).map((row) => row.join(' | ')));
      const isBoth = command.includes('join-count');
      const lines = analyzed(command, folder).flatMap(({ code, p, q, tier, pattern }) => {
        const { name, standardized } = features.find(
          ({ properties }) => properties.code === code,
        )!.properties;
        if (standardized === null) return [];
        const stands = tier !== 'none' && pattern !== null;
        const said = stands ? (isBoth ? 'both-high' : pattern) : 'not-significant';
        const number = (value: number | null) => (value === null ? DASH : pText(value, words));
        return [[name, say.patterns[said], number(p), number(q)].join(' | ')];
      });
      const others = lines.filter((line) => !shown.has(line));
      return { same: lines.length - others.length, others };
    },
  };
}
