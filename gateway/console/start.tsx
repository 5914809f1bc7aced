import { createRoot } from 'react-dom/client';
import '../../renderer/ui/ui.css';
import './console.css';
import { ConsoleRoot } from './console-root.tsx';
import { consoleFeatures } from './features.ts';
import { startConsoleText } from './text/start-console-text.ts';
import { readLook, useLook } from './look.ts';

// The composition root of the staff console: words first, then who is signed in, then the desk.

const container = document.getElementById('console');
if (container !== null) {
  const look = readLook();
  useLook.setState(look);
  void startConsoleText(look.language, consoleFeatures.flatMap((feature) => feature.words)).then(() => { createRoot(container).render(<ConsoleRoot />); });
}
