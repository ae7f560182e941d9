import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { ExportKind } from '#app/export.ts';
import { type Door, leave } from '#app/kit/way-out.ts';
import { pictureNow, usePage, usePicture } from '#app/page.ts';
import './export-menu.css';
import { tierOf } from '#picture/tier.ts';

type Choice = ExportKind | 'print';

/** Everything that leaves the program, in one menu. */
export function ExportMenu() {
  const page = usePage();
  const { store, words, format } = page;
  const say = words.export;

  const choose = (choice: Choice) => {
    const picture = pictureNow(page);
    leave(tierOf(picture), (door) => {
      if (choice === 'print') door.print();
      else void exported(choice, door);
    });
  };
  const exported = async (choice: ExportKind, door: Door) => {
    const image = choice === 'map-screen' || choice === 'map-print' || choice === 'slides';
    if (image) store.setState({ notice: { kind: 'exporting' } });
    try {
      const { exportFile } = await import('#app/export.ts');
      const shown = { picture: pictureNow(page), store, words, format };
      store.setState({ notice: { kind: 'exported', file: await exportFile(choice, shown, door) } });
    } catch (reason) {
      store.setState({ notice: { kind: 'export-failed' } });
      throw reason;
    }
  };

  return (
    <MenuTrigger>
      <Button className="button">{say.menu}</Button>
      <Popover className="popover">
        <Ways onChoose={choose} />
      </Popover>
    </MenuTrigger>
  );
}

function Ways({ onChoose }: { readonly onChoose: (choice: Choice) => void }) {
  const say = usePage().words.export;
  const hotspots = usePicture((picture) => picture.hotspots !== null);
  return (
    <Menu className="listbox" onAction={(key) => onChoose(key as Choice)}>
      <MenuItem className="item" id="map-screen">
        {say.mapScreen}
      </MenuItem>
      <MenuItem className="item" id="map-print">
        {say.mapPrint}
      </MenuItem>
      <MenuItem className="item" id="slides">
        {say.slides}
      </MenuItem>
      <MenuItem className="item" id="workbook">
        {say.workbook}
      </MenuItem>
      <MenuItem className="item" id="table-spreadsheet">
        {say.tableSpreadsheet}
      </MenuItem>
      <MenuItem className="item" id="table-plain">
        {say.tablePlain}
      </MenuItem>
      {hotspots ? (
        <MenuItem className="item" id="hotspot-data">
          {say.hotspotData}
        </MenuItem>
      ) : null}
      <MenuItem className="item" id="print">
        {say.print}
      </MenuItem>
    </Menu>
  );
}
