/** How many steps tighter a text may be set (`data-tight`), each of them in the style sheet. */
const STEPS = 3;

function linesOf(element: HTMLElement): number {
  return Math.round(element.offsetHeight / Number.parseFloat(getComputedStyle(element).lineHeight));
}

/** Sets a text as loosely as its lines allow, and anew whenever its words or its width change. Ends what it began. */
export function keepToLines(element: HTMLElement, most: number): () => void {
  let known = '';
  const look = () => `${element.offsetWidth} ${element.offsetHeight} ${element.textContent}`;
  const fit = () => {
    if (look() === known) return;
    for (let step = 0; step <= STEPS; step += 1) {
      element.dataset.tight = String(step);
      if (linesOf(element) <= most) break;
    }
    known = look();
  };
  const sizes = new ResizeObserver(fit);
  sizes.observe(element);
  // Observed anew it is told after the next layout: nothing is laid out for the sake of looking.
  const words = new MutationObserver(() => {
    sizes.unobserve(element);
    sizes.observe(element);
  });
  words.observe(element, { characterData: true, childList: true, subtree: true });
  return () => {
    sizes.disconnect();
    words.disconnect();
  };
}
