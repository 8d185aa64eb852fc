/** お知らせを端末で受け取る: asks the browser, hands what it says to the house, and ends both with one press. */
const form = document.querySelector<HTMLFormElement>('#push');
const ending = document.getElementById('push-end');
const states = [...document.querySelectorAll<HTMLElement>('[role=status] > p')];

function show(id?: string): void {
  for (const state of states) state.hidden = state.id !== id;
}

function send(path: string, said: URLSearchParams): Promise<Response> {
  return fetch(path, { method: 'POST', body: said });
}

if (form && ending) {
  const able = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  if (able) await open(form, ending);
  else show('push_unsupported');
}

async function open(asking: HTMLFormElement, end: HTMLElement): Promise<void> {
  const worker = await navigator.serviceWorker.register('/notices/worker.js', { scope: '/notices/' });
  const held = () => worker.pushManager.getSubscription();
  const stand = async () => {
    const one = await held();
    asking.hidden = one !== null;
    end.hidden = one === null;
  };
  await stand();
  asking.addEventListener('submit', async (event) => {
    event.preventDefault();
    show();
    show(await begin(asking, worker));
    await stand();
  });
  end.querySelector('button')?.addEventListener('click', async () => {
    const one = await held();
    if (one) {
      await send('/notices/push/end', new URLSearchParams({ endpoint: one.endpoint })).catch(() => undefined);
      // Where the house did not hear of it, the push service tells it with the next notice.
      await one.unsubscribe();
    }
    show('push_ended');
    await stand();
  });
}

/** @returns which sentence of the page says how it went */
async function begin(asking: HTMLFormElement, worker: ServiceWorkerRegistration): Promise<string> {
  if ((await Notification.requestPermission()) !== 'granted') return 'push_denied';
  try {
    await navigator.serviceWorker.ready;
    const one = await worker.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: asking.dataset.key ?? '',
    });
    const { keys } = one.toJSON();
    const said = new URLSearchParams();
    for (const [name, value] of new FormData(asking)) said.append(name, String(value));
    said.set('endpoint', one.endpoint);
    said.set('p256dh', keys?.p256dh ?? '');
    said.set('auth', keys?.auth ?? '');
    const { ok, status } = await send('/notices/push', said);
    if (ok) return 'push_done';
    await one.unsubscribe();
    return status === 429 || status === 425 ? 'push_slow' : 'push_failed';
  } catch {
    return 'push_failed';
  }
}

export {};
