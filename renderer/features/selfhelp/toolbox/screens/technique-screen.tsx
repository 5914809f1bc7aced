import { Play, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Listen } from '../../../../speech/listen.tsx';
import { useWhen } from '../../../../text/use-when.ts';
import { usePerson } from '../../../../session/use-person.ts';
import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { List } from '../../../../ui/list.tsx';
import { ListRow } from '../../../../ui/list-row.tsx';
import { Page } from '../../../../ui/page.tsx';
import { Row } from '../../../../ui/row.tsx';
import { Section } from '../../../../ui/section.tsx';
import { Split } from '../../../../ui/split.tsx';
import { forgetDraft } from '../../actions.ts';
import type { SelfhelpScreenProps } from '../../selfhelp-route.ts';
import { noonOf, useDiary } from '../../use-diary.ts';
import { draftKey } from '../draft-key.ts';
import { endKeys } from '../outcome.ts';
import { isBegun, loadPractices } from '../queries.ts';
import { phases, type Technique } from '../technique.ts';
import { useTechniqueWords } from '../use-technique-words.ts';

type TechniqueScreenProps = Pick<SelfhelpScreenProps, 'go' | 'back'> & { readonly technique: Technique };

/** What a technique is good for, the way through it, where it comes from, and what was found out before. */
export function TechniqueScreen({ technique, go, back }: TechniqueScreenProps) {
  const { t } = useTranslation('toolbox');
  const person = usePerson();
  const words = useTechniqueWords()[technique.id];
  const begun = useDiary((database) => isBegun(database, technique.id), [technique.id], { drafts: true });
  const start = () => { go({ screen: 'toolbox', technique: technique.id, doing: true }); };
  const afresh = async () => {
    await forgetDraft(person, draftKey(technique.id));
    start();
  };
  const says = [words.name, words.about, t('technique.way'), ...phases.map((phase) => t(`phase.${phase}`)), t('technique.stop'), t('private')];
  return (
    <Page title={words.name} lead={words.about} back={{ word: t('title'), onClick: back }} actions={<Listen says={says} />} width="wide" focusTitle>
      <Split side={<Sources technique={technique} />}>
        <Card title={t('technique.way')} hint={t('minutes', { count: technique.minutes })}>
          <ol className="practice-way">
            {phases.map((phase) => <li key={phase}>{t(`phase.${phase}`)}</li>)}
          </ol>
          <p>{t('technique.stop')} {t('private')}</p>
          <Row>
            <Button kind="primary" size="large" icon={Play} onClick={start}>{begun === true ? t('technique.goOn') : t('technique.start')}</Button>
            {begun === true && <Button icon={RotateCcw} onClick={() => { void afresh(); }}>{t('technique.afresh')}</Button>}
          </Row>
        </Card>
        <FoundOut technique={technique} go={go} />
      </Split>
    </Page>
  );
}

function FoundOut({ technique, go }: Omit<TechniqueScreenProps, 'back'>) {
  const { t } = useTranslation('toolbox');
  const { date } = useWhen();
  const practices = useDiary((database) => loadPractices(database, technique.id), [technique.id]) ?? [];
  return (
    <Section title={t('technique.found')}>
      {practices.length === 0 ? (
        <p className="ui-hint">{t('technique.foundNone')}</p>
      ) : (
        <List label={t('technique.found')}>
          {practices.map(({ recordId, record: { day, body } }) => {
            const found = body.answers[endKeys.found];
            return (
              <ListRow
                key={recordId}
                title={date(noonOf(day))}
                detail={typeof found === 'string' && found !== '' ? <bdi>{found}</bdi> : undefined}
                meta={body.before === null || body.after === null ? undefined : t('practice.rated', { before: body.before, after: body.after })}
                onClick={() => { go({ screen: 'toolbox', technique: technique.id, practice: recordId }); }}
              />
            );
          })}
        </List>
      )}
    </Section>
  );
}

/** Works are quoted as they are, in the language they are in. */
function Sources({ technique }: { readonly technique: Technique }) {
  const { t } = useTranslation('toolbox');
  return (
    <Card title={t('technique.sources')} tone="outline" hint={t('technique.sourcesHint')}>
      <ul className="practice-sources" lang="en" dir="ltr">
        {technique.sources.map(({ cite }) => <li key={cite}>{cite}</li>)}
      </ul>
    </Card>
  );
}
