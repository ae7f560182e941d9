import { Check } from '#app/kit/choice.tsx';
import { useAsked, usePage } from '#app/page.ts';
import {
  CLASSES,
  CONDITION_DIMENSIONS,
  type DimensionId,
  type POPULATION_DIMENSIONS,
} from '#core/dimension.ts';
import type { Filters } from '#core/view.ts';
import { knownDimensions } from '#picture/opening-view.ts';
import { setFilters } from '#state/store.ts';

const AFFECTED = ['severe', 'moderate'] as const;
const SEVERE = ['severe'] as const;

function withClasses(filters: Filters, dimension: DimensionId, classes: readonly string[]): Filters {
  return { ...filters, classes: { ...filters.classes, [dimension]: classes } };
}

function sameClasses(a: readonly string[] | undefined, b: readonly string[]): boolean {
  return a !== undefined && a.length === b.length && b.every((name) => a.includes(name));
}

/** Which children: conditions restrict what is counted, the rest restrict whom it is counted among. */
export function Who() {
  const { store, words, format } = usePage();
  const picture = useAsked();
  const { filters } = picture.view;
  const known = knownDimensions(picture.atlas.manifest);
  const undivided = new Set(
    picture.atlas.manifest.tables.flatMap((table) => table.undivided ?? ([] as readonly DimensionId[])),
  );
  const counted = (dimension: DimensionId, classes: readonly string[]): string | null => {
    const column = picture.facets?.[dimension];
    if (!column) return null;
    const names: readonly string[] = CLASSES[dimension];
    const asked = undivided.has(dimension) ? classes.filter((name) => name !== 'severe') : classes;
    const sum = asked.reduce((total, name) => total + (column[names.indexOf(name)] ?? Number.NaN), 0);
    return Number.isNaN(sum) ? null : format.count(sum);
  };
  return (
    <div className="who-groups">
      <fieldset className="group">
        <h3>{words.who.conditions}</h3>
        {CONDITION_DIMENSIONS.flatMap((dimension) =>
          [
            { classes: AFFECTED, label: words.conditions[dimension].affected },
            { classes: SEVERE, label: words.conditions[dimension].severe },
          ].map(({ classes, label }) => (
            <Check
              key={label}
              label={label}
              count={
                !known.has(dimension)
                  ? words.who.absent
                  : classes === SEVERE && undivided.has(dimension)
                    ? words.who.notDivided
                    : counted(dimension, classes)
              }
              disabled={!known.has(dimension) || (classes === SEVERE && undivided.has(dimension))}
              selected={sameClasses(filters.classes[dimension], classes)}
              onChange={(on) => setFilters(store, (old) => withClasses(old, dimension, on ? classes : []))}
            />
          )),
        )}
      </fieldset>

      {(['poverty', 'age', 'sex'] as const satisfies readonly (typeof POPULATION_DIMENSIONS)[number][]).map(
        (dimension) => (
          <PopulationGroup
            key={dimension}
            dimension={dimension}
            known={known.has(dimension)}
            counted={counted}
            filters={filters}
          />
        ),
      )}
    </div>
  );
}

interface PopulationGroupProps {
  readonly dimension: (typeof POPULATION_DIMENSIONS)[number];
  readonly known: boolean;
  readonly filters: Filters;
  readonly counted: (dimension: DimensionId, classes: readonly string[]) => string | null;
}

function PopulationGroup({ dimension, known, filters, counted }: PopulationGroupProps) {
  const { store, words } = usePage();
  const labels: Readonly<Record<string, string>> = words.classes[dimension];
  const chosen = filters.classes[dimension] ?? [];
  return (
    <fieldset className="group">
      <h3>
        {words.who[dimension]}
        {known ? '' : `: ${words.who.absent}`}
      </h3>
      {known
        ? CLASSES[dimension].map((name) => (
            <Check
              key={name}
              label={labels[name] ?? name}
              count={counted(dimension, [name])}
              selected={chosen.includes(name)}
              onChange={(on) =>
                setFilters(store, (old) => {
                  const before = old.classes[dimension] ?? [];
                  return withClasses(
                    old,
                    dimension,
                    on ? [...before, name] : before.filter((other) => other !== name),
                  );
                })
              }
            />
          ))
        : null}
    </fieldset>
  );
}
