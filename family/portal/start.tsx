import { createRoot } from 'react-dom/client';
import '../../renderer/ui/ui.css';
import './portal.css';
import { readLook } from './look.ts';
import { PortalRoot } from './portal-root.tsx';
import { startPortalText } from './text/start-portal-text.ts';

// The composition root of the portal: words first, then who is signed in.

const container = document.getElementById('portal');
if (container !== null) {
  void startPortalText(readLook().language).then(() => {
    createRoot(container).render(<PortalRoot />);
  });
}
