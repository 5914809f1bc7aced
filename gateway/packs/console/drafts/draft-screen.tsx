import { Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../../renderer/ui/button-link.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { Page } from '../../../../renderer/ui/page.tsx';
import { Section } from '../../../../renderer/ui/section.tsx';
import { Spinner } from '../../../../renderer/ui/spinner.tsx';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { placeAddress } from '../../../console/place.ts';
import { useCall } from '../../../console/use-call.ts';
import { useWordsIn } from '../../../console/use-words-in.ts';
import type { Session } from '../../../staff/staff-api.ts';
import { draftSchema, type Draft } from '../../drafts/staff-api.ts';
import { HistoryList } from '../history-list.tsx';
import { DraftActs } from './draft-acts.tsx';
import { DraftContents } from './draft-contents.tsx';
import { DraftDecision } from './draft-decision.tsx';
import { DraftFiles } from './draft-files.tsx';
import { DraftForm } from './draft-form.tsx';
import { DraftStateChip } from './draft-list.tsx';
import { DraftReport } from './draft-report.tsx';
import { DraftWork } from './draft-work.tsx';

/** How often a draft that is being worked on is looked at, in seconds. */
const BUSY_EVERY = 3;

/** One course in the making: what was found, what to put right, what is in it, and what happens next. */
export function DraftScreen({ draftId, session }: { readonly draftId: string; readonly session: Session }) {
  const { t } = useTranslation('drafts');
  const wordsIn = useWordsIn();
  const draft = useCall(`/packs/drafts/${draftId}`, draftSchema, BUSY_EVERY);
  const back = { word: t('title'), href: placeAddress('packs', 'drafts') };
  if (draft.state === 'loading') return <Spinner word={t('console:loading')} block />;
  if (draft.state === 'failed') return <Page title={t('title')} back={back}><FailureNotice failure={draft.failure} /></Page>;
  const { value } = draft;
  const mayChange = session.actions.includes('packs.draft') && ['refused', 'checked', 'ready', 'returned'].includes(value.state);
  const isBuilt = value.items.length > 0;
  return (
    <Page title={wordsIn(value.title) || value.name} lead={t(value.readyMade !== null && value.state === 'returned' ? 'readyMadeBack' : `next.${value.state}`)} width="wide" focusTitle back={back} status={<DraftStateChip state={value.state} />}
      actions={isBuilt ? <ButtonLink icon={Eye} href={placeAddress('packs', 'drafts', draftId, 'preview')}>{t('preview')}</ButtonLink> : undefined}>
      <DraftNews draft={value} />
      {value.readyMade === null || value.state === 'approved' ? null : <ReadyMadeNotice signedBy={value.readyMade} />}
      {value.state === 'importing' ? <DraftWork draft={value} onChanged={draft.again} /> : null}
      {value.state === 'submitted' ? <DraftDecision key={value.manifestSha256} draft={value} session={session} onChanged={draft.again} /> : null}
      {session.actions.includes('packs.draft') ? <DraftActs draft={value} onChanged={draft.again} /> : null}
      <DraftReport draft={value} mayChange={mayChange} onChanged={draft.again} />
      {mayChange && value.facts !== null ? <DraftForm key={JSON.stringify(value.facts)} draftId={draftId} facts={value.facts} onChanged={draft.again} /> : null}
      {isBuilt ? <DraftContents draft={value} /> : null}
      {mayChange && value.facts !== null ? <DraftFiles draftId={draftId} onChanged={draft.again} /> : null}
      <Section title={t('history')}><HistoryList history={value.history} /></Section>
    </Page>
  );
}

/** What its reader must know first: why it came back, or why the file could not be used. */
function DraftNews({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('drafts');
  if (draft.state === 'returned' && draft.decidedBy !== null) return <Notice tone="attention" title={t('returnedBy', { name: draft.decidedBy })}><p><bdi>{draft.reason}</bdi></p></Notice>;
  if (draft.state === 'uploading') return <Notice tone="info">{t('continueUpload')}</Notice>;
  if (draft.state !== 'refused') return null;
  const stopped = draft.reason === 'stopped' || draft.reason === 'time-up';
  return <Notice tone="danger" title={t('refusedTitle')}><p>{stopped ? t(`ended.${draft.reason}`) : <bdi>{draft.reason}</bdi>}</p></Notice>;
}

/** Whose signatures a ready-made course came with, and which role the second person signs for. */
function ReadyMadeNotice({ signedBy }: { readonly signedBy: NonNullable<Draft['readyMade']> }) {
  const { t } = useTranslation('drafts');
  const lacks = (['education', 'security'] as const).filter((role) => signedBy.every((signer) => signer.role !== role));
  return (
    <Notice tone="info" title={t('readyMade')}>
      <p>{t('readyMadeSigned', { signers: signedBy.map(({ keyId, role }) => `${keyId} (${t(`packs:signer.${role}`)})`).join(', ') })}</p>
      <p>{lacks.includes('education') ? t('readyMadeBoth') : t('readyMadeSecurity')}</p>
    </Notice>
  );
}
