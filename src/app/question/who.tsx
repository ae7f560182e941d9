import { Check } from '#app/kit/choice.tsx';
import { useAsked, usePage } from '#app/page.ts';
import type { Manifest } from '#core/dataset.ts';
import {
  CLASSES,
  CONDITION_DIMENSIONS,
  type DimensionId,
  type POPULATION_DIMENSIONS,
} from '#core/dimension.ts';
import type { Filters } from '#core/view.ts';
import { knownDimensions } from '#picture/opening-view.ts';
import type { Picture } from '#picture/picture.ts';
import { setFilters } from '#state/store.ts';

const AFFECTED = ['severe', 'moderate'] as const;
const SEVERE = ['severe'] as const;

function withClasses(filters: Filters, dimension: DimensionId, classes: readonly string[]): Filters {
  return { ...filters, classes: { ...filters.classes, [dimension]: classes } };
}

function sameClasses(a: readonly string[] | undefined, b: readonly string[]): boolean {
  return a !== undefined && a.length === b.length && b.every((name) => a.includes(name));
}

/** Whether the severe ones are not told apart. */
function isUndivided({ tables }: Manifest, dimension: DimensionId): boolean {
  return tables.some(({ undivided }) =>
    (undivided as readonly DimensionId[] | undefined)?.includes(dimension),
  );
}

/** How many children some classes of a dimension have, under the filters of all other dimensions; null where unknown. */
function countOf({ facets, atlas }: Picture, dimension: DimensionId, classes: readonly string[]) {
  const column = facets?.[dimension];
  if (!column) return null;
  const names: readonly string[] = CLASSES[dimension];
  const asked = isUndivided(atlas.manifest, dimension)
    ? classes.filter((name) => name !== 'severe')
    : classes;
  const sum = asked.reduce((total, name) => total + (column[names.indexOf(name)] ?? Number.NaN), 0);
  return Number.isNaN(sum) ? null : sum;
}

/** Which children: conditions restrict what is counted, the rest restrict whom it is counted among. */
export function Who() {
  const { words } = usePage();
  const manifest = useAsked(({ atlas }) => atlas.manifest);
  const known = knownDimensions(manifest);
  return (
    <div className="who-groups">
      <fieldset className="group">
        <h3>{words.who.conditions}</h3>
        {CONDITION_DIMENSIONS.flatMap((dimension) => [
          <ConditionCheck
            key={`${dimension} affected`}
            dimension={dimension}
            classes={AFFECTED}
            label={words.conditions[dimension].affected}
            lack={known.has(dimension) ? null : words.who.absent}
          />,
          <ConditionCheck
            key={`${dimension} severe`}
            dimension={dimension}
            classes={SEVERE}
            label={words.conditions[dimension].severe}
            lack={
              !known.has(dimension)
                ? words.who.absent
                : isUndivided(manifest, dimension)
                  ? words.who.notDivided
                  : null
            }
          />,
        ])}
      </fieldset>

      {(['poverty', 'age', 'sex'] as const satisfies readonly (typeof POPULATION_DIMENSIONS)[number][]).map(
        (dimension) => (
          <PopulationGroup key={dimension} dimension={dimension} known={known.has(dimension)} />
        ),
      )}
    </div>
  );
}

interface CountedClasses {
  readonly dimension: DimensionId;
  readonly classes: readonly string[];
}

function ClassCount({ dimension, classes }: CountedClasses) {
  const { format } = usePage();
  const count = useAsked((picture) => countOf(picture, dimension, classes));
  return count === null ? null : format.count(count);
}

interface ConditionCheckProps extends CountedClasses {
  readonly label: string;
  /** Why it cannot be asked. */
  readonly lack: string | null;
}

function ConditionCheck({ dimension, classes, label, lack }: ConditionCheckProps) {
  const { store } = usePage();
  const selected = useAsked(({ view }) => sameClasses(view.filters.classes[dimension], classes));
  return (
    <Check
      label={label}
      count={lack ?? <ClassCount dimension={dimension} classes={classes} />}
      disabled={lack !== null}
      selected={selected}
      onChange={(on) => setFilters(store, (old) => withClasses(old, dimension, on ? classes : []))}
    />
  );
}

type PopulationDimension = (typeof POPULATION_DIMENSIONS)[number];

interface PopulationGroupProps {
  readonly dimension: PopulationDimension;
  readonly known: boolean;
}

function PopulationGroup({ dimension, known }: PopulationGroupProps) {
  const { words } = usePage();
  return (
    <fieldset className="group">
      <h3>
        {words.who[dimension]}
        {known ? '' : `: ${words.who.absent}`}
      </h3>
      {known
        ? CLASSES[dimension].map((name) => <ClassCheck key={name} dimension={dimension} name={name} />)
        : null}
    </fieldset>
  );
}

interface ClassCheckProps {
  readonly dimension: PopulationDimension;
  readonly name: string;
}

function ClassCheck({ dimension, name }: ClassCheckProps) {
  const { store, words } = usePage();
  const selected = useAsked(({ view }) => view.filters.classes[dimension]?.includes(name) ?? false);
  const labels: Readonly<Record<string, string>> = words.classes[dimension];
  return (
    <Check
      label={labels[name] ?? name}
      count={<ClassCount dimension={dimension} classes={[name]} />}
      selected={selected}
      onChange={(on) =>
        setFilters(store, (old) => {
          const before = old.classes[dimension] ?? [];
          const others = before.filter((other) => other !== name);
          return withClasses(old, dimension, on ? [...before, name] : others);
        })
      }
    />
  );
}
