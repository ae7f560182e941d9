import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { usePage } from '#app/page.ts';
import { SAMPLE_FILES, SAMPLE_FOLDER, SAMPLE_IDS, type SampleFile } from '#core/sample-file.ts';
import { HELP } from '#words/help-words.ts';
import { handShipped } from './shipped-file.ts';

/** One of each file that is read; what is asked of it is told from the same list by which it is tested. */
export function Samples() {
  const say = HELP[useStore(usePage().store, ({ language }) => language)].samples;
  const [failed, setFailed] = useState(false);
  const take = async (name: string) => setFailed(!(await handShipped(`${SAMPLE_FOLDER}/${name}`, name)));
  return (
    <>
      <p>{say.intro}</p>
      <p>{say.personal}</p>
      {failed ? <p role="alert">{say.failed}</p> : null}
      <dl className="help-terms">
        {SAMPLE_IDS.map((id) => {
          const { name, asks }: SampleFile = SAMPLE_FILES[id];
          return (
            <div key={id}>
              <dt>{say.files[id].name}</dt>
              <dd>
                {say.files[id].holds}
                <small>
                  {asks.length === 0
                    ? say.plain
                    : say.asks(asks.map((question) => say.questions[question]).join('; '))}
                </small>
                <Button className="link" onPress={() => void take(name)}>
                  {say.fetch(name)}
                </Button>
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
