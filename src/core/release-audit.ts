import type { AreaCode, AreaLevel } from './area.ts';
import { boundsFromDistrict, boundsFromVillages } from './attack-levels.ts';
import type { PublishedRule } from './attack-system.ts';
import { type AttackPlan, attackPlan } from './attack-targets.ts';
import type { Dataset } from './dataset.ts';
import { type Attack, attack, type Finding } from './disclosure-attack.ts';
import type { Period } from './period.ts';
import { type PublishedPeriod, publishedPeriod } from './published-blocks.ts';
import { maskKey } from './published-cell.ts';
import type { ReleaseProgress } from './release-counts.ts';
import { USUAL_MINIMUM_CELL } from './release-rule.ts';

/** A cell of which an attacker learns too much. */
export interface Leak extends Finding {
  readonly level: AreaLevel;
  readonly area: AreaCode;
  readonly period: Period;
}

/** What an attacker can learn from a dataset by arithmetic. */
export interface AuditReport {
  /** Cells hidden, and cells of up to three dimensions that no table shows. */
  readonly cells: number;
  readonly exact: number;
  /** Exact ones among them. */
  readonly unsafe: number;
  readonly narrowest: number | null;
  readonly leaks: readonly Leak[];
  /** Areas and periods of which no counts fit what is published: nothing can be said of them. */
  readonly impossible: readonly {
    readonly level: AreaLevel;
    readonly area: AreaCode;
    readonly period: Period;
  }[];
}

/** How a dataset says that it hides; where it does not, the usual k is asked of it. */
export function publishedRule({ manifest }: Pick<Dataset, 'manifest'>): PublishedRule {
  return { minimumCell: manifest.minimumCell ?? USUAL_MINIMUM_CELL, rounding: manifest.rounding };
}

/**
 * Attacks all that a dataset publishes of children: each area and period by itself, districts with what their villages say
 * of them, villages with what their district says of them. Knows nothing but the dataset. Step it to its end; between steps
 * it may be dropped.
 */
export function* auditRelease(dataset: Dataset): Generator<ReleaseProgress, AuditReport> {
  const rule = publishedRule(dataset);
  const { territory, coverage } = dataset;
  const { villages, districts, districtOf } = territory;
  const leaks = new Map<string, Leak>();
  const impossible: AuditReport['impossible'][number][] = [];
  let [cells, done] = [0, 0];
  let narrowest: number | null = null;
  const blocks = coverage.periods.length * (villages.areas.length + districts.areas.length);
  const plans = new Map<string, AttackPlan>();
  const planOf = (published: PublishedPeriod, level: AreaLevel): AttackPlan => {
    const key = `${level} ${published.cells[level].map(({ masks }) => maskKey(masks)).join(', ')}`;
    const plan = plans.get(key) ?? attackPlan(published.cells[level]);
    plans.set(key, plan);
    return plan;
  };
  const note = (level: AreaLevel, area: number, period: Period, found: Attack): void => {
    const { code } = (level === 'village' ? villages : districts).areas[area]!;
    if (!found.possible) impossible.push({ level, area: code, period });
    if (found.narrowest !== null) narrowest = Math.min(narrowest ?? found.narrowest, found.narrowest);
    for (const leak of found.leaks) {
      const key = `${level} ${code} ${period} ${maskKey(leak.masks)}`;
      const known = leaks.get(key);
      if (known === undefined || leak.hi - leak.lo < known.hi - known.lo)
        leaks.set(key, { ...leak, level, area: code, period });
    }
  };
  for (const period of coverage.periods) {
    const published = publishedPeriod(dataset, period);
    if (published.cells.village.length === 1 && published.cells.district.length === 0) continue;
    const plan = planOf(published, 'village');
    const found = new Map<
      number,
      { readonly own: ReturnType<PublishedPeriod['of']>; readonly attack: Attack }
    >();
    for (const area of published.villages) {
      const own = published.of('village', area);
      const one = attack(plan, own, rule);
      cells += one.tested;
      note('village', area, period, one);
      found.set(area, { own, attack: one });
      done += 1;
      yield { done, blocks };
    }
    const whole = planOf(published, 'district');
    for (let district = 0; district < districts.areas.length; district++) {
      const members = published.villages.filter((village) => districtOf[village] === district);
      if (members.length > 0 && published.cells.district.length > 0)
        cells += attackDistrict(
          district,
          members.map((village) => ({ village, ...found.get(village)! })),
        );
      done += 1;
      yield { done, blocks };
    }

    function attackDistrict(
      district: number,
      members: readonly { village: number; own: ReturnType<PublishedPeriod['of']>; attack: Attack }[],
    ): number {
      const own = published.of('district', district);
      const attacks = members.map((member) => member.attack);
      if (attacks.some(({ possible }) => !possible)) {
        const alone = attack(whole, own, rule);
        note('district', district, period, alone);
        return alone.tested;
      }
      const near = attack(whole, own, rule, { more: boundsFromVillages(own, rule, attacks, 'near') });
      const one = isClean(near)
        ? near
        : attack(whole, own, rule, { more: boundsFromVillages(own, rule, attacks, 'full') });
      note('district', district, period, one);
      for (const [v, member] of members.entries()) {
        const told = (which: 'near' | 'full') => boundsFromDistrict(own, rule, attacks, v, which);
        const more = told('near');
        if (more.length === 0 || isClean(attack(plan, member.own, rule, { more }))) continue;
        note('village', member.village, period, attack(plan, member.own, rule, { more: told('full') }));
      }
      return one.tested;
    }
  }
  const all = [...leaks.values()].sort((a, b) => a.hi - a.lo - (b.hi - b.lo));
  return {
    cells,
    exact: all.filter(({ verdict }) => verdict === 'exact').length,
    unsafe: all.length,
    narrowest,
    leaks: all,
    impossible,
  };
}

function isClean({ possible, leaks }: Attack): boolean {
  return possible && leaks.length === 0;
}
