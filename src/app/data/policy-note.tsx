import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { usePage } from '#app/page.ts';
import { hasPolicyHeader } from '#desk/page-policy.ts';

/** Once a page: said, and seen. */
let seen = false;

/** Before data of an office are opened: that this server sends no policy, and what to do. */
export function PolicyNote() {
  const { words } = usePage();
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    let gone = false;
    if (!seen) void hasPolicyHeader().then((has) => gone || setMissing(has === false));
    return () => {
      gone = true;
    };
  }, []);
  if (!missing) return null;
  const say = words.keeping.policy;
  return (
    <div role="alert" className="stack">
      <p>{say.missing}</p>
      <p className="note">{say.mend}</p>
      <p>
        <Button
          className="link"
          onPress={() => {
            seen = true;
            setMissing(false);
          }}
        >
          {say.understood}
        </Button>
      </p>
    </div>
  );
}
