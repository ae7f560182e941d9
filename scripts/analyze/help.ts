import { METHODS, type OwnMethod } from './options.ts';

/** What --help says. */
export function helpText(methods: Readonly<Record<string, OwnMethod>>): string {
  const own = Object.values(methods)
    .map(({ help }) => help)
    .filter((help) => help !== '');
  return `${HELP.replace(OWN, Object.keys(methods).join(', '))}\n${own.join('\n')}`;
}

const OWN = '{own}';

const HELP = `npm run analyze -- --boundaries F.geojson --method M --out F.json [options]

  Spatial statistics of one map, as one JSON document (docs/methods.md).

input
  --boundaries F       GeoJSON FeatureCollection; areas come out in its order
  --table F            CSV (comma, semicolon or tab) with a row an area; needs --key
  --key FIELD          code of an area: property of the features and column of the table
                       (FIELD=COLUMN where they differ); with or without dots
  --value FIELD        the measure, a property or a column of the table
  --value2 FIELD       second measure (bivariate, lee; join-count: co-location)
  --numerator FIELD    cases, and
  --denominator FIELD  people (eb-local-moran, rates, rank-sets, scan)
  --raw                test raw rates all the same (moran, local-moran, gi, gi-star)
                       or classify them
  --reference X        local-moran, gi, gi-star: high is above X; 0 for standardized
                       rates (default the mean of all areas)
  --simultaneous       rank-sets: all sets hold at once, not each by itself
  --rate-variance V    of standardized rates (eb-local-moran, rates): binomial or
                       poisson (default binomial)

method
  --method M           ${METHODS.slice(0, 7).join(', ')},
                       ${METHODS.slice(7).join(', ')},
                       ${OWN}
  --permutations R     draws for p; 0 for analytic p
                       (default 99999; moran 0; scan 999; join-count is exact;
                       rank-sets 10000, bootstrap)
  --seed S             0 to 4294967295 (default 1)
  --breaks B           classify: fisher, quantile, equal, sd, fixed (default fisher)
  --k N                classify: classes (default 5)
  --edges a,b,c        classify fixed: all breaks, the outer ones too
  --model M            scan: bernoulli or poisson (default bernoulli)
  --max-pop S          scan: largest share of the population (default 0.5)
  --points F           scan: JSON with points.x and points.y, by feature
                       (default centroids of the boundaries)

neighbors
  --weights W          queen, rook, knn:K, distance:KM (default queen)
  --metric M           haversine: coordinates are degrees, distances km;
                       euclidean: coordinate units (default haversine)
  --islands I          attach: areas without a neighbor to the nearest by boundary;
                       null: they are left out (default attach)
  --weights-file F     JSON with 0-based lists by feature, instead of --weights, and
  --scheme NAME        the list in it
  --style S            W row-standardized, B binary (default W)

output
  --out F              the document
  --help               this
`;
