/** What the program may keep on this machine: settings, and saved views when asked. Never data. */
export type MachineStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Null where the browser forbids it. */
export function machineStorage(): MachineStorage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** What lasts as long as the tab. Null where the browser forbids it. */
export function tabStorage(): MachineStorage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** Null where nothing is kept, or nothing that can be read. */
export function readKept(storage: MachineStorage | null, key: string): unknown {
  try {
    return JSON.parse(storage?.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Whether it is kept now: a full or forbidden storage keeps nothing. null takes away. */
export function writeKept(storage: MachineStorage | null, key: string, value: object | null): boolean {
  try {
    if (value === null) storage?.removeItem(key);
    else storage?.setItem(key, JSON.stringify(value));
    return storage !== null;
  } catch {
    return false;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A file of several formats. */
export const WORK_FORMAT = 'peta-sasaran/work';

/** What a file of ours holds, or null where it holds nothing of this format. */
export function parsedFile(file: string, format: string): unknown {
  try {
    const value: unknown = JSON.parse(file);
    if (!isRecord(value)) return null;
    if (value.format === WORK_FORMAT) return isRecord(value.parts) ? (value.parts[format] ?? null) : null;
    return value.format === format ? value : null;
  } catch {
    return null;
  }
}
