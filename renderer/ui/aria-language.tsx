import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';

/** Tells React Aria the page's language (it decides which way arrow keys go), and keeps it out of the home screen. */
export function AriaLanguage({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale={document.documentElement.lang || 'en'}>{children}</I18nProvider>;
}
