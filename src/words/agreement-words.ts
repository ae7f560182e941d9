import { AgreementVerdict, isFar, Lacking, verdictOfClass } from '#core/agreement.ts';
import type { AgreementLayer } from '#picture/agreement-layer.ts';
import type { Picture } from '#picture/picture.ts';
import type { SecondData } from '#picture/second-data.ts';
import { secondPicture } from '#picture/second-picture.ts';
import { areaValueWords } from './change-words.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';

/** The verdicts in the order of a legend. */
export const SAID_AGREEMENTS = ['lower', 'agrees', 'higher'] as const;

/** Title and date of a second source. */
export function sourceName({ title, date }: SecondData, words: Words): string {
  return date === '' ? title : words.sources.dated(title, date);
}

/** Which verdict holds of an area; null where there is no difference. */
export function agreementVerdict({ classes }: AgreementLayer, index: number) {
  const verdict = verdictOfClass(
    classes.classOf[index] ?? classes.edges.length + 1,
    classes.edges.length + 1,
  );
  return SAID_AGREEMENTS.find((name) => AgreementVerdict[name] === verdict) ?? null;
}

/** 'selisih +3,2 poin (kedua − pertama): sejalan' of one area; null where there is no difference. */
export function agreementPoints(
  layer: AgreementLayer,
  index: number,
  words: Words,
  format: Format,
): string | null {
  const verdict = agreementVerdict(layer, index);
  const points = format.points(layer.agreement.difference[index] ?? Number.NaN);
  return verdict && words.sources.difference(points, words.sources.verdicts[verdict]);
}

/** A ratio as '0,73'. */
export function ratioText(ratio: number, words: Words): string {
  return new Intl.NumberFormat(words.language.locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(ratio);
}

/** 'penyebut 206 dan 150, 0,73 kali; penyebut berbeda jauh', or null where either is not known. */
export function denominatorText(
  { agreement }: AgreementLayer,
  index: number,
  words: Words,
  format: Format,
): string | null {
  const ratio = agreement.denominatorRatio[index] ?? Number.NaN;
  if (Number.isNaN(ratio)) return null;
  const count = ({ table }: typeof agreement.first) => format.count(table.denominator[index] ?? Number.NaN);
  const said = words.sources.denominators(
    count(agreement.first),
    count(agreement.second),
    ratioText(ratio, words),
  );
  return isFar(ratio) ? `${said}; ${words.sources.far}` : said;
}

/** Which source alone has a value; null where both or none have. */
export function lackingText({ agreement }: AgreementLayer, index: number, words: Words): string | null {
  const lacking = agreement.lacking[index];
  if (lacking === Lacking.second) return words.sources.onlyFirst;
  return lacking === Lacking.first ? words.sources.onlySecond : null;
}

/** What a second source adds to the words of one area: its own value, the difference, both denominators. */
export function agreementLines(
  picture: Picture,
  layer: AgreementLayer,
  index: number,
  words: Words,
  format: Format,
): readonly string[] {
  const own = areaValueWords(secondPicture(picture, layer), layer.agreement.second, index, words, format);
  return [
    words.sources.lineSecond(sourceName(layer.source, words), format.period(layer.period), own),
    agreementPoints(layer, index, words, format) ?? lackingText(layer, index, words),
    denominatorText(layer, index, words, format),
  ].filter((line) => line !== null);
}

/** '31 dari 46 kelurahan sejalan (selisih di bawah 2 poin)'. */
export function agreeingText(
  { summary, choice }: AgreementLayer,
  { view }: Picture,
  words: Words,
  format: Format,
): string {
  return words.sources.agreeing(
    format.count(summary.verdicts[AgreementVerdict.agrees]),
    format.count(summary.areas),
    words.level[view.level],
    format.count(choice.agreesWithin),
  );
}
