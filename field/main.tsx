import './theme.css';
import { createRoot } from 'react-dom/client';
import * as m from '#messages';
import { App } from './app/App.tsx';
import { wipeWhatIsTooOld } from './phone.ts';
import { openPocket } from './pocket.ts';

const app = document.getElementById('app');
if (!app) throw new Error('the page has no #app');

if ('serviceWorker' in navigator)
  void navigator.serviceWorker.register('/field/worker.js', { scope: '/field/' });
// The browser may not clear away what waits to be sent.
void navigator.storage?.persist?.();

const room = createRoot(app);
const pocket = await openPocket().catch(() => null);
if (pocket) {
  await wipeWhatIsTooOld(pocket);
  room.render(<App pocket={pocket} />);
} else room.render(<p className="p-4 text-std-20N-150">{m.field_no_room()}</p>);
