import { Button } from 'react-aria-components';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { tableName } from '#app/export.ts';
import { AsideNote } from '#app/kit/aside-note.tsx';
import { Check } from '#app/kit/choice.tsx';
import { FileChoice } from '#app/kit/file-choice.tsx';
import { usePrinting } from '#app/kit/printing.ts';
import type { PriorityPanelProps } from '#app/kit/priority-panel-props.ts';
import { leave } from '#app/kit/way-out.ts';
import type { Dataset } from '#core/dataset.ts';
import { type CsvDialect, PLAIN_DIALECT, SPREADSHEET_DIALECT } from '#core/safe-csv.ts';
import { annexTable, isOfPicture } from '#export/annex.ts';
import type { Scenario } from '#picture/decision-value.ts';
import type { PriorityPicture } from '#picture/scenario-comparison.ts';
import { tierOf } from '#picture/tier.ts';
import { fileName } from '#report/file-name.ts';
import { tableCsv } from '#report/report-table.ts';
import { addScenarios, SCENARIOS_KEY, scenariosFile, scenariosHere } from '#state/scenario.ts';
import { AnnexSheet } from './annex-sheet.tsx';

type FilesProps = PriorityPanelProps & {
  readonly picture: PriorityPicture;
  readonly dataset: Dataset;
  readonly scenario: Scenario | null;
};

/** How a proposal leaves, comes back, and stays. */
export function DecisionFiles(props: FilesProps) {
  const { picture, store, words, scenario } = props;
  const kept = useStore(store, (state) => state.scenariosKept);
  const scenarios = useStore(store, (state) => state.scenarios);
  const say = words.decision;
  const here = scenariosHere({ scenarios, atlas: picture.atlas });
  const open = async (file: File | undefined) => {
    if (!file) return;
    const added = addScenarios(store, await file.text());
    store.setState({
      notice: added === null ? { kind: 'proposals-foreign' } : { kind: 'proposals-opened', count: added },
    });
  };
  const save = () => {
    const { tier, territory } = picture.atlas.manifest;
    const name = fileName({ mark: words.export.marks[tier], parts: [territory, say.which], ending: 'json' });
    // Reasons may hold figures.
    leave(tierOf(picture), (door) => {
      door.hand(name, scenariosFile(here), 'application/json');
      if (here.length === scenarios.length) store.setState({ scenariosSaved: scenarios });
    });
  };
  return (
    <>
      {here.length > 0 ? (
        <div>
          <Check
            label={say.keepHere}
            selected={kept}
            onChange={(scenariosKept) => store.setState({ scenariosKept })}
          />
          <p className="note">{say.keepHint}</p>
        </div>
      ) : null}
      <AsideNote store={store} words={words} format={props.format} of={SCENARIOS_KEY} />
      <details className="decision-files">
        <summary>{say.files}</summary>
        {scenario ? <Annex {...props} scenario={scenario} /> : null}
        <div className="row">
          <Button className="button" isDisabled={here.length === 0} onPress={save}>
            {say.save}
          </Button>
          <FileChoice acceptedFileTypes={['.json']} onFiles={([file]) => void open(file)}>
            {say.open}
          </FileChoice>
        </div>
      </details>
    </>
  );
}

/** The annex, of the picture on the screen alone. */
function Annex(props: FilesProps & { readonly scenario: Scenario }) {
  const { picture, words, format, dataset, scenario } = props;
  const say = words.decision;
  const { printing, print } = usePrinting('annex', tierOf(picture));
  const hand = (dialect: CsvDialect) =>
    leave(tierOf(picture), (door) => {
      const table = annexTable(picture, scenario, dataset, words, format);
      door.hand(tableName(picture, words, dialect, say.annex.file), tableCsv(table, dialect));
    });
  const fits = isOfPicture(scenario, picture);
  return (
    <>
      <div className="row">
        <Button className="button" isDisabled={!fits} onPress={() => hand(SPREADSHEET_DIALECT)}>
          {say.annexSpreadsheet}
        </Button>
        <Button className="button" isDisabled={!fits} onPress={() => hand(PLAIN_DIALECT)}>
          {say.annexPlain}
        </Button>
        <Button className="button" isDisabled={!fits} onPress={print}>
          {say.annexPrint}
        </Button>
      </div>
      {fits ? null : <p className="note">{say.annexOf}</p>}
      {printing ? createPortal(<AnnexSheet {...props} />, document.body) : null}
    </>
  );
}
