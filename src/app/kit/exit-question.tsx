import { Button, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useStore } from 'zustand';
import type { PanelProps } from '#app/panel-props.ts';
import { BoundedDialog } from './bounded-dialog.tsx';
import { answerGate, gate } from './way-out.ts';

/** Asks before internal figures leave, whichever way they take. */
export function ExitQuestion({ words }: Pick<PanelProps, 'words'>) {
  const asked = useStore(gate, ({ waiting }) => waiting !== null);
  const say = words.export;
  return (
    <ModalOverlay
      className="overlay"
      isOpen={asked}
      onOpenChange={(open) => {
        if (!open) answerGate(false);
      }}
      isDismissable
    >
      <Modal className="modal export-question">
        <BoundedDialog className="dialog" role="alertdialog">
          <Heading slot="title">{say.confirmTitle}</Heading>
          <p>{say.confirm}</p>
          <div className="row">
            <Button className="button" autoFocus onPress={() => answerGate(false)}>
              {words.data.cancel}
            </Button>
            <Button className="button primary" onPress={() => answerGate(true)}>
              {say.goOn}
            </Button>
          </div>
        </BoundedDialog>
      </Modal>
    </ModalOverlay>
  );
}
