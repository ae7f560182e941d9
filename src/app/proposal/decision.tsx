import { memo, useDeferredValue, useMemo, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useStore } from 'zustand';
import { Bounded } from '#app/kit/bounded.tsx';
import { Choice } from '#app/kit/choice.tsx';
import { late } from '#app/late.tsx';
import { heldText, isOfPicture } from '#export/annex.ts';
import { tierOfKey } from '#picture/data-key.ts';
import { figuresOf } from '#picture/figures.ts';
import { listedAreas } from '#picture/listed-areas.ts';
import type { PriorityPicture } from '#picture/scenario-comparison.ts';
import { scenarioView } from '#picture/scenario-view.ts';
import {
  decide,
  deleteScenario,
  openScenario,
  renameScenario,
  renewScenario,
  scenariosHere,
  showScenario,
  startScenario,
} from '#state/scenario.ts';
import { madeOnText } from '#words/decision-words.ts';
import { DecisionFiles } from './decision-files.tsx';
import { DecisionRow } from './decision-row.tsx';
import { useDraftedMarks } from './drafted-marks.ts';
import { ProposalChanges } from './proposal-changes.tsx';
import type { ScenarioProps } from './scenario-props.ts';
import './decision.css';
import type { PriorityPanelProps } from '#app/kit/priority-panel-props.ts';
import { type AreaDecision, decisionOf, type Scenario } from '#picture/decision-value.ts';

const ScenarioTable = late(() => import('./scenario-table.tsx').then((module) => module.ScenarioTable));

/** Rows drawn at most. */
const MOST_ROWS = 60;

/** What the meeting decides of the list: who is put forward, why, who sees it otherwise. It follows when weights rest. */
export function Decision(props: PriorityPanelProps) {
  const { picture, store, words, layer } = props;
  const scenarios = useStore(store, (state) => state.scenarios);
  const open = useStore(store, openScenario);
  const { dataset } = picture.atlas;
  const say = words.decision;
  const of = useMemo((): PriorityPicture => ({ ...picture, priority: layer }), [picture, layer]);
  useDraftedMarks(props, of, open);
  if (dataset === null) return null;
  const here = scenariosHere({ scenarios, atlas: picture.atlas });
  const start = () =>
    startScenario(
      store,
      here.length === 0 ? say.firstTitle : say.nextTitle(String(here.length + 1)),
      figuresOf(dataset),
    );
  return (
    <section className="decision">
      <h2>{say.heading}</h2>
      {here.length === 0 ? <p>{say.invite}</p> : null}
      {open && here.length > 1 ? (
        <Choice
          label={say.which}
          labelShown
          value={String(open.id)}
          options={here.map(({ id, title }) => ({ id: String(id), label: title }))}
          onChange={(id) => {
            const one = here.find((each) => String(each.id) === id);
            if (one) showScenario(store, one);
          }}
        />
      ) : null}
      {open ? (
        <Worked {...props} key={open.id} picture={of} dataset={dataset} scenario={open} />
      ) : (
        <Button className="button primary" onPress={start}>
          {say.start}
        </Button>
      )}
      {open ? (
        <div className="row">
          <Button className="button" onPress={start}>
            {say.another}
          </Button>
          {here.length > 1 ? <Compare {...props} scenarios={here} /> : null}
        </div>
      ) : null}
      <Bounded>
        <DecisionFiles {...props} picture={of} dataset={dataset} scenario={open} />
      </Bounded>
    </section>
  );
}

function Compare({ scenarios, ...props }: PriorityPanelProps & { readonly scenarios: readonly Scenario[] }) {
  const [shown, setShown] = useState(false);
  return (
    <>
      <Button className="button" onPress={() => setShown(true)}>
        {props.words.decision.compare}
      </Button>
      {shown ? (
        <Bounded>
          <ScenarioTable {...props} scenarios={scenarios} onClose={() => setShown(false)} />
        </Bounded>
      ) : null}
    </>
  );
}

/** The scenario worked on. It follows a filter when there is time. */
function Worked(props: ScenarioProps) {
  const picture = useDeferredValue(props.picture);
  return <StillWorked {...props} picture={picture} layer={picture.priority} />;
}

const StillWorked = memo(
  function StillWorked(props: ScenarioProps) {
    const { picture, store, words, layer, scenario } = props;
    const { geography, selected } = picture;
    const say = words.decision;
    const listed = useMemo(() => new Set(listedAreas(layer)), [layer]);
    const rows = useMemo(() => rowsOf(picture, scenario), [picture, scenario]);
    const fresh = selected.filter((i) => !rows.includes(i));
    const drafted = (areas: readonly number[], reason: boolean) =>
      areas.flatMap((i): readonly AreaDecision[] => {
        const area = geography.areas[i];
        if (!area) return [];
        const before = decisionOf(scenario, area.code);
        const drafted = reason && before.reason === '' ? 'counts' : before.drafted;
        return [{ ...before, chosen: true, drafted }];
      });
    return (
      <>
        <ScenarioName {...props} />
        <Bounded>
          <Mismatch {...props} />
        </Bounded>
        <Bounded>
          <Summary {...props} />
        </Bounded>
        <Bounded>
          <ProposalChanges {...props} />
        </Bounded>
        <div className="row">
          <Button
            className="button"
            onPress={() => decide(store, scenario.id, drafted([...listed].slice(0, MOST_ROWS), true))}
          >
            {say.chooseAll(props.format.count(listed.size))}
          </Button>
          {fresh.length > 0 ? (
            <Button
              className="button"
              onPress={() => decide(store, scenario.id, drafted(fresh.slice(0, MOST_ROWS), false))}
            >
              {say.addSelected(props.format.count(fresh.length))}
            </Button>
          ) : null}
        </div>
        <ol className="decision-rows">
          {rows.slice(0, MOST_ROWS).map((index) => (
            <Bounded key={index}>
              <DecisionRow {...props} index={index} listed={listed.has(index)} />
            </Bounded>
          ))}
        </ol>
      </>
    );
  },
  (a, b) =>
    a.picture.priority === b.picture.priority &&
    a.picture.view === b.picture.view &&
    a.scenario === b.scenario &&
    a.words === b.words &&
    a.format === b.format,
);

/** The list, then what else is decided of, by rank. */
function rowsOf({ geography, priority }: PriorityPicture, scenario: Scenario): readonly number[] {
  const listed = listedAreas(priority);
  const others = scenario.areas.flatMap(({ code }) => geography.indexOf.get(code) ?? []);
  const rank = (i: number) => {
    const own = priority.index.rank[i] ?? 0;
    return own === 0 ? Number.MAX_SAFE_INTEGER : own;
  };
  const outside = others.filter((i) => !listed.includes(i)).sort((a, b) => rank(a) - rank(b));
  return [...listed, ...outside];
}

function ScenarioName({ store, words, scenario }: ScenarioProps) {
  const say = words.decision;
  const [title, setTitle] = useState(scenario.title);
  const [asked, setAsked] = useState(false);
  const finish = () => {
    renameScenario(store, scenario.id, title);
    setTitle(openScenario(store.getState())?.title ?? title);
  };
  return (
    <form
      className="decision-name"
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <TextField value={title} onChange={setTitle} onBlur={finish} maxLength={200}>
        <Label className="note">{say.title}</Label>
        <Input autoComplete="off" className="field" />
      </TextField>
      {asked ? (
        <p role="alert">
          {say.removeSure(scenario.title)}{' '}
          <Button className="link" onPress={() => deleteScenario(store, scenario.id)}>
            {say.removeYes}
          </Button>{' '}
          <Button className="link" autoFocus onPress={() => setAsked(false)}>
            {say.keep}
          </Button>
        </p>
      ) : (
        <Button className="link" onPress={() => setAsked(true)}>
          {say.remove}
        </Button>
      )}
    </form>
  );
}

/** Where the screen asks another question than the scenario, or has other figures. */
function Mismatch({ picture, store, words, dataset, scenario }: ScenarioProps) {
  const say = words.decision;
  const { atlas, view } = picture;
  const answered = scenarioView(atlas, scenario, view) !== null;
  const other = !isOfPicture(scenario, picture);
  const figures = figuresOf(dataset);
  const { tier } = atlas.manifest;
  const made = { tier: tierOfKey(scenario.data, atlas.territory) ?? tier, figures: scenario.figures };
  const madeOn = madeOnText(made, { tier, figures }, words);
  if (!other && madeOn === null) return null;
  return (
    <div className="decision-mismatch" role="status">
      {madeOn === null ? null : <p>{madeOn}</p>}
      {other ? <p>{answered ? say.differs : say.unanswered}</p> : null}
      <div className="row">
        {other && answered ? (
          <Button className="button" onPress={() => showScenario(store, scenario)}>
            {say.show}
          </Button>
        ) : null}
        <Button className="button" onPress={() => renewScenario(store, scenario.id, figures)}>
          {say.renew}
        </Button>
      </div>
    </div>
  );
}

/** How many are put forward, and which share of the affected children they hold. */
function Summary({ picture, words, format, scenario }: ScenarioProps) {
  const say = words.decision;
  const { geography, view } = picture;
  const chosen = scenario.areas.filter(({ code, chosen: yes }) => yes && geography.indexOf.has(code));
  if (chosen.length === 0) return <p>{say.none}</p>;
  const held = heldText(picture, scenario, words, format);
  return (
    <p>
      <strong>{say.summary(format.count(chosen.length), words.level[view.level])}</strong>
      {held === null ? null : ` · ${held}`}
    </p>
  );
}
