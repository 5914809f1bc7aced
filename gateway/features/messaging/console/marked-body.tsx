import { useTranslation } from 'react-i18next';
import { Card } from '../../../../renderer/ui/card.tsx';
import { VisuallyHidden } from '../../../../renderer/ui/visually-hidden.tsx';
import type { MessageView } from '../staff-api.ts';

/** The words as written, with what was flagged marked and named. Text only: nothing a message says becomes markup. */
export function MarkedBody({ body, marks }: Pick<MessageView, 'body' | 'marks'>) {
  const { t } = useTranslation('moderation');
  return (
    <Card tone="outline">
      <p className="moderation-body" dir="auto">
        {cutAtMarks(body, marks).map((part) =>
          part.code === undefined ? <span key={part.at}>{part.text}</span> : (
            <mark key={part.at} title={t(`flag.${part.code}`)}>{part.text}<VisuallyHidden> ({t(`flag.${part.code}`)})</VisuallyHidden></mark>
          ),
        )}
      </p>
    </Card>
  );
}

type Part = { readonly at: number; readonly text: string; readonly code?: MessageView['marks'][number]['code'] };

/** Cuts a body at its marks; where marks overlap, the first one keeps the words. */
function cutAtMarks(body: string, marks: MessageView['marks']): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const mark of [...marks].sort((one, other) => one.start - other.start)) {
    if (mark.start < at) continue;
    parts.push({ at, text: body.slice(at, mark.start) }, { at: mark.start, text: body.slice(mark.start, mark.end), code: mark.code });
    at = mark.end;
  }
  return [...parts, { at, text: body.slice(at) }].filter((part) => part.text !== '');
}
