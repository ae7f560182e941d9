/** As they lie over the page: React Aria puts each at the end of the body. */
const OVERLAYS = '.popover, .modal';

/**
 * Escape closes the topmost overlay also where what had the focus is gone: the key is then the body's, and no overlay
 * hears it. Focus is taken back into the overlay first, so that it returns from there to what had opened it.
 */
export function listenForEscape(target: Window): void {
  target.addEventListener('keydown', (event) => {
    const { body, documentElement } = target.document;
    if (event.key !== 'Escape' || (event.target !== body && event.target !== documentElement)) return;
    const topmost = [...target.document.querySelectorAll(OVERLAYS)].at(-1);
    const place = topmost?.querySelector<HTMLElement>('[role="dialog"], [role="alertdialog"], [role="menu"]');
    if (!place) return;
    place.focus();
    place.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  });
}
