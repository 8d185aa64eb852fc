import './theme.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { wipeWhatIsTooOld } from './phone.ts';
import { openPocket } from './pocket.ts';

const app = document.getElementById('app');
if (!app) throw new Error('the page has no #app');

if ('serviceWorker' in navigator)
  void navigator.serviceWorker.register('/field/worker.js', { scope: '/field/' });
// The browser may not clear away what waits to be sent.
void navigator.storage?.persist?.();

const pocket = await openPocket();
await wipeWhatIsTooOld(pocket);
createRoot(app).render(<App pocket={pocket} />);
