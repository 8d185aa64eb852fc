/** The service worker of the notices: shows the title it was told, and leads to the page. It keeps nothing. */
interface Told {
  readonly title: string;
  readonly link: string;
}

interface Pushed extends Event {
  readonly data: { json(): Told } | null;
  waitUntil(work: Promise<unknown>): void;
}

interface Pressed extends Event {
  readonly notification: Notification;
  waitUntil(work: Promise<unknown>): void;
}

interface Worker {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { openWindow(address: string): Promise<unknown> };
  addEventListener(kind: 'push', hear: (event: Pushed) => void): void;
  addEventListener(kind: 'notificationclick', hear: (event: Pressed) => void): void;
}

const worker = self as unknown as Worker;

worker.addEventListener('push', (event) => {
  const told = event.data?.json();
  if (!told) return;
  const { title, link } = told;
  event.waitUntil(worker.registration.showNotification(title, { data: link, tag: link }));
});

worker.addEventListener('notificationclick', (event) => {
  const link = String(event.notification.data);
  event.notification.close();
  if (new URL(link).origin === location.origin) event.waitUntil(worker.clients.openWindow(link));
});

export {};
