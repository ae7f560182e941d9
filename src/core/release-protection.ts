import type { AreaLevel } from './area.ts';
import { boundsFromDistrict, boundsFromVillages } from './attack-levels.ts';
import { attackPlan } from './attack-targets.ts';
import { blockCounts, rowsByBlock } from './block-counts.ts';
import { type BlockPlan, hideAlso, type ProtectedBlock, protectBlock } from './block-protection.ts';
import { ReportStatus } from './cells.ts';
import { type Attack, attack } from './disclosure-attack.ts';
import { monthsOf, type Period, periodKind } from './period.ts';
import type { Problem, Result } from './problem.ts';
import type { PublishedCell } from './published-cell.ts';
import type { ChildCounts, Release, ReleaseInput, ReleaseProgress } from './release-counts.ts';
import { type EarlierBlocks, earlierBlocks } from './release-history.ts';
import { REGISTER_SCHEMA, type ReleaseRegister } from './release-register.ts';
import { type ReleasedBlock, releaseRows } from './release-rows.ts';
import { type ReleaseTable, ruleProblems } from './release-rule.ts';

/** Periods that a release may hold: months, and semesters of which the last month has come. */
function releasedPeriods(periods: readonly Period[]): readonly Period[] {
  return periods.filter((period) => {
    const kind = periodKind(period);
    return kind === 'month' || (kind === 'semester' && periods.includes(monthsOf(period).at(-1)!));
  });
}

/** Why nothing is released, whatever the counts. */
function inputProblems(input: ReleaseInput, periods: readonly Period[]): readonly Problem[] {
  const { register, rule, territory, extremePovertyDecile } = input;
  const error = (code: Problem['code'], detail: Problem['detail'] = {}): Problem => ({
    code,
    severity: 'error',
    detail,
  });
  const problems = [...ruleProblems(rule)];
  if (extremePovertyDecile !== 1)
    problems.push(error('release/poverty-threshold', { decile: extremePovertyDecile }));
  if (periods.length === 0) problems.push(error('release/no-periods'));
  if (register === 'missing') problems.push(error('release/register-missing'));
  if (typeof register === 'string') return problems;
  if (register.territory !== territory.name)
    problems.push(error('release/register-other', { territory: register.territory }));
  const codes = new Set<string>(territory.villages.areas.map(({ code }) => code));
  const unknown = register.releases.flatMap(({ coverage }) => coverage.area).find((code) => !codes.has(code));
  if (register.territory === territory.name && unknown !== undefined)
    problems.push(error('release/register-other', { territory: `${register.territory} (${unknown})` }));
  const other = register.releases.find(
    ({ minimumCell, rounding, cells }) =>
      (minimumCell !== rule.minimumCell || rounding !== rule.rounding) &&
      cells.period.some((period) => periods.includes(period as Period)),
  );
  if (other !== undefined)
    problems.push(error('release/rule-differs', { earlier: other.minimumCell, k: rule.minimumCell }));
  return problems;
}

/** Cells of a district that was released before with other villages: what changed since would be the villages between. */
function allHidden(cells: readonly PublishedCell[]): readonly PublishedCell[] {
  return cells.map(({ masks }) => ({ masks, count: null }));
}

/** What one period needs to be protected. */
interface PeriodWork {
  readonly input: ReleaseInput;
  readonly period: Period;
  readonly reported: readonly boolean[];
  readonly rows: {
    readonly village: readonly (readonly number[])[];
    readonly district: readonly (readonly number[])[];
  };
  readonly plans: Readonly<Record<AreaLevel, BlockPlan & { readonly tables: readonly ReleaseTable[] }>>;
  readonly earlier: EarlierBlocks;
}

type Failure = { readonly level: AreaLevel; readonly area: number };

/**
 * Protects the counts of an office for release: each area and period by itself (primary and secondary suppression, rounding,
 * attack, repair), then districts against their villages. Step it to its end; between steps it may be dropped. What has been
 * released before is taken over as it was: a figure that has left is never replaced, so that nothing can be learned
 * from the difference. Refused, with the reasons, where the rule, the register or the counts do not allow it.
 */
export function* protectRelease(input: ReleaseInput): Generator<ReleaseProgress, Result<Release>> {
  const { counts, territory, rule, coverage, register } = input;
  const periods = releasedPeriods(counts.periods);
  const problems: Problem[] = [...inputProblems(input, periods)];
  if (problems.length > 0) return { ok: false, problems };
  const left = counts.periods.filter((period) => !periods.includes(period));
  if (left.length > 0)
    problems.push({ code: 'release/periods-left', severity: 'note', detail: { periods: left.join(', ') } });
  const [villages, districts] = [territory.villages.areas.length, territory.districts.areas.length];
  const byVillage = rowsByBlock(counts, (village) => village, villages);
  const byDistrict = rowsByBlock(counts, (village) => territory.districtOf[village]!, districts);
  const earlier = earlierBlocks(register, territory, rule.tables);
  const plans = new Map<string, PeriodWork['plans']>();
  const released: ReleasedBlock[] = [];
  const totals = { cells: 0, exact: 0, unsafe: 0, narrowest: null as number | null };
  let [done, kept] = [0, 0];
  const blocks = periods.length * (villages + districts);
  for (const period of periods) {
    const p = counts.periods.indexOf(period);
    const at = coverage.periods.indexOf(period);
    const kind = periodKind(period);
    const planned = plans.get(kind) ?? plansOf(input, kind);
    plans.set(kind, planned);
    const reported = Array.from({ length: villages }, (_, i) => {
      const status = at < 0 ? ReportStatus.notReported : coverage.status[at * villages + i];
      return status === ReportStatus.reported || status === ReportStatus.incomplete;
    });
    const work: PeriodWork = {
      input,
      period,
      reported,
      rows: {
        village: byVillage.slice(p * villages, (p + 1) * villages),
        district: byDistrict.slice(p * districts, (p + 1) * districts),
      },
      plans: planned,
      earlier,
    };
    const steps = protectPeriod(work);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done !== true) {
        done += 1;
        yield { done, blocks };
        continue;
      }
      if ('failed' in step.value) {
        const { level, area } = step.value.failed;
        const { name } = (level === 'village' ? territory.villages : territory.districts).areas[area]!;
        problems.push({ code: 'release/not-safe', severity: 'error', at: { area: name, period } });
        return { ok: false, problems };
      }
      released.push(...step.value.blocks);
      kept += step.value.kept;
      for (const { possible, tested, exact, unsafe, narrowest } of step.value.attacks) {
        totals.cells += tested;
        totals.exact += exact;
        // Of a block that left before and fits no counts nothing can be said.
        totals.unsafe += possible ? unsafe : 1;
        if (narrowest !== null) totals.narrowest = Math.min(totals.narrowest ?? narrowest, narrowest);
      }
      break;
    }
    done = (periods.indexOf(period) + 1) * (villages + districts);
  }
  if (kept > 0)
    problems.push({ code: 'release/kept-as-released', severity: 'note', detail: { count: kept } });
  const rows = releaseRows(input, released);
  const own = { cells: rows.cells, coverage: rows.coverage };
  const policy = { id: rule.id, reason: rule.reason };
  const { id, date } = input;
  const { minimumCell, rounding } = rule;
  const before: ReleaseRegister =
    typeof register === 'string'
      ? { schema: REGISTER_SCHEMA, territory: territory.name, releases: [] }
      : register;
  const entry = { id, date, policy, minimumCell, rounding, ...own };
  const value: Release = {
    manifest: { minimumCell, rounding, tables: rows.tables, policy },
    ...own,
    audit: totals,
    register: { ...before, releases: [...before.releases, entry] },
  };
  return { ok: true, value, problems };
}

function plansOf({ counts, rule }: ReleaseInput, kind: ReturnType<typeof periodKind>): PeriodWork['plans'] {
  const plan = (level: AreaLevel) => {
    const tables = rule.tables.filter((table) => table.level === level && table.kinds.includes(kind));
    const { cells, tables: own } = blockCounts(counts, [], tables, rule);
    const rank = cells.map((_, c) => own.findIndex((table) => table.cells.includes(c)));
    return { tables, rank, attack: attackPlan(cells) };
  };
  return { village: plan('village'), district: plan('district') };
}

interface PeriodBlocks {
  readonly blocks: readonly ReleasedBlock[];
  readonly attacks: readonly Attack[];
  /** Blocks taken over from earlier releases. */
  readonly kept: number;
}

function* protectPeriod(work: PeriodWork): Generator<undefined, PeriodBlocks | { readonly failed: Failure }> {
  const { input, period, reported, rows, plans, earlier } = work;
  const { counts, rule, territory } = input;
  const found = new Map<number, { readonly cells: readonly PublishedCell[]; readonly found: Attack }>();
  const blocks: ReleasedBlock[] = [];
  const attacks: Attack[] = [];
  let kept = 0;
  const keep = (level: AreaLevel, area: number, cells: readonly PublishedCell[], own: Attack): void => {
    blocks.push({ level, area, period, cells });
    attacks.push(own);
  };
  for (const [area, has] of reported.entries()) {
    if (has && !isEmpty(input, period, area, rows.village[area]!)) {
      const before = earlier.cellsOf('village', area, period, plans.village.attack);
      const own =
        before === null
          ? protectedArea(counts, rows.village[area]!, plans.village, input)
          : { cells: before, found: attack(plans.village.attack, before, rule) };
      if (own === null) return { failed: { level: 'village', area } };
      if (before !== null) kept += 1;
      found.set(area, own);
      keep('village', area, own.cells, own.found);
    }
    yield undefined;
  }
  for (let area = 0; area < territory.districts.areas.length; area++) {
    const members = [...found.keys()].filter((village) => territory.districtOf[village] === area);
    if (members.length > 0) {
      const villages = members.map((village) => found.get(village)!);
      const before = earlier.cellsOf('district', area, period, plans.district.attack);
      if (before !== null) {
        const same = earlier.sameVillages(area, period, members);
        kept += same ? 1 : 0;
        const cells = same ? before : allHidden(before);
        keep('district', area, cells, attack(plans.district.attack, cells, rule));
      } else {
        const own = protectedDistrict(work, rows.district[area]!, villages);
        if (own === null) return { failed: { level: 'district', area } };
        keep('district', area, own.published, own.found);
      }
    }
    yield undefined;
  }
  return { blocks, attacks, kept };
}

/** Whether nobody is there: neither a target nor a child. */
function isEmpty({ coverage }: ReleaseInput, period: Period, area: number, rows: readonly number[]): boolean {
  return rows.length === 0 && coverage.target[coverage.periods.indexOf(period) * coverage.areas + area] === 0;
}

function protectedArea(
  counts: ChildCounts,
  rows: readonly number[],
  plan: PeriodWork['plans'][AreaLevel],
  { rule }: ReleaseInput,
): { readonly cells: readonly PublishedCell[]; readonly found: Attack } | null {
  const own = protectBlock(blockCounts(counts, rows, plan.tables, rule), plan, rule);
  return own === null ? null : { cells: own.published, found: own.found };
}

/** A district, so that neither its counts make a village's unsafe, nor the villages' its own. */
function protectedDistrict(
  { input, plans }: PeriodWork,
  rows: readonly number[],
  villages: readonly { readonly cells: readonly PublishedCell[]; readonly found: Attack }[],
): ProtectedBlock | null {
  const { counts, rule } = input;
  const plan = plans.district;
  const block = blockCounts(counts, rows, plan.tables, rule);
  const attacks = villages.map(({ found }) => found);
  const leaks = (cells: readonly PublishedCell[], v: number, which: 'near' | 'full') => {
    const more = boundsFromDistrict(cells, rule, attacks, v, which);
    if (more.length === 0) return null;
    const again = attack(plans.village.attack, villages[v]!.cells, rule, { more, untilLeak: true });
    return again.possible && again.leaks.length === 0 ? null : more.map(({ cell }) => cell);
  };
  const among = (which: 'near' | 'full', begun: ProtectedBlock): ProtectedBlock | null =>
    protectBlock(block, plan, rule, boundsFromVillages(begun.published, rule, attacks, which), begun);
  const alone = protectBlock(block, plan, rule);
  let own = alone === null ? null : (among('near', alone) ?? among('full', alone));
  // To hide more of the district takes nothing from what a village was found to be safe with.
  for (let v = 0; v < villages.length && own !== null; ) {
    const leaking = leaks(own.published, v, 'near') && leaks(own.published, v, 'full');
    if (leaking === null) v += 1;
    else own = among('full', hideAlso(block, own, leaking));
  }
  return own;
}
