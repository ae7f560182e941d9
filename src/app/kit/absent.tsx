import { DASH } from '#words/format.ts';

/** A dash that says why there is no value. */
export function Absent({ why }: { readonly why: string }) {
  return (
    <span title={why}>
      <span aria-hidden="true">{DASH}</span>
      <span className="visually-hidden">{why}</span>
    </span>
  );
}
