const SVG = 'http://www.w3.org/2000/svg';

export type SvgAttributes = Readonly<Record<string, string | number>>;

/** A new element of SVG with attributes; never with a style, which the page's policy would refuse in a copy. */
export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: SvgAttributes = {},
  ...children: readonly Node[]
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** The drawing as it is now, as an image of its own, of the size in its attributes or the one given in CSS px. */
export async function svgImage(
  drawing: SVGSVGElement,
  size?: { readonly width: number; readonly height: number },
): Promise<HTMLImageElement> {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  for (const [key, value] of Object.entries(size ?? {})) copy.setAttribute(key, String(value));
  const text = new XMLSerializer().serializeToString(copy);
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}
