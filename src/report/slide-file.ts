import { strToU8, type Zippable, zipSync } from 'fflate';
import type { SlideDeck } from './slide-deck.ts';
import { HEAD, LAYOUT, MASTER, relations, SPACES, THEME } from './slide-parts.ts';
import { EMU_PER_PX, escaped, slideXml } from './slide-xml.ts';

/** The same deck is the same bytes: the earliest day that a zip can name. */
const FIXED = { date: new Date(1980, 0, 1), stamp: '2000-01-01T00:00:00Z' };
const WIDTH = 1280 * EMU_PER_PX;
const HEIGHT = 720 * EMU_PER_PX;
const FORMAT = 'application/vnd.openxmlformats-officedocument';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
export const SLIDES_TYPE = `${FORMAT}.presentationml.presentation`;

function contentTypes(slides: number): string {
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  const show = `${FORMAT}.presentationml`;
  const all = [
    part('ppt/presentation.xml', `${show}.presentation.main+xml`),
    part('ppt/slideMasters/slideMaster1.xml', `${show}.slideMaster+xml`),
    part('ppt/slideLayouts/slideLayout1.xml', `${show}.slideLayout+xml`),
    part('ppt/theme/theme1.xml', `${FORMAT}.theme+xml`),
    ...Array.from({ length: slides }, (_, k) => part(`ppt/slides/slide${k + 1}.xml`, `${show}.slide+xml`)),
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    part('docProps/app.xml', `${FORMAT}.extended-properties+xml`),
    part('docProps/custom.xml', `${FORMAT}.custom-properties+xml`),
  ];
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${all.join('')}</Types>`;
}

function presentation(slides: number): string {
  const each = Array.from({ length: slides }, (_, k) => `<p:sldId id="${256 + k}" r:id="rId${k + 3}"/>`);
  return `${HEAD}<p:presentation ${SPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>${each.join('')}</p:sldIdLst><p:sldSz cx="${WIDTH}" cy="${HEIGHT}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`;
}

function core({ title, locale }: SlideDeck): string {
  return `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>Peta Sasaran</dc:creator><dc:language>${locale}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${FIXED.stamp}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${FIXED.stamp}</dcterms:modified></cp:coreProperties>`;
}

function custom({ properties }: SlideDeck): string {
  const each = Object.entries(properties).map(
    ([name, value], k) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${k + 2}" name="${escaped(name)}"><vt:lpwstr>${escaped(value)}</vt:lpwstr></property>`,
  );
  return `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${each.join('')}</Properties>`;
}

/**
 * The deck as PPTX, by the schema of ECMA-376: texts, freeforms and tables that stay editable. Why no library
 * writes it: docs/exports.md.
 */
export function slideFile(deck: SlideDeck): Uint8Array {
  const slides = deck.slides.length;
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(slides),
    '_rels/.rels': relations([
      ['officeDocument', 'ppt/presentation.xml'],
      [PACKAGE, 'docProps/core.xml'],
      [`${office}/extended-properties`, 'docProps/app.xml'],
      [`${office}/custom-properties`, 'docProps/custom.xml'],
    ]),
    'docProps/core.xml': core(deck),
    'docProps/app.xml': `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Peta Sasaran</Application><Slides>${slides}</Slides></Properties>`,
    'docProps/custom.xml': custom(deck),
    'ppt/presentation.xml': presentation(slides),
    'ppt/_rels/presentation.xml.rels': relations([
      ['slideMaster', 'slideMasters/slideMaster1.xml'],
      ['theme', 'theme/theme1.xml'],
      ...deck.slides.map((_, k) => ['slide', `slides/slide${k + 1}.xml`] as const),
    ]),
    'ppt/theme/theme1.xml': THEME,
    'ppt/slideMasters/slideMaster1.xml': MASTER,
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relations([
      ['slideLayout', '../slideLayouts/slideLayout1.xml'],
      ['theme', '../theme/theme1.xml'],
    ]),
    'ppt/slideLayouts/slideLayout1.xml': LAYOUT,
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relations([
      ['slideMaster', '../slideMasters/slideMaster1.xml'],
    ]),
  };
  deck.slides.forEach((slide, k) => {
    parts[`ppt/slides/slide${k + 1}.xml`] = slideXml(slide, deck.locale);
    parts[`ppt/slides/_rels/slide${k + 1}.xml.rels`] = relations([
      ['slideLayout', '../slideLayouts/slideLayout1.xml'],
    ]);
  });
  const entries: Zippable = {};
  for (const [name, text] of Object.entries(parts))
    entries[name] = [strToU8(text), { mtime: FIXED.date, level: 6 }];
  return zipSync(entries);
}
