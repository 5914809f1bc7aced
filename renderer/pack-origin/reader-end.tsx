import type { ActivityViewProps } from './activity-view-props.ts';
import { EndView } from './end-view.tsx';
import type { ReaderWords } from './reader-words.ts';

type ReaderEndProps = Pick<ActivityViewProps, 'start' | 'onNext' | 'onClose'> & { readonly words: ReaderWords; readonly onAgain: () => void };

/** The end of a book or a PDF file. */
export function ReaderEnd({ words, ...props }: ReaderEndProps) {
  return <EndView title={words('finished')} lead={words('finishedLead')} picture="done" again={words('again')} {...props} />;
}
