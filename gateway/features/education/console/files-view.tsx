import { Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Page } from '../../../../renderer/ui/page.tsx';
import { Section } from '../../../../renderer/ui/section.tsx';
import { Select } from '../../../../renderer/ui/select.tsx';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { useAct } from '../../../console/use-act.ts';
import { useCall } from '../../../console/use-call.ts';
import { csvSchema, statementsSchema } from '../export/staff-api.ts';
import { groupsSchema } from '../groups/staff-api.ts';
import { saveFile } from '../../../console/save-file.ts';

/** Progress as files: a table for a spreadsheet, and xAPI statements with names or without. */
export function FilesView({ views }: { readonly views: ReactNode }) {
  const { t } = useTranslation('learners');
  const groups = useCall('/groups', groupsSchema);
  const { act, busy, failure } = useAct();
  const [group, setGroup] = useState('');
  const [actor, setActor] = useState('pseudonym');
  const ofGroup = group === '' ? '' : `&group=${group}`;
  const saveTable = async (): Promise<void> => {
    const file = await act({ method: 'GET', path: `/learning/csv?${ofGroup.slice(1)}`, reply: csvSchema });
    if (file !== undefined) saveFile(file.fileName, file.csv, 'text/csv;charset=utf-8');
  };
  const saveStatements = async (): Promise<void> => {
    const statements: unknown[] = [];
    for (let more: string | null = ''; more !== null; ) {
      const page: { statements: unknown[]; more: string | null } | undefined = await act({ method: 'GET', path: `/learning/statements?actor=${actor}${ofGroup}${more === '' ? '' : `&after=${more}`}`, reply: statementsSchema });
      if (page === undefined) return;
      statements.push(...page.statements);
      ({ more } = page);
    }
    saveFile('statements.json', JSON.stringify(statements, null, 1), 'application/json');
  };
  const groupOptions = groups.state === 'ready' ? groups.value.groups.map((one) => ({ value: one.groupId, label: one.name })) : [];
  return (
    <Page title={t('files.title')} lead={t('files.lead')} focusTitle>
      {views}
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      <Select label={t('group')} width="medium" value={group} onChange={setGroup} options={[{ value: '', label: t('everyGroup') }, ...groupOptions]} />
      <Section title={t('files.table')} hint={t('files.tableLead')}>
        <div><Button icon={Download} busy={busy} busyWord={t('console:busy')} onClick={() => { void saveTable(); }}>{t('files.saveTable')}</Button></div>
      </Section>
      <Section title={t('files.statements')} hint={t('files.statementsLead')}>
        <Select label={t('files.actor')} width="medium" value={actor} onChange={setActor} options={[{ value: 'pseudonym', label: t('files.pseudonym') }, { value: 'name', label: t('files.named') }]} />
        <div><Button icon={Download} busy={busy} busyWord={t('console:busy')} onClick={() => { void saveStatements(); }}>{t('files.saveStatements')}</Button></div>
      </Section>
    </Page>
  );
}
