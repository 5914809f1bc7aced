import '../ui/ui.css';
import './preview.css';
import { createRoot } from 'react-dom/client';
import { Notice } from '../ui/notice.tsx';
import { loadPreviewedPack } from './load-previewed-pack.ts';
import { PreviewScreen } from './preview-screen.tsx';
import { previewWords } from './preview-words.ts';

/** The composition root of the preview: one pack, from the server this page came from. `#<activity id>/<language>` opens a part. */
async function start(): Promise<void> {
  const root = document.getElementById('preview');
  if (root === null) throw new Error('preview.html has no #preview');
  const pack = await loadPreviewedPack();
  const [item] = pack?.manifest.items ?? [];
  const [language] = pack?.manifest.languages ?? [];
  if (pack === undefined || item === undefined || language === undefined) {
    createRoot(root).render(<Notice tone="attention">{previewWords('en').absent}</Notice>);
    return;
  }
  const [, activityId = item.activityId, spoken = language] = /^#([^/]+)\/([a-zA-Z-]+)$/.exec(location.hash) ?? [];
  createRoot(root).render(<PreviewScreen pack={pack} place={{ activityId, language: spoken }} />);
}

// A part can be linked to: the checker opens one after the other.
window.addEventListener('hashchange', () => { location.reload(); });
void start();
