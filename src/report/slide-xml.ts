import type { PathLine } from './path-lines.ts';
import type { Box, Font } from './sheet-item.ts';
import type { Slide, SlideFill, SlideItem } from './slide-deck.ts';
import { HEAD, SPACES, treeOf } from './slide-parts.ts';

/** English Metric Units in a CSS px. */
export const EMU_PER_PX = 9525;
/** Hundredths of a point in a CSS px. */
const SIZE_PER_PX = 75;
/** Of a font's size, to the next line. */
const LINE = 1.25;

const emu = (px: number): number => Math.round(px * EMU_PER_PX);
const color = (value: string): string => `<a:srgbClr val="${value.replace('#', '').toUpperCase()}"/>`;

/** What XML does not allow in a text is left out. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const PATTERNS = { rising: 'ltUpDiag', falling: 'ltDnDiag', crossed: 'diagCross', dotted: 'pct10' } as const;

function fillXml(fill: SlideFill): string {
  if (fill === null) return '<a:noFill/>';
  if ('pattern' in fill)
    return `<a:pattFill prst="${PATTERNS[fill.pattern]}"><a:fgClr>${color(fill.ink)}</a:fgClr><a:bgClr>${color(fill.ground)}</a:bgClr></a:pattFill>`;
  const own = color(fill.color);
  const seen =
    fill.opacity < 1
      ? own.replace('/>', `><a:alpha val="${Math.round(fill.opacity * 100_000)}"/></a:srgbClr>`)
      : own;
  return `<a:solidFill>${seen}</a:solidFill>`;
}

function named(id: number, name: string, about: string): string {
  return `<p:cNvPr id="${id}" name="${escaped(name)}"${about === '' ? '' : ` descr="${escaped(about)}"`}/>`;
}

function place({ x, y, width, height }: Box): string {
  return `<a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/>`;
}

function runXml(text: string, font: Font, ink: string, locale: string): string {
  return `<a:r><a:rPr lang="${locale}" sz="${Math.round(font.size * SIZE_PER_PX)}" b="${font.weight > 500 ? 1 : 0}" dirty="0"><a:solidFill>${color(ink)}</a:solidFill></a:rPr><a:t>${escaped(text)}</a:t></a:r>`;
}

const ALIGN = { left: 'l', center: 'ctr', right: 'r' } as const;

function textXml(item: SlideItem & { kind: 'text' }, id: number, locale: string): string {
  const { name, text, box, font, align, isTitle } = item;
  const kind = isTitle
    ? '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>'
    : '<p:cNvSpPr txBox="1"/><p:nvPr/>';
  const wrap = isTitle ? 'square' : 'none';
  return `<p:sp><p:nvSpPr>${named(id, name, '')}${kind}</p:nvSpPr><p:spPr><a:xfrm>${place(box)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fillXml(item.ground)}</p:spPr><p:txBody><a:bodyPr wrap="${wrap}" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn="${ALIGN[align]}"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc></a:pPr>${runXml(text, font, item.color, locale)}</a:p></p:txBody></p:sp>`;
}

function boxOf(lines: readonly PathLine[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { points } of lines)
    for (let k = 0; k < points.length; k += 2) {
      left = Math.min(left, points[k]!);
      right = Math.max(right, points[k]!);
      top = Math.min(top, points[k + 1]!);
      bottom = Math.max(bottom, points[k + 1]!);
    }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function pathXml(lines: readonly PathLine[], box: Box, filled: boolean): string {
  const point = (x: number, y: number) => `<a:pt x="${emu(x - box.x)}" y="${emu(y - box.y)}"/>`;
  const drawn = lines.map(({ points, closed }) => {
    let text = `<a:moveTo>${point(points[0]!, points[1]!)}</a:moveTo>`;
    for (let k = 2; k < points.length; k += 2)
      text += `<a:lnTo>${point(points[k]!, points[k + 1]!)}</a:lnTo>`;
    return closed ? `${text}<a:close/>` : text;
  });
  return `<a:path w="${emu(box.width)}" h="${emu(box.height)}"${filled ? '' : ' fill="none"'}>${drawn.join('')}</a:path>`;
}

function shapeXml(item: SlideItem & { kind: 'shape' }, id: number, locale: string): string {
  const { name, about, lines, fill, stroke } = item;
  const box = boxOf(lines);
  const drawn =
    stroke === null
      ? '<a:ln><a:noFill/></a:ln>'
      : `<a:ln w="${emu(stroke.width)}" cap="rnd"><a:solidFill>${color(stroke.color)}</a:solidFill>${stroke.isDashed ? '<a:prstDash val="sysDash"/>' : ''}<a:round/></a:ln>`;
  return `<p:sp><p:nvSpPr>${named(id, name, about)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>${place(box)}</a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>${pathXml(lines, box, fill !== null)}</a:pathLst></a:custGeom>${fillXml(fill)}${drawn}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="${locale}"/></a:p></p:txBody></p:sp>`;
}

const RULE = '<a:solidFill><a:srgbClr val="D9D7CF"/></a:solidFill>';
const NO_SIDES = ['lnL', 'lnR'].map((side) => `<a:${side} w="0"><a:noFill/></a:${side}>`).join('');

function tableXml(item: SlideItem & { kind: 'table' }, id: number, locale: string): string {
  const { name, box, columns, rows, font } = item;
  const height = emu(font.size * LINE + 6);
  const cell = (text: string, k: number, isHead: boolean): string => {
    const own: Font = { size: font.size, weight: isHead ? 650 : 400 };
    const sides = `${NO_SIDES}<a:lnT w="0"><a:noFill/></a:lnT><a:lnB w="9525">${RULE}</a:lnB>`;
    return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="${columns[k]?.isNumber ? 'r' : 'l'}"/>${text === '' ? `<a:endParaRPr lang="${locale}" sz="${Math.round(own.size * SIZE_PER_PX)}"/>` : runXml(text, own, '#1f1f1c', locale)}</a:p></a:txBody><a:tcPr marL="38100" marR="38100" marT="19050" marB="19050" anchor="ctr">${sides}<a:noFill/></a:tcPr></a:tc>`;
  };
  const line = (cells: readonly string[], isHead: boolean): string =>
    `<a:tr h="${height}">${columns.map((_, k) => cell(cells[k] ?? '', k, isHead)).join('')}</a:tr>`;
  const head = line(
    columns.map(({ header }) => header),
    true,
  );
  const grid = columns.map(({ width }) => `<a:gridCol w="${emu(width)}"/>`).join('');
  return `<p:graphicFrame><p:nvGraphicFramePr>${named(id, name, '')}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm>${place(box)}</p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${head}${rows.map((cells) => line(cells, false)).join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
}

function itemXml(item: SlideItem, id: number, locale: string): string {
  switch (item.kind) {
    case 'text':
      return textXml(item, id, locale);
    case 'shape':
      return item.lines.length === 0 ? '' : shapeXml(item, id, locale);
    case 'table':
      return tableXml(item, id, locale);
  }
}

/** One page as a part of the file. */
export function slideXml({ items }: Slide, locale: string): string {
  const shapes = items.map((item, k) => itemXml(item, k + 2, locale)).join('');
  return `${HEAD}<p:sld ${SPACES}><p:cSld>${treeOf(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
}
