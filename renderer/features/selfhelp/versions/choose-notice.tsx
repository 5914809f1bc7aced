import { Files } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { useDiary } from '../use-diary.ts';
import type { ChoosableKind } from './choose-route.ts';
import { loadChoices, type Choice } from './load-choices.ts';
import { useVersionWords } from './use-version-words.ts';

type ChooseNoticeProps = {
  readonly kind: ChoosableKind;
  /** Only this thing; without it every one of the kind. */
  readonly thing?: string | undefined;
  readonly go: SelfhelpScreenProps['go'];
};

/** Notices above a screen: after weeks on two tablets there may be one for each day, and the screen below is still to be found. */
const MOST = 3;

/** Says on the screen of a thing that two tablets made two versions of it, and leads to where one chooses. */
export function ChooseNotice({ kind, thing, go }: ChooseNoticeProps) {
  const choices = useDiary((database) => loadChoices(database, kind, thing), [kind, thing]);
  // Whoever waits for it to be gone can tell that from its not having been read yet.
  if (choices === undefined || choices.length === 0) return choices === undefined ? null : <span hidden data-choices="none" />;
  // The screen does not wait for the words of a notice that is hardly ever there.
  return <Suspense>{choices.slice(0, MOST).map((choice) => <OneChoice key={choice.thing} choice={choice} onLook={() => { go({ screen: 'choose', kind, thing: choice.thing }); }} />)}</Suspense>;
}

function OneChoice({ choice, onLook }: { readonly choice: Choice; readonly onLook: () => void }) {
  const { t } = useTranslation('programme');
  const { nameOf } = useVersionWords();
  return (
    <Notice tone="attention" live="polite" title={t('choose.notice', { what: nameOf(choice.versions[0]?.record) })} actions={<Button icon={Files} onClick={onLook}>{t('choose.look')}</Button>}>
      {t('choose.noticeMore')}
    </Notice>
  );
}
