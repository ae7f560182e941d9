import { useMemo } from 'react';
import { PaperMap } from '#app/kit/paper-map.tsx';
import { usePage } from '#app/page.ts';
import type { AreaCode } from '#core/area.ts';
import { tierMark } from '#export/export-sheet.ts';
import { boundsOf } from '#map/extent.ts';
import { buildScene } from '#map/scene.ts';
import { type LetterGround, monthLetter } from '#picture/month-letter.ts';
import type { Picture } from '#picture/picture.ts';
import { laidTierOf } from '#picture/tier.ts';
import { legendWords } from '#words/legend-words.ts';
import { letterText } from '#words/letter-words.ts';

const FRAME = { width: 330, height: 250 };

interface LetterSheetProps {
  readonly ground: LetterGround;
  readonly district: AreaCode | null;
}

/** A letter on paper: its words, and the map of its first indicator. */
export function LetterSheet({ ground, district }: LetterSheetProps) {
  const { words, format } = usePage();
  const letter = useMemo(() => monthLetter(ground, district), [ground, district]);
  const text = letterText(letter, words, format);
  const mark = tierMark({ tier: laidTierOf(letter.atlas) }, words);
  const picture = ground.told[0]?.now ?? null;
  return (
    <article className="printed printed-letter" lang={words.language.locale}>
      <header>
        <div>
          <h1>{text.title}</h1>
          <p>{text.place}</p>
        </div>
        {mark ? <p className="tier">{mark.text}</p> : null}
      </header>
      {picture ? <LetterMap picture={picture} district={district} /> : null}
      {text.sections.map(({ id, heading, paragraphs, items }) => (
        <section key={id}>
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {items.length > 0 ? (
            <ul>
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          ) : null}
        </section>
      ))}
      <footer>
        <p>
          {text.source} · {words.boundaries[letter.atlas.manifest.boundaries.kind]}
        </p>
      </footer>
    </article>
  );
}

/** The rates of the month; of a kecamatan its own part of the map. */
function LetterMap({ picture, district }: { readonly picture: Picture; readonly district: AreaCode | null }) {
  const { words, format } = usePage();
  const { atlas, geography, shading, view } = picture;
  const scene = useMemo(
    () =>
      buildScene({
        boundaries: atlas.boundaries.villages,
        outlines: atlas.boundaries.districts,
        labels: geography.areas.map(({ name, centroid, parent }) => ({
          text: district !== null && parent === district ? name : '',
          point: centroid,
        })),
        classOf: shading.classOf,
        status: shading.status,
        colors: shading.colors,
        hatched: shading.hatched,
        selected: [],
        hovered: null,
      }),
    [atlas, geography, shading, district],
  );
  const bounds = useMemo(
    () =>
      district === null
        ? null
        : boundsOf(atlas.boundaries.villages, (i) => geography.areas[i]?.parent === district),
    [atlas, geography, district],
  );
  const legend = legendWords(picture, words, format);
  const label = words.letter.map(words.indicator[view.indicator].short, format.period(view.period));
  return (
    <figure className="letter-map">
      <PaperMap scene={scene} bounds={bounds} frame={FRAME} label={label} />
      <figcaption>
        <strong>{label}</strong>
        {legend.classes.map(({ label: range, color }) => (
          <span key={range}>
            <svg width="10" height="10" aria-hidden="true">
              <rect width="10" height="10" fill={color} stroke="#b4b1a6" />
            </svg>{' '}
            {range}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
