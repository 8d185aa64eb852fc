/**
 * Lets the app open without a signal: every file of this edition lies on the phone before it is used, and the page and its
 * files always come from one edition. Nothing else is kept: what the house answers never lies here.
 */
declare const __EDITION__: { readonly name: string; readonly files: readonly string[] };

/** What of a service worker's world is used here; the page's own library of types does not know it. */
interface Waits extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetches extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
const worker = globalThis as unknown as {
  readonly location: Location;
  addEventListener(name: 'install' | 'activate', heard: (event: Waits) => void): void;
  addEventListener(name: 'fetch', heard: (event: Fetches) => void): void;
};

const edition = `kanaeau-field-${__EDITION__.name}`;
const page = '/field/';

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(edition)
      .then((kept) => kept.addAll(__EDITION__.files.map((file) => new Request(file, { cache: 'reload' })))),
  );
});

// A new edition waits until the old one is closed everywhere: what somebody is writing is not pulled away.
worker.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== edition).map((name) => caches.delete(name))),
      ),
  );
});

worker.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== worker.location.origin || !pathname.startsWith(page))
    return;
  const wanted = event.request.mode === 'navigate' ? page : pathname;
  event.respondWith(
    caches
      .open(edition)
      .then((kept) => kept.match(wanted))
      .then((found) => found ?? fetch(event.request)),
  );
});
