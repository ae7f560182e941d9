import { coverageRate } from '#core/coverage.ts';
import { LEAST_WEIGHED } from '#core/priority-rule-text.ts';
import type { ChartChoices } from '#picture/chart-choices.ts';
import { layerOf } from '#picture/layer.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import { areaBounds } from '#picture/unmeasured.ts';
import { areaWords } from '#words/area-words.ts';
import { everyoneText } from '#words/filter-words.ts';
import { ruleText } from '#words/list-words.ts';
import { listTitle, priorityFormula } from '#words/priority-words.ts';
import { boundsText } from '#words/unmeasured-words.ts';
import { LocatorMap } from './locator-map.tsx';
import { PriorityAccount } from './priority-account.tsx';
import { ProfileHotspots } from './profile-hotspots.tsx';
import { PrintedIndicators, type ProfileProps } from './profile-indicators.tsx';
import { ProfileNeighbors } from './profile-neighbors.tsx';
import { type ProfileColumn, profileRows } from './profile-rows.ts';
import { ProfileServices } from './profile-services.tsx';
import { ProfileTrend } from './profile-trend.tsx';
import { Provenance, useCoverage } from './selection.tsx';
import '#app/kit/paper.css';
import './profile-print.css';
import { tierOf } from '#picture/tier.ts';

/** Px at 96 to the inch: what the trend has of the 182 mm between the margins of an A4 page. */
const TREND_WIDTH = 400;
const TREND_HEIGHT = 130;
/** What has room on the page. */
const MOST_WAYS = 7;

interface PrintedProfileProps extends ProfileProps {
  readonly choices: ChartChoices;
  readonly columns: readonly ProfileColumn[];
  readonly filters: string;
}

/** One area on one A4 page. */
export function PrintedProfile(props: PrintedProfileProps) {
  const { picture, words, format, index, columns, filters } = props;
  const { geography, atlas, view } = picture;
  const priority = layerOf(picture, 'priority');
  const area = geography.areas[index];
  const { districts, districtOf } = atlas.territory;
  const district = districts.areas.find(({ code }) => code === area?.parent);
  const { measured, target } = useCoverage(picture, [index]);
  const { partial } = areaWords(picture, index, words, format);
  const bounds = boundsText(areaBounds(picture, index), words, format);
  const rows = profileRows(columns, index, view.level === 'village' ? districtOf : null);
  const say = words.charts.profile;
  const { selection } = words;
  const everyone = everyoneText(view.filters, words);
  return (
    <article className="printed printed-profile" lang={words.language.locale}>
      <header>
        <div>
          <h1>{area?.name}</h1>
          <p>
            {district ? say.districtOf(district.name, area?.code ?? '') : say.code(area?.code ?? '')} ·{' '}
            {atlas.territory.name}
          </p>
        </div>
        <LocatorMap picture={picture} words={words} index={index} />
        <div>
          <p className="tier" data-tier={tierOf(picture)}>
            {words.tier[tierOf(picture)]}
          </p>
          <p>
            {words.sheet.open} · {format.period(view.period)}
          </p>
        </div>
      </header>
      <p>
        {picture.indicator.unit === 'child' ? (
          <>
            {selection.measured} {format.count(measured)} · {selection.target} {format.count(target)} ·{' '}
            {selection.coverage} {format.percentUnit(coverageRate(measured, target))}
            {coverageRate(measured, target) < LEAST_WEIGHED ? ` (${words.sheet.lowCoverage})` : ''}
            {everyone === null ? '' : ` (${everyone})`}
          </>
        ) : null}
        {partial ? ` · ${partial}` : ''}
        {filters === '' ? '' : ` · ${say.filters(filters)}`}
        {bounds === null ? '' : ` · ${bounds}`}
      </p>
      {priority ? (
        <section className="printed-priority">
          <h2>{words.priority.name}</h2>
          <PriorityAccount {...props} layer={priority} area={index} mostWays={MOST_WAYS} />
          <p className="small-print">
            {words.sheet.formula(priorityFormula(priority, words))} {listWords(props, priority)}{' '}
            {words.sheet.parts}{' '}
            {words.priority.uncertain.how(format.count(priority.choice.runs), String(priority.choice.seed))}{' '}
            <strong>{words.sheet.proposal}</strong>
          </p>
        </section>
      ) : null}
      <PrintedIndicators {...props} rows={rows} />
      <div className="printed-pair">
        <ProfileTrend {...props} height={TREND_HEIGHT} width={TREND_WIDTH} />
        <div>
          <ProfileHotspots {...props} printed />
          <ProfileServices {...props} />
          <ProfileNeighbors {...props} printed />
        </div>
      </div>
      <Provenance {...props} />
      <footer>
        {say.printed} · {words.boundaries[atlas.manifest.boundaries.kind]}
      </footer>
    </article>
  );
}

/** 'Daftar: 8 kelurahan teratas.', and the rule that makes it. */
function listWords({ words, format }: PrintedProfileProps, layer: PriorityLayer): string {
  const rule = ruleText(layer, words, format);
  const title = listTitle(layer, words, format);
  return words.sheet.list(rule === null ? title : `${title}; ${rule}`);
}
