import { createRoot } from 'react-dom/client';
import '../../renderer/ui/ui.css';
import './console.css';
import { ConsoleRoot } from './console-root.tsx';
import { consoleFeatures } from './features.ts';
import { startConsoleText } from './text/start-console-text.ts';
import { readLook, useLook } from './look.ts';

// The composition root of the staff console: words first, then who is signed in, then the desk.

// A course is looked at in an origin below our own name, and nothing is below a plain `localhost` for a browser
// (renderer/shell/own-site.ts says why): on one machine the console moves to a name that has names below it.
const isPlainLoopback = location.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(location.hostname);
if (isPlainLoopback) location.replace(location.href.replace(location.hostname, 'throughline.localhost'));

const container = document.getElementById('console');
if (container !== null && !isPlainLoopback) {
  const look = readLook();
  useLook.setState(look);
  void startConsoleText(look.language, consoleFeatures.flatMap((feature) => feature.words)).then(() => { createRoot(container).render(<ConsoleRoot />); });
}
