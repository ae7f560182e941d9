/** What is the same in every presentation: one theme, one master, one layout. Office Open XML, ECMA-376 part 1. */

export const SPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A part of relations: ids are rId1, rId2 ... in the order given. */
export function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], k) =>
      `<Relationship Id="rId${k + 1}" Type="${type.startsWith('http') ? type : `${OFFICE}/${type}`}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${RELATIONS}">${each.join('')}</Relationships>`;
}

const COLORS = [
  ['dk1', '1F1F1C'],
  ['lt1', 'FDFDFB'],
  ['dk2', '4D4C46'],
  ['lt2', 'EEF0EC'],
  ['accent1', '11585D'],
  ['accent2', '8A4B08'],
  ['accent3', '993404'],
  ['accent4', 'D95F0E'],
  ['accent5', 'FE9929'],
  ['accent6', '134B8A'],
  ['hlink', '11585D'],
  ['folHlink', '4D4C46'],
] as const;

/** A font that every office has, or one of the same widths. */
export const SLIDE_FONT = 'Arial';
const font = `<a:latin typeface="${SLIDE_FONT}"/><a:ea typeface=""/><a:cs typeface=""/>`;
const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = `<a:ln w="9525">${solid}</a:ln>`;
const plain = '<a:effectStyle><a:effectLst/></a:effectStyle>';

export const THEME = `${HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Peta Sasaran"><a:themeElements><a:clrScheme name="Peta Sasaran">${COLORS.map(([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`).join('')}</a:clrScheme><a:fontScheme name="Peta Sasaran"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="Peta Sasaran"><a:fillStyleLst>${solid.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${plain.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${solid.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

const NO_GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/** The tree of a page, from its shapes. */
export const treeOf = (shapes: string): string => `<p:spTree>${NO_GROUP}${shapes}</p:spTree>`;

const TITLE_PLACE =
  '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="266700" y="266700"/><a:ext cx="11658600" cy="304800"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/><a:p><a:endParaRPr lang="id-ID"/></a:p></p:txBody></p:sp>';

const level = (size: number, bold: boolean) =>
  `<a:lvl1pPr algn="l"><a:defRPr sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>`;

export const MASTER = `${HEAD}<p:sldMaster ${SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>${treeOf(TITLE_PLACE)}</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle>${level(1650, true)}</p:titleStyle><p:bodyStyle>${level(1000, false)}</p:bodyStyle><p:otherStyle>${level(1000, false)}</p:otherStyle></p:txStyles></p:sldMaster>`;

export const LAYOUT = `${HEAD}<p:sldLayout ${SPACES} type="titleOnly" preserve="1"><p:cSld name="Peta"><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>${treeOf(TITLE_PLACE)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
