const mark = 'kanaeau-reloaded-at';
const pauseMs = 10_000;

/**
 * When the server was updated while a tab stood open, the parts of the old app are gone: the page is loaded anew,
 * once, instead of failing.
 */
export function reloadAfterUpdate(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const before = Number(sessionStorage.getItem(mark));
    if (Date.now() - before < pauseMs) return;
    sessionStorage.setItem(mark, String(Date.now()));
    event.preventDefault();
    window.location.reload();
  });
}
