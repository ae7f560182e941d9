import { usePage, usePicture } from '#app/page.ts';
import type { PanelProps } from '#app/panel-props.ts';
import { wherePhrase } from '#app/question/phrases.ts';
import { CellStatus } from '#core/area-table.ts';
import { POPULATION_DIMENSIONS } from '#core/dimension.ts';
import { cityBounds } from '#picture/unmeasured.ts';
import { statusLabel } from '#words/status-words.ts';
import { boundsText } from '#words/unmeasured-words.ts';
import type { Ranking } from './ranking-rows.ts';

interface RankingHeadlineProps {
  readonly ranking: Ranking;
}

/** The city: value with interval, numerator, denominator. */
export function RankingHeadline({ ranking }: RankingHeadlineProps) {
  const { words, format } = usePage();
  const picture = usePicture();
  const { measure } = ranking.city;
  const isRate = measure.measure === 'rate';
  const status = measure.status[0] ?? CellStatus.notApplicable;
  const [n, total] = [measure.table.numerator[0] ?? Number.NaN, measure.table.denominator[0] ?? Number.NaN];
  const [low, high] = [measure.low[0] ?? Number.NaN, measure.high[0] ?? Number.NaN];
  const known = status === CellStatus.observed || status === CellStatus.tooFew;
  const place = placeWords({ picture, words });
  const bounds = boundsText(cityBounds(picture), words, format);
  return (
    <div className="ranking-headline">
      {status !== CellStatus.observed ? (
        <Figure text={statusLabel(status, picture, words)} notes={[place]} plain />
      ) : isRate ? (
        <Figure
          text={format.percentUnit(measure.value[0] ?? Number.NaN)}
          notes={[
            place,
            ...(low <= high ? [words.table.interval95(format.percent(low), format.percent(high))] : []),
          ]}
        />
      ) : null}
      {known ? (
        <>
          <Figure text={format.count(n)} notes={[words.indicator[picture.view.indicator].people]} />
          <Figure text={format.count(total)} notes={denominatorWords({ picture, words, format, ranking })} />
        </>
      ) : null}
      {isRate && status === CellStatus.observed && bounds !== null ? (
        <p className="headline-bounds note">{bounds}</p>
      ) : null}
    </div>
  );
}

/** The whole territory, or what the district filter leaves of it. */
function placeWords({ picture, words }: Pick<PanelProps, 'picture' | 'words'>): string {
  const { atlas, view } = picture;
  return wherePhrase(atlas, view.filters, words)?.short ?? atlas.territory.name;
}

/** Of whom the denominator is a part: of the children measured, and these of the target, unless filters narrow it. */
function denominatorWords({
  picture,
  words,
  format,
  ranking,
}: Pick<PanelProps, 'picture' | 'words' | 'format'> & RankingHeadlineProps): readonly string[] {
  if (picture.indicator.kind === 'coverage') return [words.table.targets];
  const { unit } = picture.indicator;
  if (unit !== 'child') return [words.units[unit].noun];
  const { measured, target, measure } = ranking.city;
  const [d, s] = [measured[0] ?? Number.NaN, target[0] ?? Number.NaN];
  const { classes } = picture.view.filters;
  const filtered = POPULATION_DIMENSIONS.some((dimension) => (classes[dimension]?.length ?? 0) > 0);
  if (filtered || Number.isNaN(s)) return [words.table.denominator];
  const all = measure.table.denominator[0] === d;
  return [
    all ? words.table.measuredAll : words.table.measuredOf(format.count(d)),
    words.table.targetOf(format.count(s)),
  ];
}

interface FigureProps {
  readonly text: string;
  readonly notes: readonly string[];
  readonly plain?: boolean;
}

function Figure({ text, notes, plain }: FigureProps) {
  return (
    <p className="figure">
      <strong data-plain={plain ? '' : undefined}>{text}</strong>{' '}
      {notes.map((note) => (
        <span className="note" key={note}>
          {note}{' '}
        </span>
      ))}
    </p>
  );
}
