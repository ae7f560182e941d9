import { strFromU8, unzipSync } from 'fflate';

/** What an office program would have to repair in a file of its kind (OOXML), as far as a zip shows it. */
export function officeFaults(file: Uint8Array | Readonly<Record<string, Uint8Array>>): readonly string[] {
  const parts = file instanceof Uint8Array ? unzipSync(file) : file;
  const faults: string[] = [];
  const need = (path: string): void => {
    if (!(path in parts)) faults.push(`no part ${path}`);
  };
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
  const typed = new Set([...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, path = '']) => path));
  for (const path of typed) need(path);
  for (const [name, bytes] of Object.entries(parts)) {
    const text = strFromU8(bytes);
    if (
      /\b(?:NaN|undefined|Infinity)\b/.test(text.replace(/<a:t>[^<]*<\/a:t>|="[^"]*[^"\dA-Za-z-][^"]*"/g, ''))
    )
      faults.push(`${name}: NaN`);
    if (name.endsWith('.rels')) {
      const folder = name.replace(/_rels\/[^/]+$/, '');
      for (const [, target = ''] of text.matchAll(/Target="([^"]+)"/g))
        need(
          target.startsWith('/') ? target.slice(1) : new URL(target, `file:///${folder}`).pathname.slice(1),
        );
      continue;
    }
    const ids = [...text.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id = '']) => id);
    for (const id of new Set(ids))
      if (ids.filter((one) => one === id).length > 1) faults.push(`${name}: id ${id} twice`);
    if (name.endsWith('.xml') && name !== '[Content_Types].xml' && !typed.has(name))
      faults.push(`${name}: no content type`);
  }
  return faults;
}
