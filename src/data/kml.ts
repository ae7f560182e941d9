import type { Folder, Root } from '@tmcw/togeojson';
import type { Feature, Geometry } from 'geojson';
import type { Problem, Result } from '#core/problem.ts';
import { collectionOf, type RawCollection } from './geojson-text.ts';

function refusal(code: Problem['code']): Result<never> {
  return { ok: false, problems: [{ code, severity: 'error', detail: { found: 'kml' } }] };
}

/** Properties of style, not of the area. */
const STYLE =
  /^(?:stroke|fill)(?:-.*)?$|^(?:styleUrl|styleHash|styleMapHash|icon|icon-.*|label-.*|visibility|tessellate|extrude|altitudeMode|drawOrder|@geometry-type|address-details)$/;
const CELLS = /<t[dh]\b[^>]*>([\s\S]*?)<\/t[dh]>\s*<t[dh]\b[^>]*>([\s\S]*?)<\/t[dh]>/gi;

function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The balloon of a placemark: ArcGIS keeps the attributes there, as a table of two columns. */
function balloonProperties(description: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, key = '', value = ''] of description.matchAll(CELLS)) {
    if (/<t[dh]\b/i.test(key)) continue;
    const name = plainText(key);
    if (name !== '' && name.length <= 60) found[name] = plainText(value).replace(/^<null>$/i, '');
  }
  return found;
}

function propertiesOf(written: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const own = Object.entries(written).filter(([key]) => !STYLE.test(key));
  const { description } = written;
  const html =
    typeof description === 'string'
      ? description
      : String((description as { readonly value?: unknown } | undefined)?.value ?? '');
  const balloon = balloonProperties(html);
  const kept = own.filter(([key]) => key !== 'description' || Object.keys(balloon).length === 0);
  return { ...balloon, ...Object.fromEntries(kept) };
}

interface Placed {
  readonly feature: Feature<Geometry | null>;
  /** Name of the folder around it: offices keep a kecamatan in each. */
  readonly folder: string;
}

function* placedIn(place: Root | Folder, folder: string): Generator<Placed> {
  for (const child of place.children) {
    if (child.type === 'folder') yield* placedIn(child, String(child.meta.name ?? folder));
    else yield { feature: child, folder };
  }
}

/** Every placemark of a KML document (OGC KML 2.2), folders followed. KML is in degrees (WGS 84) by definition. */
export async function readKml(text: string): Promise<Result<RawCollection>> {
  const [{ DOMParser }, { kmlWithFolders }] = await Promise.all([
    import('@xmldom/xmldom'),
    import('@tmcw/togeojson'),
  ]);
  let features: readonly Placed[];
  try {
    const faults: string[] = [];
    const parser = new DOMParser({
      onError: (level, message) => level !== 'warning' && faults.push(message),
    });
    features = [...placedIn(kmlWithFolders(parser.parseFromString(text, 'text/xml')), '')];
    if (faults.length > 0) return refusal('file/truncated');
  } catch {
    return refusal('file/truncated');
  }
  const several = new Set(features.map(({ folder }) => folder)).size > 1;
  return collectionOf({
    type: 'FeatureCollection',
    features: features.map(({ feature: { geometry, properties }, folder }) => ({
      type: 'Feature',
      geometry,
      properties: { ...propertiesOf(properties ?? {}), ...(several ? { folder } : {}) },
    })),
  });
}
