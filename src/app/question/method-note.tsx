import { Button } from 'react-aria-components';
import { useAsked, usePage } from '#app/page.ts';
import { METHOD_VERSION } from '#core/method-version.ts';
import { setView } from '#state/store.ts';

/** The way from the conventions of an older link or proposal to those of today; nothing where they are the same. */
export function MethodNote() {
  const { store, words } = usePage();
  const method = useAsked(({ view }) => view.method);
  return method === METHOD_VERSION ? null : (
    <Button className="link" onPress={() => setView(store, { method: METHOD_VERSION })}>
      {words.method.renew}
    </Button>
  );
}
