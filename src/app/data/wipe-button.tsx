import { useState } from 'react';
import { Button, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { BoundedDialog } from '#app/kit/bounded-dialog.tsx';
import { usePage } from '#app/page.ts';
import { forgetPreparation } from './preparation-work.ts';
import { readersOwn } from './readers-own.ts';

/** Removes everything from this computer; what is the reader's is named first, as nothing brings it back. */
export function WipeButton() {
  const { store, words, format, session } = usePage();
  const [own, setOwn] = useState<readonly string[]>([]);
  const say = words.keeping.wipe;
  const ask = async () => {
    const kept = await session.keptTitle();
    const found = readersOwn(store.getState(), kept, words, format);
    if (found.length > 0) setOwn(found);
    else await wipeAll();
  };
  const wipeAll = () => {
    forgetPreparation();
    return session.wipe();
  };
  const close = () => setOwn([]);
  const wipe = () => {
    close();
    void wipeAll();
  };
  return (
    <>
      <Button className="link" onPress={() => void ask()}>
        {words.rooms.data.wipe}
      </Button>
      <ModalOverlay
        className="overlay"
        isOpen={own.length > 0}
        onOpenChange={(open) => {
          if (!open) close();
        }}
        isDismissable
      >
        <Modal className="modal export-question">
          <BoundedDialog className="dialog" role="alertdialog">
            <Heading slot="title">{say.title}</Heading>
            <p>{say.gone}</p>
            <ul>
              {own.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
            <div className="row">
              <Button className="button" autoFocus onPress={close}>
                {words.data.cancel}
              </Button>
              <Button className="button primary" onPress={wipe}>
                {say.all}
              </Button>
            </div>
          </BoundedDialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}
