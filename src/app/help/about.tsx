import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { usePage } from '#app/page.ts';
import { HELP } from '#words/help-words.ts';
import { handShipped } from './shipped-file.ts';

/** Written into the page by the build: `scripts/build-mark.ts`. */
const NOTICES = 'lisensi.txt';

/** What the build says of itself; null in development. */
function builtAs(): { readonly version: string; readonly digest: string } | null {
  const mark = document.querySelector<HTMLMetaElement>('meta[name="peta-sasaran"]')?.content.split(' ');
  return mark?.[0] && mark[1] ? { version: mark[0], digest: mark[1] } : null;
}

export function About() {
  const { store, words } = usePage();
  const help = HELP[useStore(store, ({ language }) => language)];
  const say = help.about;
  const built = builtAs();
  const [failed, setFailed] = useState(false);
  const rows: readonly (readonly [string, string])[] = [
    [say.version, built?.version ?? say.unbuilt],
    [say.build, built?.digest ?? say.unbuilt],
    [say.program, say.programLicense],
    [say.data, say.dataLicense],
    [say.type, say.typeLicense],
  ];
  return (
    <>
      <p>{words.app.local}</p>
      {failed ? <p role="alert">{help.samples.failed}</p> : null}
      <dl className="help-terms">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value}
              {name === say.build ? <small>{say.buildNote}</small> : null}
            </dd>
          </div>
        ))}
        <div>
          <dt>{say.packages}</dt>
          <dd>
            <Button className="link" onPress={async () => setFailed(!(await handShipped(NOTICES, NOTICES)))}>
              {say.notices}
            </Button>
          </dd>
        </div>
      </dl>
    </>
  );
}
