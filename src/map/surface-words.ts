/** What stands at the map, in one language. */
export interface MapSurfaceWords {
  readonly map: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fitAll: string;
  /** The letter under the arrow, and its description. */
  readonly north: string;
  readonly northUp: string;
  readonly kilometers: string;
  readonly meters: string;
}
