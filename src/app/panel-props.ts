import type { EmergingDesk } from '#desk/emerging-desk.ts';
import type { HotspotDesk } from '#desk/hotspot-desk.ts';
import type { PriorityDesk } from '#desk/priority-desk.ts';
import type { Picture } from '#picture/picture.ts';
import type { AppStore } from '#state/store.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';

/** What every panel is given. `dimmed`: the picture is an older one, a newer is being made. */
export interface PanelProps {
  readonly picture: Picture;
  readonly store: AppStore;
  readonly words: Words;
  readonly format: Format;
  readonly dimmed: boolean;
  readonly hotspotDesk: HotspotDesk;
  readonly emergingDesk: EmergingDesk;
  readonly priorityDesk: PriorityDesk;
}
