import { loadAreaList } from '#data/country-list.ts';
import { nameFinding } from '#scripts/dataset/name-finding.ts';
const list = await loadAreaList();
for (const dirt of ['writing','spelling'] as const) {
  const t = performance.now();
  const r = nameFinding(list!, dirt, Number(process.argv[2] ?? 1));
  console.log(dirt, { ...r, wrong: r.wrong.length }, r.wrong.slice(0,15), (performance.now()-t).toFixed(0));
}
