import '@mantine/core/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '#assets/fonts/fonts.css';
import './components/theme.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './App.tsx';
import { styleNonce, tellScrollLock } from './components/styleNonce.ts';
import { systemScheme, theme } from './components/theme.ts';
import { useTexts, startLanguage } from './language/texts.ts';
import { rememberedLanguage, rememberLanguage } from './desk/language.ts';

/** Copying out is off: paste in is allowed, what is on screen does not leave through the clipboard (Art. 11). */
function forbidCopy(): void {
  for (const way of ['copy', 'cut', 'dragstart'] as const) {
    document.addEventListener(way, (event) => {
      if (!(event.target instanceof HTMLInputElement && event.target.dataset['copy'] === 'allowed')) event.preventDefault();
    });
  }
}

function Told() {
  const { language } = useTexts();
  useEffect(() => {
    document.documentElement.lang = language;
    void rememberLanguage(language);
  }, [language]);
  return <App />;
}

const root = document.getElementById('root');
if (!root) throw new Error('no place to stand on');
forbidCopy();
tellScrollLock(styleNonce());
// The policy on scripts forbids making code at run time; the schemas are read instead.
z.config({ jitless: true });
startLanguage(await rememberedLanguage());
createRoot(root).render(
  <StrictMode>
    <MantineProvider getStyleNonce={styleNonce} theme={theme} defaultColorScheme="auto" colorSchemeManager={systemScheme} withCssVariables={false} withGlobalClasses={false}>
      <Notifications position="bottom-right" limit={4} />
      <Told />
    </MantineProvider>
  </StrictMode>,
);
