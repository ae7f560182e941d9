/** A part of the program that is fetched late could not be had: the network, the server or a newer release is why. */
export class PartMissing extends Error {
  override readonly name = 'PartMissing';
}

export interface PartPatience {
  readonly tries: number;
  readonly waitMs: number;
}

const PATIENCE: PartPatience = { tries: 3, waitMs: 400 };

/** How browsers, and the build for stylesheets, say that an import could not be fetched. */
const NOT_FETCHED =
  /Failed to fetch dynamically imported module|error loading dynamically imported module|Importing a module script failed|Unable to preload CSS/i;

/**
 * Imports a part that is fetched late, more than once if need be.
 * Throws PartMissing where it cannot be fetched, for a boundary to show; what a part itself throws is passed on.
 */
export async function part<T>(
  load: () => Promise<T>,
  { tries, waitMs }: PartPatience = PATIENCE,
): Promise<T> {
  for (let left = tries - 1; ; left--) {
    try {
      return await load();
    } catch (cause) {
      if (!(cause instanceof Error && NOT_FETCHED.test(cause.message))) throw cause;
      if (left <= 0) throw new PartMissing(cause.message, { cause });
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}
