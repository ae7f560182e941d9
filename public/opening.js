// Before the program: says where a script or a stylesheet of the opening could not be fetched, and offers to ask again.
// Classic and small, for it has to run where nothing else does; what is fetched later the program itself speaks of.
(() => {
  const say = () => {
    if (document.querySelector('.opening-failed')) return;
    const said = document.createElement('div');
    said.className = 'opening-failed';
    said.setAttribute('role', 'alert');
    // By itself: the page's stylesheet may be what is missing. Over whatever stands already.
    Object.assign(said.style, {
      position: 'fixed',
      zIndex: '10',
      inset: '0 0 auto',
      padding: '16px',
      background: '#fafaf7',
    });
    const text = document.createElement('p');
    text.textContent =
      'Sebagian program tidak dapat diambil: jaringan atau server terputus, atau versi program berubah. · A part of the program could not be fetched: network, server, or a changed version.';
    const again = document.createElement('button');
    again.type = 'button';
    again.className = 'button primary';
    again.textContent = 'Muat ulang · Reload';
    again.addEventListener('click', () => location.reload());
    said.append(text, again);
    document.body.prepend(said);
    document.querySelector('#root > .map-message')?.remove();
  };
  /** The stylesheets of the document itself. */
  const sheets = new Set();
  const note = () => {
    for (const sheet of document.querySelectorAll('link[rel="stylesheet"]')) sheets.add(sheet);
  };
  // Before the program's script runs.
  document.addEventListener('readystatechange', note, { once: true });
  const isOpening = ({ target, error }) =>
    (target instanceof HTMLScriptElement && target.type === 'module') ||
    (target instanceof HTMLLinkElement &&
      target.rel === 'stylesheet' &&
      (document.readyState === 'loading' || sheets.has(target))) ||
    // The panels, which the program's script fetches last.
    error?.name === 'PartMissing';
  const hear = (event) => {
    if (!isOpening(event)) return;
    if (document.body) say();
    else document.addEventListener('DOMContentLoaded', say, { once: true });
  };
  addEventListener('error', hear, true);
})();
