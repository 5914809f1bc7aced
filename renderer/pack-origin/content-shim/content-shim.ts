import { shimDialogues } from './shim-dialogues.ts';
import { shimLrs } from './shim-lrs.ts';
import { shimNetwork } from './shim-network.ts';
import { shimStorage } from './shim-storage.ts';
import { findHost } from './find-host.ts';

// The first script of every page that a pack brings; importers put it there, so it is signed with the page. It makes
// an old course behave in a cell: nothing asks, opens, prints or calls out, and what it stores is the person's. It is
// manners, not a wall: the wall is the content security policy (PACK-32).

const host = findHost(window);
shimDialogues(window);
shimNetwork(window);
shimStorage(window, host);
if (host !== undefined) shimLrs(window, host);
