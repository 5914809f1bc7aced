import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Caller } from './judge-call.ts';

/** Who sent a message, told from its frame; `page` is the one in the tablet's window right now. */
export function callerOf(event: IpcMainEvent | IpcMainInvokeEvent, page: WebContents | undefined): Caller {
  const frame = event.senderFrame;
  return {
    isOurPage: event.sender === page,
    isMainFrame: frame !== null && frame.parent === null,
    url: frame?.url ?? '',
  };
}
