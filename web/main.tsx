import '../ui/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { whenSignedOut } from '#ui/call.ts';
import { wipeOldDrafts } from '#ui/Form/sealed-drafts.ts';
import { reloadAfterUpdate } from './reload-after-update.ts';
import { routeTree } from './router.tsx';
import { signInAddress } from './session.ts';

// Schemas would try to compile themselves, which the content security policy forbids and the browser reports.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

reloadAfterUpdate();

// What was sealed without a connection lies here for a day, whoever opens the app.
void wipeOldDrafts();
setInterval(() => void wipeOldDrafts(), 3_600_000);

const router = createBrowserRouter(routeTree);
whenSignedOut(() => {
  const to = signInAddress(window.location);
  if (to) router.navigate(to);
});

const app = document.getElementById('app');
if (!app) throw new Error('the page has no #app');
createRoot(app).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
