import { ProfileIndicators } from './profile-indicators.tsx';
import { ProfileNeighbors } from './profile-neighbors.tsx';
import { ProfileServices } from './profile-services.tsx';
import { type ProfileSheetProps, ProfileTrend } from './profile-sheet.tsx';
import { coverageRate } from './ranking-rows.ts';
import { Provenance, useCoverage } from './selection.tsx';
import './profile-print.css';

/** Px at 96 to the inch: the width between the margins of an A4 page. */
const PAPER_WIDTH = 680;
const TREND_HEIGHT = 190;

/** One area on one A4 page. */
export function PrintedProfile(props: ProfileSheetProps & { readonly filters: readonly string[] }) {
  const { picture, words, format, index, filters } = props;
  const { geography, atlas, view } = picture;
  const area = geography.areas[index];
  const district = atlas.territory.districts.areas.find(({ code }) => code === area?.parent);
  const { measured, target } = useCoverage(picture, [index]);
  const say = words.charts.profile;
  return (
    <article className="printed-profile" lang={words.language.locale}>
      <header>
        <div>
          <h1>{area?.name}</h1>
          <p>
            {district ? say.districtOf(district.name, area?.code ?? '') : say.code(area?.code ?? '')} ·{' '}
            {atlas.territory.name}
          </p>
        </div>
        <div>
          <p className="tier" data-tier={atlas.manifest.tier}>
            {words.tier[atlas.manifest.tier]}
          </p>
          <p>{format.period(view.period)}</p>
        </div>
      </header>
      <p>
        {words.selection.measured} {format.count(measured)} · {words.selection.target} {format.count(target)}{' '}
        · {words.selection.coverage} {format.percentUnit(coverageRate(measured, target))}
        {filters.length > 0 ? ` · ${say.filters(filters.join('; '))}` : ''}
      </p>
      <ProfileIndicators {...props} />
      <ProfileTrend {...props} height={TREND_HEIGHT} width={PAPER_WIDTH} />
      <ProfileServices {...props} />
      <ProfileNeighbors {...props} printed />
      <Provenance {...props} />
      <footer>
        {say.printed} · {words.boundaries[atlas.manifest.boundaries.kind]}
      </footer>
    </article>
  );
}
