import { describe, it } from 'vitest';
import { SINGLE, type View } from '#core/view.ts';
import { createAreaLabels } from '#picture/area-labels.ts';
import type { Atlas } from '#picture/atlas.ts';
import { openingPriority } from '#picture/priority-layer.ts';
import { toldList } from '#picture/told-list.ts';
import { expectLinear } from '#tests/growth.ts';
import { townAtlas, townPicture } from '#tests/report/sample-town.ts';

const atlasOf = (areas: number): Atlas =>
  townAtlas(
    Array.from({ length: areas }, (_, k) => ({
      name: `Kelurahan ${k}`,
      district: (k % 2) as 0 | 1,
      target: 200,
      measured: 100,
      affected: (7 * k) % 60,
      unknown: 0,
    })),
    'example',
  );
const priority = openingPriority(['stunting', 'wasting', 'extreme-poverty']);
if (!priority) throw new Error('no index');

const VIEWS: Readonly<Record<string, Partial<View>>> = {
  'one indicator': { question: SINGLE },
  'an index and its list': { question: priority },
};

describe('a picture takes as long as its areas are many', () => {
  it.each(Object.keys(VIEWS))('of %s, with what is told of it and its numbers on the map', (name) => {
    expectLinear(
      atlasOf,
      (atlas) => {
        const picture = townPicture(atlas, VIEWS[name]);
        return [toldList(picture), createAreaLabels()(picture)];
      },
      400,
    );
  });
});
