import { useState } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import { useStore } from 'zustand';
import { usePage } from '#app/page.ts';
import { GLOSSARY_TERMS } from '#words/help-catalogue.ts';
import { GLOSSARY, HELP } from '#words/help-words.ts';

/** The terms in the order in which a reader meets them, or those in which a text occurs. */
export function Terms() {
  const language = useStore(usePage().store, (state) => state.language);
  const say = HELP[language].terms;
  const [sought, setSought] = useState('');
  const wanted = sought.trim().toLowerCase();
  const found = GLOSSARY_TERMS.map((id) => ({ id, ...GLOSSARY[language][id] })).filter(({ term, means }) =>
    `${term} ${means}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      <SearchField className="help-search" value={sought} onChange={setSought}>
        <Label className="visually-hidden">{say.search}</Label>
        <Input autoComplete="off" className="field" placeholder={say.search} />
      </SearchField>
      {found.length === 0 ? <p role="status">{say.none}</p> : null}
      <dl className="help-terms">
        {found.map(({ id, term, means, source }) => (
          <div key={id}>
            <dt>{term}</dt>
            <dd>
              {means}
              <small>
                {say.source}: {source}
              </small>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
