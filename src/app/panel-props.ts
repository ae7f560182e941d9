import type { Format } from './format.ts';
import type { HotspotDesk } from './hotspot-desk.ts';
import type { Picture } from './picture.ts';
import type { PriorityDesk } from './priority-desk.ts';
import type { AppStore } from './store.ts';
import type { Words } from './words/id.ts';

/** What every panel is given. `dimmed`: the picture is an older one, a newer is being made. */
export interface PanelProps {
  readonly picture: Picture;
  readonly store: AppStore;
  readonly words: Words;
  readonly format: Format;
  readonly dimmed: boolean;
  readonly hotspotDesk: HotspotDesk;
  readonly priorityDesk: PriorityDesk;
}
