import type { Glossary } from './help-catalogue.ts';

const OURS = 'A convention of this program';

/** What the terms on the screen mean, and from where; in English. Nothing that no source says. */
export const glossaryEn: Glossary = {
  stunting: {
    term: 'Stunting (height for age, TB/U)',
    means:
      'Length or height for age below −2 SD: stunted and severely stunted. Exactly −2.00 SD does not count.',
    source: 'Permenkes 2/2020',
  },
  wasting: {
    term: 'Wasting (weight for height, BB/TB)',
    means: 'Weight for length or height below −2 SD: wasted and severely wasted.',
    source: 'Permenkes 2/2020',
  },
  underweight: {
    term: 'Underweight (weight for age, BB/U)',
    means: 'Weight for age below −2 SD: underweight and severely underweight.',
    source: 'Permenkes 2/2020',
  },
  severe: {
    term: 'Severe stunting, severe wasting',
    means: 'Below −3 SD. Exactly −3.00 SD does not count.',
    source: 'Permenkes 2/2020',
  },
  'standard-deviation': {
    term: 'SD (standard deviation, z-score)',
    means:
      'How far a child’s measure lies from the median of reference children of its age and sex, in standard deviations.',
    source: 'Permenkes 2/2020 (WHO standard)',
  },
  'under-five': {
    term: 'Children under five (balita), under two (baduta)',
    means: 'Balita: aged 0–59 months. Baduta: aged 0–23 months. Completed months when measured.',
    source: 'Column names of e-PPGBM; age bands of this program',
  },
  unit: {
    term: 'Unit: children, families, persons',
    means:
      'What an indicator counts. Figures of families and persons are never added to those of children, nor divided by them.',
    source: OURS,
  },
  ppgbm: {
    term: 'e-PPGBM, Sigizi Terpadu',
    means:
      'The nutrition records of Posyandu and Puskesmas. This program takes only counts of them, never a row per child.',
    source: 'sigizikesga.kemkes.go.id',
  },
  ssgi: {
    term: 'Survey (SSGI)',
    means:
      'A survey of a sample of the population, for regencies and provinces. Its figures and those of weighing days measure other children, so they usually differ.',
    source: 'Press comparisons of e-PPGBM and SSGI; surveys are entered by the reader',
  },
  numerator: {
    term: 'n and N (numerator, denominator)',
    means:
      'n: children with the problem. N: measured children whose status is known. A percentage is n by N.',
    source: OURS,
  },
  prevalence: {
    term: 'Prevalence',
    means:
      'Children with the problem at one time per 100 children measured. Here the denominator is the measured whose status is known.',
    source: 'Metadata of Satu Data Kebumen: (stunted + severely stunted) / measured × 100',
  },
  coverage: {
    term: 'S, D and D/S (coverage of measurement)',
    means:
      'S: the target, children who should be measured. D: children measured. D/S: the share measured. Low coverage makes percentages less reliable.',
    source: 'Terms of Posyandu weighing days; the edge called “low” is this program’s and can be moved',
  },
  interval: {
    term: '95% confidence interval',
    means:
      'The values that still agree with these counts if only chance is at work. The fewer children, the wider. Differences of two percentages take Newcombe’s.',
    source: 'Wilson 1927; Newcombe 1998',
  },
  unmeasured: {
    term: 'Bounds for the unmeasured',
    means:
      'The percentage of the whole target if none, or all, of the children not measured had the problem. No confidence interval.',
    source: 'Manski 1990; Horowitz & Manski 1998',
  },
  point: {
    term: 'Percentage point',
    means: 'The difference of two percentages: from 20% to 18% is a fall of 2 points.',
    source: 'Common usage',
  },
  band: {
    term: 'WHO/UNICEF 2018 bands',
    means:
      'Classes of a population’s prevalence. Stunting: < 2.5 very low; 2.5–10 low; 10–20 medium; 20–30 high; ≥ 30 very high. Wasting: < 2.5; 2.5–5; 5–10; 10–15; ≥ 15. Made for surveys, not for one kelurahan.',
    source: 'de Onis et al. 2019 (online 2018), Public Health Nutr. 22:175',
  },
  'too-few': {
    term: 'Too few (N < 30)',
    means:
      'A percentage of fewer than 30 children is neither colored nor ranked, because one child moves it far. Its counts are still shown.',
    source: OURS,
  },
  'not-reported': {
    term: 'Not reported, reported in part',
    means:
      'Not reported: there is no figure of the area in this period. In part: some months or reports are missing.',
    source: 'The files that are open',
  },
  'set-aside': {
    term: 'Set aside',
    means: 'Its row is there, but is not used because of a fault named in the list of faults.',
    source: OURS,
  },
  suppressed: {
    term: 'Hidden',
    means:
      'The publisher left out small counts so that nobody is recognized. No national rule in numbers for health data was found; the publisher sets the edge.',
    source: 'The data package that is open (minimumCell)',
  },
  'no-target': {
    term: 'Nobody in the target',
    means: 'The denominator is zero: there are no such children there. This is not 0%.',
    source: OURS,
  },
  poverty: {
    term: 'Extreme poverty',
    means:
      'By P3KE: spending below US$1.9 PPP a day, Rp322,170 a person and month in 2022. Files of offices hold no spending; the program takes a decile as proxy, and says so.',
    source: 'data.go.id, P3KE (2022)',
  },
  decile: {
    term: 'Welfare decile',
    means: 'A tenth of families in the order of welfare; decile 1 is the lowest. An order, not an amount.',
    source: 'P3KE; DTSEN (BPS)',
  },
  p3ke: {
    term: 'P3KE, DTKS',
    means: 'Target data of extreme poverty (P3KE) and social welfare (DTKS) until 2024. Replaced by DTSEN.',
    source: 'data.go.id; Inpres 4/2025',
  },
  dtsen: {
    term: 'DTSEN',
    means: 'The national single social and economic data, in place of DTKS, P3KE and Regsosek.',
    source: 'Inpres 4/2025; BPS',
  },
  'risk-family': {
    term: 'KRS (families at risk of stunting)',
    means:
      'Target families with risk factors, such as unfit latrines or drinking water, or “4 terlalu”. Families, not children.',
    source: 'Kemendukbangga/BKKBN, SIGA',
  },
  'area-code': {
    term: 'Area codes (Kemendagri, BPS)',
    means:
      'Two different systems: Kemendagri like 53.71.01.1001, BPS ten digits. Codes of one must never be matched with those of the other.',
    source: 'Kepmendagri 300.2.2-2138/2025; properties KDEPUM and KDEBPS of BIG’s village map',
  },
  boundaries: {
    term: 'Boundaries',
    means:
      'The outlines of kelurahan or desa from GeoJSON, TopoJSON, KML, GeoPackage or a shapefile. Those of the example are schematic: drawn by the program, not official.',
    source: 'The files that are open; BIG’s village map',
  },
  service: {
    term: 'Services (Puskesmas, Posyandu, Kampung KB, PAUD)',
    means:
      'Points or zones laid over the map and counted by area. Zero means none in the file, not none in the world.',
    source: 'The files that are open',
  },
  tier: {
    term: 'Tier of data: example, INTERNAL, release',
    means:
      'Example: invented figures. INTERNAL: exact counts of an office, marked and asked about before they leave. Release: small counts were hidden by their publisher.',
    source: OURS,
  },
  digest: {
    term: 'Digest of the data (SHA-256)',
    means:
      'A mark of what the figures are. Equal digests mean equal figures; they say nothing of who made them, nor whether they are right.',
    source: 'FIPS 180-4',
  },
  sql: {
    term: 'SQL',
    means:
      'A language of questions on tables. In the room Data they are answered from the counts that are open alone; hidden cells are empty, not 0.',
    source: 'ISO/IEC 9075; DuckDB',
  },
  'identity-number': {
    term: 'NIK, KK number',
    means:
      'The numbers of persons and family cards. A file with them is refused, and text with them not kept.',
    source: 'UU 27/2022 on personal data protection',
  },
  quantile: {
    term: 'Quantiles',
    means: 'Classes that hold about as many areas each.',
    source: 'Hyndman & Fan 1996',
  },
  'natural-breaks': {
    term: 'Fisher-Jenks',
    means: 'Classes whose values are as much alike as can be.',
    source: 'Checked against classInt (R)',
  },
  'equal-interval': {
    term: 'Equal intervals',
    means: 'Classes as wide as each other between the least and the largest value.',
    source: 'Checked against classInt (R)',
  },
  'deviation-classes': {
    term: 'Standard deviations (classes of the map)',
    means: 'Classes by the distance from the mean of the areas, in standard deviations.',
    source: OURS,
  },
  'own-breaks': {
    term: 'Own breaks',
    means: 'Classes at the edges that the reader writes.',
    source: 'The reader’s choice',
  },
  median: {
    term: 'Median, percentile',
    means: 'Median: the value in the middle. Percentile: the share of areas whose value is lower.',
    source: 'Hyndman & Fan 1996',
  },
  overlay: {
    term: 'Two indicators at once',
    means: 'A map of 3 × 3: each indicator low, medium or high. At one place does not mean by one cause.',
    source: OURS,
  },
  problems: {
    term: 'Three problems at once',
    means:
      'Three percentages against their thresholds make eight combinations. “Not sure”: the interval of at least one crosses its threshold.',
    source: OURS,
  },
  change: {
    term: 'Change between periods',
    means:
      'Percentage points against another period. Said to rise or fall only where proven after correction for many tests.',
    source: 'Newcombe 1998; Benjamini & Hochberg 1995',
  },
  agreement: {
    term: 'Difference of two sources',
    means:
      'The second source less the first by area, with both denominators. Not tested, because most children are the same.',
    source: 'Bland & Altman 1986; the edge of agreement is this program’s',
  },
  exceedance: {
    term: 'Probability above a threshold',
    means:
      'How likely the true percentage is above an edge, borrowing strength from the other areas. Above 80% points to a high one.',
    source: 'Kleinman 1973; Richardson et al. 2004',
  },
  budget: {
    term: 'Budget against burden, best spread',
    means:
      'Money of activities tagged by the agencies of the city (OPD), by area, against affected children. Shared amounts are divided by the key that is chosen, exact to the rupiah; what has no place is told apart. The best spread is a suggestion that reaches most (a linear program) at a cost of a child that the reader supposes.',
    source: 'The list of activities that is open; Dantzig 1963; largest remainders: Hamilton 1792',
  },
  serviceCoverage: {
    term: 'Coverage of services, convergence score',
    means:
      'How many of those a service is for received it in a semester (numerator ÷ denominator), and all services together as one score. A zero that the form asks for, nobody to be served, and an empty cell are told apart and not counted as service. The distance to a target is in percent points and in people.',
    source: 'SE Mendagri 400.5/8476/SJ (2022); formula Σ/Σ: village scorecard of Kemendesa',
  },
  trend: {
    term: 'Trend: falls, rises, not seen',
    means:
      'Whether the figure of an area goes one way from period to period (Mann-Kendall). Its slope is the median of all slopes between two periods (Sen). It is called shown where it holds at an FDR of 5% among all areas; judged from 5 periods on, named from 7.',
    source: 'Mann 1945; Kendall 1975; Sen 1968; Benjamini & Hochberg 1995',
  },
  'control-chart': {
    term: 'Usual limits (p-chart, Laney, EWMA)',
    means:
      'How far the figure of an area usually moves from month to month. Beyond the limits, eight in a row on one side, or shifting slowly means that the data are to be looked at.',
    source: 'Laney 2002; Roberts 1959; Western Electric 1956',
  },
  alarm: {
    term: 'Early sign (EARS)',
    means:
      'The last month lies more than three standard deviations from the seven months before it (C1), or from the seven before the last two (C2). It means look at the data, not an outbreak.',
    source: 'Hutwagner et al. 2003, J. Urban Health 80:i89',
  },
  emerging: {
    term: 'Clusters over time',
    means:
      'New: a cluster in the last period alone. Consecutive: two periods or more at the end. Intensifying, persistent, diminishing: nearly always a cluster, by where its Gi* goes. Sporadic: on and off. Oscillating: a low cluster before. Historical: nearly always, and no longer. Judged from 8 periods on; each period at an FDR of 5%.',
    source: 'Esri, How Emerging Hot Spot Analysis works; Ord & Getis 1995',
  },
  gap: {
    term: 'Gap: difference, ratio, SII, CIX',
    means:
      'How much more common a problem is among children of the poorest families. Difference and ratio hold decile 1 against decile 5 and above; slope index (SII) and concentration index (CIX) take all groups. CIX below 0 means more among the poor.',
    source: 'WHO HEAT: Schlotheuber & Hosseinpoor 2022; Wagstaff, Paci & van Doorslaer 1991',
  },
  entry: {
    term: 'Data entry, snapshot, stage of entry',
    means:
      'The share of target children whose data are measured, have a NIK, a KK number, or are linked to poverty data on the day of an export (snapshot). It measures progress of work, not nutrition: 30.81% means that 30.81% of the target has been entered. Posts that have not reported are not counted as zero.',
    source:
      'Staged monitoring of entry in cities and regencies, 2025–2026; class edges of 50, 75 and 90% are a convention of this program',
  },
  target: {
    term: 'Target: pace required, projection',
    means:
      'Pace required: the change a month from the last figure that reaches the target on its day. Projection: a straight line through the figures so far with a 95% interval, should all go on as it did. On track where it is shown to reach the target (FDR 5%).',
    source: 'A convention of this program; prediction interval of a linear regression',
  },
  threshold: {
    term: 'Threshold',
    means: 'The edge between high and not high. Its source is always named, and it can be moved.',
    source: 'de Onis et al. 2019, the value of the city, or the reader’s choice',
  },
  cluster: {
    term: 'Cluster (hotspot), local Moran',
    means:
      'An area whose own and neighbors’ values are both high, or both low, more than by chance. Moran’s I measures it for the whole map.',
    source: 'Anselin 1995; Moran 1950',
  },
  'hot-cold': {
    term: 'Hot and cold spots (Gi*)',
    means: 'Areas that with their neighbors are unusually high (hot) or low (cold).',
    source: 'Getis & Ord 1992; Ord & Getis 1995',
  },
  'co-location': {
    term: 'Both high',
    means: 'Areas whose two indicators are above those of the city, in their neighbors too.',
    source: 'Anselin & Li 2019',
  },
  neighbor: {
    term: 'Neighbors',
    means:
      'Areas taken to be near: with a common border or corner, the nearest few, or within a distance. Islands are linked to the nearest border.',
    source: 'The reader’s choice; the rule to begin with is this program’s',
  },
  'empirical-bayes': {
    term: 'Empirical Bayes (standardized rates)',
    means: 'Rates that take into account how easily a percentage of few children jumps.',
    source: 'Assunção & Reis 1999; Marshall 1991',
  },
  permutation: {
    term: 'Permutations, seed, p',
    means:
      'Places of values are shuffled many times; p is the share of shuffles at least as unusual. The same seed gives the same result.',
    source: 'Anselin 1995',
  },
  'false-discovery': {
    term: 'FDR 5% (q)',
    means:
      'Of all areas said to stand out, about 5% at most do so by chance. A small p alone is not enough where many areas are tested.',
    source: 'Benjamini & Hochberg 1995',
  },
  funnel: {
    term: 'Funnel',
    means: 'Percentages against N with limits of 95% and 99.8%: within them a difference may be by chance.',
    source: 'Spiegelhalter 2005',
  },
  index: {
    term: 'Priority index',
    means:
      'Several indicators, each on a scale of 0–100, joined by weights. 100 is the most urgent. A proposal, not a measurement.',
    source: 'OECD & JRC 2008',
  },
  weight: {
    term: 'Weight',
    means:
      'How much an indicator has its say in the index. No national weights were found; they are the meeting’s choice.',
    source: 'The reader’s choice; equal weights to begin with as OECD & JRC 2008',
  },
  goalpost: {
    term: 'Goalposts, z scale, percentile',
    means:
      'Ways onto the scale of 0–100: between two fixed goalposts, by the distance from the mean (z), or by order (percentile).',
    source: 'Goalposts of this program; OECD & JRC 2008',
  },
  aggregation: {
    term: 'Arithmetic, geometric, Mazziotta-Pareto',
    means: 'Ways to join. Arithmetic: good makes up for bad. The other two heed what is bad more.',
    source: 'OECD & JRC 2008; Mazziotta & Pareto 2013',
  },
  robust: {
    term: 'Robust, fragile, on the edge',
    means:
      'Robust: in the list or outside it in at least 80% of runs. On the edge: too close to 80% to tell. Fragile: the others.',
    source: 'Saisana et al. 2005; the edge of 80% is this program’s',
  },
  'rank-interval': {
    term: 'Interval of a rank',
    means:
      'Ranks that stay possible where weights, methods and figures are drawn anew, or by the figures alone.',
    source: 'Saisana et al. 2005; Mogstad et al. 2024',
  },
  quota: {
    term: 'Quota by kecamatan',
    means: 'At least and at most so many areas of a kecamatan in the list.',
    source: 'The reader’s choice',
  },
  proposal: {
    term: 'Proposal',
    means: 'The areas that the meeting decided to put forward, with reasons and dissent. No ruling.',
    source: OURS,
  },
  decree: {
    term: 'SK (decree on priority locations)',
    means:
      'Priority locations are set by a decree of the mayor or regent from the analysis of the situation. No national formula was found.',
    source: 'Decrees of regencies; guidance of DAK: “by the analysis of the situation of the region”',
  },
  tpps: {
    term: 'TPPS, Bappeda',
    means: 'The team for lowering stunting and the region’s planning agency: who read, discuss and propose.',
    source: 'Perpres 72/2021',
  },
  musrenbang: {
    term: 'Pra Musrenbang Tematik Stunting',
    means: 'Where next year’s proposals on stunting are discussed, together with the kecamatan’s Musrenbang.',
    source: 'Press of regencies 2025–2026; Permendagri 54/2010',
  },
};
