import { useEffect, useState } from 'react';
import type { Look } from './chapter-style.ts';

/** How the app looks now, for a book's pages; `size` is the person's own choice for this book, times the app's. */
export function useLook(size: number): Look {
  const [read, setRead] = useState(readLook);
  useEffect(() => {
    const observer = new MutationObserver(() => { setRead(readLook()); });
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-text-size'] });
    return () => { observer.disconnect(); };
  }, []);
  return { ...read, textSize: read.textSize * size };
}

function readLook(): Look {
  const root = document.documentElement;
  const style = getComputedStyle(root);
  return {
    paper: style.getPropertyValue('--ui-sheet').trim(),
    ink: style.getPropertyValue('--ui-ink').trim(),
    accent: style.getPropertyValue('--ui-accent').trim(),
    textSize: Number(root.dataset['textSize'] ?? 100) / 100,
    keepColours: root.dataset['theme'] === 'light',
  };
}
