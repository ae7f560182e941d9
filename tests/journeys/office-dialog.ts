import { readFileSync } from 'node:fs';
import type { Download, Locator } from 'playwright-core';
import { id as words } from '#words/id.ts';
import type { Tour } from './tour.ts';

export interface FaultLine {
  readonly severity: string;
  readonly where: string;
  readonly what: string;
  readonly mend: string;
}

/** The dialog in which an office's own files lie. */
export interface OfficeDialog {
  readonly dialog: Locator;
  readonly confirm: Locator;
  /** Adds files, or one folder, through the browser's own file chooser, and waits until they are read. */
  add(paths: readonly string[], door?: string): Promise<void>;
  /** Waits until nothing is being read. */
  idle(): Promise<void>;
  /** A card by the name of its file. */
  card(file: string): Locator;
  faults(): Promise<readonly FaultLine[]>;
  /** @param asked whether the gate asks first. */
  download(button: string, asked?: boolean): Promise<{ readonly name: string; readonly text: string }>;
  /** Loads what is on the desk and waits for the dialog to go. */
  load(): Promise<void>;
  cancel(): Promise<void>;
}

const READING_MS = 60_000;

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

export function officeDialog({ page }: Tour): OfficeDialog {
  const dialog = page.getByRole('dialog', { name: words.import.title });
  const confirm = dialog.getByRole('button', { name: words.import.confirm });
  const idle = () => dialog.locator('.import-working').waitFor({ state: 'detached', timeout: READING_MS });
  return {
    dialog,
    confirm,
    idle,
    async add(paths, door = words.import.choose) {
      const first = dialog.getByRole('button', { name: door, exact: true });
      const more = dialog.getByRole('button', { name: words.import.addMore, exact: true });
      const chooser = page.waitForEvent('filechooser');
      await (door === words.import.choose ? first.or(more) : first).click();
      await (await chooser).setFiles([...paths]);
      await dialog.locator('.card').last().waitFor({ timeout: READING_MS });
      await idle();
    },
    card: (file) => dialog.locator('.card').filter({ has: page.getByText(file, { exact: true }) }),
    async faults() {
      const rows = dialog.locator('.fault-table tbody tr');
      const texts = await rows.evaluateAll((lines) =>
        lines.map((line) => [...line.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
      );
      return texts.map(([severity = '', where = '', what = '', mend = '']) => ({
        severity,
        where,
        what,
        mend,
      }));
    },
    async download(button, asked = false) {
      const press = async () => {
        await dialog.getByRole('button', { name: button, exact: true }).click();
        if (asked) await page.getByRole('button', { name: words.export.goOn, exact: true }).click();
      };
      const [download] = await Promise.all([page.waitForEvent('download'), press()]);
      return { name: download.suggestedFilename(), text: await textOf(download) };
    },
    async load() {
      await confirm.click();
      await dialog.waitFor({ state: 'detached', timeout: READING_MS });
    },
    async cancel() {
      await dialog.getByRole('button', { name: words.import.cancel, exact: true }).last().click();
      await dialog.waitFor({ state: 'detached' });
    },
  };
}

/** Opens the dialog from the room of the data. */
export async function openDialog(tour: Tour): Promise<OfficeDialog> {
  await tour.room(words.rooms.names.data);
  // The example's three doors, or the page about the data of an office.
  const doors = [words.rooms.doors.office, words.rooms.data.replace].map((name) =>
    tour.page.getByRole('button', { name, exact: true }),
  );
  await doors[0]!.or(doors[1]!).click();
  const office = officeDialog(tour);
  await office.dialog.waitFor({ timeout: READING_MS });
  return office;
}

/** Drops files from the computer's file manager onto the middle of the map, as the browser itself receives them. */
export async function dropFiles({ page }: Tour, paths: readonly string[]): Promise<void> {
  const box = await page.locator('.map-frame').boundingBox();
  if (!box) throw new Error('no map to drop on');
  const session = await page.context().newCDPSession(page);
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...place, data });
  await session.detach();
}
