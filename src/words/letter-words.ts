import { CellStatus } from '#core/area-table.ts';
import { TrendVerdict } from '#core/area-trend.ts';
import {
  type LetterCall,
  type LetterFigure,
  type ListMove,
  letterNames,
  type MonthLetter,
} from '#picture/month-letter.ts';
import { laidTierOf } from '#picture/tier.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';
import { lowerFirst, namesList } from './phrase.ts';
import { criterionName } from './priority-words.ts';
import { sourceTitles } from './shipped-text.ts';

export interface LetterSection {
  readonly id: keyof Words['letter']['sections'];
  readonly heading: string;
  /** Whole sentences. */
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
}

/** A letter in words: the same on the screen, on paper and as text. */
export interface LetterText {
  readonly title: string;
  readonly place: string;
  readonly sections: readonly LetterSection[];
  readonly source: string;
}

interface Writing {
  readonly letter: MonthLetter;
  readonly words: Words;
  readonly format: Format;
}

/** More than these nobody calls in a morning. */
const MOST_CALLS = 15;

const sentence = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

/** That cases fall only because fewer were measured: of each indicator of which it is so. */
function fewerMeasured(
  { indicator, now, before }: LetterFigure,
  { words, format }: Writing,
): readonly string[] {
  const fewer = now && before && now.n < before.n && now.N < before.N && now.rate >= before.rate;
  if (!fewer) return [];
  const name = lowerFirst(words.indicator[indicator.id].short);
  return [words.letter.fewer(name, format.count(before.N), format.count(now.N))];
}

function ownTrend(figure: LetterFigure, words: Words): string {
  const say = words.letter.ownTrend;
  switch (figure.ownTrend) {
    case TrendVerdict.rising:
    case TrendVerdict.maybeRising:
      return say.rising;
    case TrendVerdict.falling:
    case TrendVerdict.maybeFalling:
      return say.falling;
    case TrendVerdict.unclear:
      return say.unclear;
    default:
      return say.short;
  }
}

function figureLine(figure: LetterFigure, { letter, words, format }: Writing): string {
  const say = words.letter;
  const name = words.indicator[figure.indicator.id].short;
  const { now, before } = figure;
  if (!now) return sentence(say.noFigure(name));
  const line = say.figure(
    name,
    format.percentUnit(now.rate),
    format.count(now.n),
    format.count(now.N),
    `${format.percent(now.low)}–${format.percent(now.high)}`,
  );
  const earlier =
    before && letter.before
      ? say.before(
          format.percentUnit(before.rate),
          format.count(before.n),
          format.count(before.N),
          format.period(letter.before),
        )
      : '';
  return sentence(`${line}${earlier}${ownTrend(figure, words)}`);
}

function coverageLine({ letter, words, format }: Writing): string {
  const { coverage, coverageBefore, before } = letter;
  const say = words.letter;
  if (coverage.status !== CellStatus.observed) return sentence(say.noCoverage);
  const rate = ({ measured, target }: typeof coverage) => format.percentUnit(measured / target);
  const earlier =
    before && coverageBefore?.status === CellStatus.observed
      ? say.coverageBefore(rate(coverageBefore), format.period(before))
      : '';
  const said = letter.missing.length > 0 ? say.coverageReporting : say.coverage;
  return sentence(
    `${said(format.count(coverage.measured), format.count(coverage.target), rate(coverage))}${earlier}`,
  );
}

/** What is shown to have moved; nothing of an indicator of which nothing is. */
function movedLines(figure: LetterFigure, { letter, words, format }: Writing): readonly string[] {
  const say = words.letter;
  const { short } = words.indicator[figure.indicator.id];
  const told = (up: LetterFigure['rose'], down: LetterFigure['rose']) =>
    [
      ...(up.length > 0 ? [say.rose(namesList(letterNames(letter, up), words))] : []),
      ...(down.length > 0 ? [say.fell(namesList(letterNames(letter, down), words))] : []),
    ].join('; ');
  const [changed, trending] = [told(figure.rose, figure.fell), told(figure.rising, figure.falling)];
  const { before, trendUntil } = letter;
  return [
    ...(before && changed !== '' ? [sentence(`${say.since(short, format.period(before))}: ${changed}`)] : []),
    ...(trending === ''
      ? []
      : [sentence(`${say.trendUntil(lowerFirst(short), format.period(trendUntil))}: ${trending}`)]),
  ];
}

function movedSection(writing: Writing): LetterSection {
  const { letter, words, format } = writing;
  const { before, figures, trendUntil } = letter;
  const say = words.letter;
  const lines = figures.map((figure) => movedLines(figure, writing));
  const still = figures.filter((_, k) => lines[k]?.length === 0);
  const names = namesList(
    still.map(({ indicator }) => lowerFirst(words.indicator[indicator.id].short)),
    words,
  );
  const bases = [
    ...(before ? [say.bases.since(format.period(before))] : []),
    ...(figures.some(({ trend }) => trend !== null) ? [say.bases.trend(format.period(trendUntil))] : []),
  ];
  return {
    id: 'moved',
    heading: say.sections.moved,
    paragraphs: [
      ...(before === null ? [say.noBefore] : []),
      ...(still.length > 0 && bases.length > 0 ? [say.still(names, namesList(bases, words))] : []),
    ],
    items: lines.flat(),
  };
}

/** 'Bello (Maulafa): belum melapor' */
function callLine(call: LetterCall, { letter, words, format }: Writing): string {
  const say = words.letter.call;
  const { territory } = letter.atlas;
  const [name = ''] = letterNames(letter, [call.index]);
  const district = territory.districts.areas[territory.districtOf[call.index] ?? -1]?.name;
  const place = letter.district === null && district !== undefined ? `${name} (${district})` : name;
  const reasons = [
    ...(call.missing ? [say.missing] : []),
    ...(call.partial ? [say.partial] : []),
    ...(call.lowCoverage === null ? [] : [say.lowCoverage(format.percentUnit(call.lowCoverage))]),
    ...(call.alarm === null
      ? []
      : [(call.alarm.higher ? say.higher : say.lower)(format.percentUnit(call.alarm.value))]),
  ];
  return `${place}: ${reasons.join('; ')}`;
}

function whyText({ why }: ListMove, { words, format }: Writing): string {
  const say = words.letter.list;
  switch (why.kind) {
    case 'own':
      return say.own(
        lowerFirst(words.indicator[why.indicator.id].short),
        format.percentUnit(why.from),
        format.percentUnit(why.to),
      );
    case 'others':
      return say.others;
    case 'no-score':
      return say.noScore;
  }
}

function listSection(writing: Writing): LetterSection {
  const { letter, words, format } = writing;
  const say = words.letter.list;
  const heading = words.letter.sections.list;
  const { list } = letter;
  if (!list) return { id: 'list', heading, paragraphs: [say.none], items: [] };
  const name = ({ index, rank }: ListMove) => {
    const [own = ''] = letterNames(letter, [index]);
    return rank === 0 ? own : say.ranked(own, format.count(rank));
  };
  const items = [
    ...list.entered.map((move) => sentence(say.entered(name(move), whyText(move, writing)))),
    ...list.left.map((move) => sentence(say.left(name(move), whyText(move, writing)))),
  ];
  const criteria = namesList(
    list.layer.choice.criteria.map((_, k) => lowerFirst(criterionName(list.layer, k, words))),
    words,
  );
  return {
    id: 'list',
    heading,
    paragraphs: [
      say.of(criteria, format.count(list.layer.listing.list.listed)),
      ...(items.length > 0 ? [] : [letter.district === null ? say.same : say.sameHere]),
    ],
    items,
  };
}

function missingParagraphs({ letter, words, format }: Writing): readonly string[] {
  const say = words.letter;
  const named = (areas: MonthLetter['missing']) => letterNames(letter, areas).join(', ');
  const { missing, partial, areas } = letter;
  return [
    missing.length === 0
      ? say.allReported(format.count(areas.length))
      : say.missing(format.count(missing.length), format.count(areas.length), named(missing)),
    ...(partial.length > 0 ? [say.partial(format.count(partial.length), named(partial))] : []),
  ];
}

/** How far data entry has come: paragraphs, then a line for each part. */
function entryParts({
  letter,
  words,
  format,
}: Writing): readonly [paragraphs: readonly string[], items: readonly string[]] {
  const say = words.letter.entry;
  const { entry } = letter;
  if (!entry) return [[say.none], []];
  const { day, deadline, parts, reported, posts, behind } = entry;
  const names = behind.map(({ index, missing }) =>
    say.missing(letterNames(letter, [index])[0] ?? '', format.count(missing)),
  );
  return [
    [
      say.at(format.day(day), format.count(reported), format.count(posts)),
      ...(deadline === null ? [] : [say.deadline(format.day(deadline))]),
      ...(names.length > 0 ? [say.behind(names.join(', '))] : []),
    ],
    parts.map(({ part, n, N }) =>
      sentence(
        say.part(words.entry.parts[part].phrase, format.percentUnit(n / N), format.count(n), format.count(N)),
      ),
    ),
  ];
}

/** The whole letter. */
export function letterText(letter: MonthLetter, words: Words, format: Format): LetterText {
  const say = words.letter;
  const writing: Writing = { letter, words, format };
  const { calls, figures } = letter;
  const shown = calls.slice(0, MOST_CALLS);
  const section = (
    id: LetterSection['id'],
    paragraphs: readonly string[],
    items: readonly string[] = [],
  ): LetterSection => ({ id, heading: say.sections[id], paragraphs, items });
  return {
    title: say.title(format.period(letter.month)),
    place: letter.district === null ? say.whole(letter.place) : say.district(letter.place),
    sections: [
      section(
        'figures',
        [
          ...(letter.complete ? [] : [say.incomplete]),
          coverageLine(writing),
          ...figures.flatMap((figure) => fewerMeasured(figure, writing)),
        ],
        figures.map((figure) => figureLine(figure, writing)),
      ),
      movedSection(writing),
      section('missing', missingParagraphs(writing)),
      section(
        'calls',
        [
          ...(calls.length === 0 ? [say.noCalls] : []),
          ...(calls.length > shown.length ? [say.moreCalls(format.count(calls.length - shown.length))] : []),
        ],
        shown.map((call) => callLine(call, writing)),
      ),
      section('entry', ...entryParts(writing)),
      listSection(writing),
      section('method', [say.method]),
    ],
    source: `${words.legend.source}: ${sourceTitles(letter.atlas.manifest, words)} · ${words.tier[laidTierOf(letter.atlas)]}`,
  };
}

/** The same as plain text, to be pasted into a letter of the office. */
export function letterPlain(text: LetterText): string {
  return [
    `${text.title}\n${text.place}`,
    ...text.sections.map(({ heading, paragraphs, items }) =>
      [heading.toUpperCase(), ...paragraphs, ...items.map((item) => `- ${item}`)].join('\n'),
    ),
    text.source,
  ].join('\n\n');
}
