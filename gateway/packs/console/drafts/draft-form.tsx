import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Checkbox } from '../../../../renderer/ui/checkbox.tsx';
import { CheckboxGroup } from '../../../../renderer/ui/checkbox-group.tsx';
import { Grid } from '../../../../renderer/ui/grid.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Section } from '../../../../renderer/ui/section.tsx';
import { Select } from '../../../../renderer/ui/select.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';
import { TextArea } from '../../../../renderer/ui/text-area.tsx';
import { TextField } from '../../../../renderer/ui/text-field.tsx';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { useAct } from '../../../console/use-act.ts';
import { doneSchema } from '../../../http/staff-api.ts';
import type { Draft } from '../../drafts/staff-api.ts';
import { DraftItemsForm, type ItemForm, itemFormOf, itemChangeOf } from './draft-items-form.tsx';

type Facts = NonNullable<Draft['facts']>;
type DraftFormProps = { readonly draftId: string; readonly facts: Facts; readonly onChanged: () => void };

const LANGUAGES = ['en', 'cy', 'pl', 'ro', 'ar', 'ur', 'sq', 'lt', 'bn', 'pa', 'so', 'vi', 'uk', 'tr'] as const;
const LEVELS = ['any', 'entry-1', 'entry-2', 'entry-3', 'level-1', 'level-2', 'level-3'] as const;
const LICENCES = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC0-1.0', 'OGL-3.0', 'All-rights-reserved'] as const;

/** What the course says about itself, to be put right here. Saved at once; the check is made anew afterwards. */
export function DraftForm({ draftId, facts, onChanged }: DraftFormProps) {
  const { t } = useTranslation('drafts');
  const { act, busy, failure } = useAct();
  const [title, setTitle] = useState(facts.title);
  const [summary, setSummary] = useState(facts.summary);
  const [plain, setPlain] = useState({ subject: facts.subject, licence: facts.licence, attribution: facts.attribution.join('\n'), language: facts.languages[0] ?? 'en', packId: facts.packId });
  const [level, setLevel] = useState<readonly string[]>(facts.level);
  const [certificate, setCertificate] = useState(facts.certificate);
  const [items, setItems] = useState<readonly ItemForm[]>(facts.items.map(itemFormOf));
  const [saved, setSaved] = useState(false);
  const set = (name: keyof typeof plain) => (value: string) => { setPlain((before) => ({ ...before, [name]: value })); };
  async function save(event: SubmitEvent) {
    event.preventDefault();
    const words = { ...(hasWords(title) ? { title } : {}), ...(hasWords(summary) ? { summary } : {}) };
    const attribution = plain.attribution.split('\n').map((line) => line.trim()).filter((line) => line !== '');
    const body = { ...words, ...filled(plain), ...(attribution.length === 0 ? {} : { attribution }), ...(level.length === 0 ? {} : { level }), certificate, items: items.map(itemChangeOf) };
    const done = await act({ method: 'PATCH', path: `/packs/drafts/${draftId}`, reply: doneSchema, body });
    if (done === undefined) return;
    await act({ method: 'POST', path: `/packs/drafts/${draftId}/check`, reply: doneSchema });
    setSaved(true);
    onChanged();
  }
  return (
    <Section title={t('about')} hint={t('aboutHint')}>
      <form noValidate onSubmit={(event) => void save(event)}>
        <Stack gap="md">
          {failure === undefined ? null : <FailureNotice failure={failure} />}
          {saved ? <Notice tone="good" live="polite">{t('savedChecking')}</Notice> : null}
          {facts.languages.map((language) => (
            <Stack key={language} gap="sm">
              <TextField label={t('titleIn', { language: t(`language.${language}`, { defaultValue: language }) })} maxLength={300} value={title[language] ?? ''} onChange={(value) => { setTitle({ ...title, [language]: value }); }} />
              <TextArea label={t('summaryIn', { language: t(`language.${language}`, { defaultValue: language }) })} rows={2} value={summary[language] ?? ''} onChange={(value) => { setSummary({ ...summary, [language]: value }); }} />
            </Stack>
          ))}
          <Grid min="md">
            {facts.languages.length === 1 ? <Select label={t('languageWord')} value={plain.language} onChange={set('language')} options={withOwn(LANGUAGES, plain.language).map((value) => ({ value, label: t(`language.${value}`, { defaultValue: value }) }))} /> : null}
            <TextField label={t('subject')} hint={t('subjectHint')} maxLength={60} value={plain.subject} onChange={set('subject')} />
            <Select label={t('licence')} placeholder={t('console:pick')} value={plain.licence} onChange={set('licence')} options={withOwn(LICENCES, plain.licence).map((value) => ({ value, label: t(`licences.${value.replaceAll('.', '_')}`, { defaultValue: value }) }))} />
            <TextField label={t('packId')} hint={t('packIdHint')} maxLength={63} dir="ltr" value={plain.packId} onChange={set('packId')} />
          </Grid>
          <TextArea label={t('attribution')} hint={t('attributionHint')} rows={2} value={plain.attribution} onChange={set('attribution')} />
          <CheckboxGroup legend={t('level')} columns={4} values={[...level]} onChange={setLevel} options={LEVELS.map((value) => ({ value, label: t(`levels.${value}`) }))} />
          <Checkbox label={t('certificate')} hint={t('certificateHint')} checked={certificate} onChange={setCertificate} />
          <DraftItemsForm items={items} onChange={setItems} />
          <Row><Button type="submit" kind="primary" busy={busy}>{t('saveAndCheck')}</Button></Row>
        </Stack>
      </form>
    </Section>
  );
}

function hasWords(words: Readonly<Record<string, string>>): boolean {
  return Object.values(words).length > 0 && Object.values(words).every((text) => text.trim() !== '');
}

function filled({ subject, licence, language, packId }: { readonly subject: string; readonly licence: string; readonly language: string; readonly packId: string }) {
  return Object.fromEntries(Object.entries({ subject: subject.trim().toLowerCase().replaceAll(' ', '-'), licence, language, packId }).filter(([, value]) => value !== ''));
}

/** The known choices, and the one it has already where that is another. */
function withOwn(known: readonly string[], own: string): readonly string[] {
  return own === '' || known.includes(own) ? known : [...known, own];
}
