import { useState } from 'react';
import {
  Button,
  Dialog,
  Heading,
  Menu,
  MenuItem,
  MenuTrigger,
  Modal,
  ModalOverlay,
  Popover,
} from 'react-aria-components';
import type { ExportKind } from '#app/export.ts';
import type { PanelProps } from '#app/panel-props.ts';
import './export-menu.css';
import { tierOf } from '#picture/tier.ts';

type Choice = ExportKind | 'print';

/** Everything that leaves the program, in one menu. Internal data is asked for twice. */
export function ExportMenu(props: PanelProps) {
  const { picture, store, words } = props;
  const [asked, setAsked] = useState<Choice | null>(null);
  const say = words.export;

  const leave = async (choice: Choice) => {
    if (choice === 'print') {
      window.print();
      return;
    }
    const image = choice === 'map-screen' || choice === 'map-print';
    if (image) store.setState({ notice: { kind: 'exporting' } });
    try {
      const { exportFile } = await import('#app/export.ts');
      store.setState({ notice: { kind: 'exported', file: await exportFile(choice, props) } });
    } catch (reason) {
      store.setState({ notice: { kind: 'export-failed' } });
      throw reason;
    }
  };
  const choose = (choice: Choice) => {
    if (tierOf(picture) === 'internal') setAsked(choice);
    else void leave(choice);
  };

  return (
    <>
      <MenuTrigger>
        <Button className="button">{say.menu}</Button>
        <Popover className="popover">
          <Menu className="listbox" onAction={(key) => choose(key as Choice)}>
            <MenuItem className="item" id="map-screen">
              {say.mapScreen}
            </MenuItem>
            <MenuItem className="item" id="map-print">
              {say.mapPrint}
            </MenuItem>
            <MenuItem className="item" id="table-spreadsheet">
              {say.tableSpreadsheet}
            </MenuItem>
            <MenuItem className="item" id="table-plain">
              {say.tablePlain}
            </MenuItem>
            {picture.hotspots ? (
              <MenuItem className="item" id="hotspot-data">
                {say.hotspotData}
              </MenuItem>
            ) : null}
            <MenuItem className="item" id="print">
              {say.print}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <ModalOverlay
        className="overlay"
        isOpen={asked !== null}
        onOpenChange={(open) => {
          if (!open) setAsked(null);
        }}
        isDismissable
      >
        <Modal className="modal export-question">
          <Dialog className="dialog" role="alertdialog">
            <Heading slot="title">{say.confirmTitle}</Heading>
            <p>{say.confirm}</p>
            <div className="row">
              <Button className="button" autoFocus onPress={() => setAsked(null)}>
                {words.data.cancel}
              </Button>
              <Button
                className="button primary"
                onPress={() => {
                  setAsked(null);
                  if (asked) void leave(asked);
                }}
              >
                {say.goOn}
              </Button>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}
