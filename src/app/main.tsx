import './trusted-types.ts';
import '@fontsource-variable/source-sans-3';
import './app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createSession } from './session.ts';
import { createAppStore } from './store.ts';

const root = document.querySelector('#root');
if (root) {
  const store = createAppStore();
  const session = createSession(store);
  createRoot(root).render(
    <StrictMode>
      <App store={store} session={session} />
    </StrictMode>,
  );
  void session.openDemo();
}
