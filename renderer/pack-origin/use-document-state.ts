import { useCallback, useState } from 'react';
import type { ActivityViewProps } from './activity-view-props.ts';
import { readDocumentState, type DocumentState } from './document-state.ts';

/** What a reader keeps of an activity; every change is handed to the app at once. */
export function useDocumentState({ start, keep }: Pick<ActivityViewProps, 'start' | 'keep'>): [DocumentState, (next: DocumentState) => void] {
  const [state, setState] = useState(() => readDocumentState(start.state));
  const change = useCallback((next: DocumentState) => {
    setState(next);
    keep(JSON.stringify(next));
  }, [keep]);
  return [state, change];
}
