import { useTranslation } from 'react-i18next';
import { triggers, type CheckIn } from '#protocol/selfhelp/check-in.ts';
import { releaseSteps, type Plan } from '#protocol/selfhelp/plan.ts';
import type { PrivateRecord } from '#protocol/selfhelp/private-record.ts';
import { safetyPlanParts } from '#protocol/selfhelp/safety-plan.ts';
import { useWhen } from '../../../text/use-when.ts';
import { usePlanWhen } from '../plans/plan-row.tsx';
import { moodOf } from '../screens/mood-of.ts';
import { noonOf } from '../use-diary.ts';

/** A heading and what stands below it, each a line of its own. `isOwn`: the person's words. */
export type VersionPart = { readonly label: string; readonly lines: readonly string[]; readonly isOwn: boolean };

/** What things are called, and what a version of one says, in words. Only parts that say something. */
export function useVersionWords(): { readonly nameOf: (record: PrivateRecord | undefined) => string; readonly partsOf: (record: PrivateRecord) => readonly VersionPart[] } {
  const { t } = useTranslation(['programme', 'measures', 'selfhelp', 'plans']);
  const { date } = useWhen();
  const when = usePlanWhen();
  const plan = usePlanParts();
  const page = usePageParts();
  const partsOf = (record: PrivateRecord): readonly VersionPart[] => {
    switch (record.kind) {
      case 'plan':
        return plan(record.body);
      case 'check-in':
        return page(record.body);
      case 'safety-plan':
        return safetyPlanParts.map((part) => own(t(`plan.${part}`, { ns: 'measures' }), [record.body[part]]));
      case 'profile':
        return [ours(t('checkIn.askTitle', { ns: 'selfhelp' }), [record.body.asksUse ? t('choose.on') : t('choose.off')])];
      case 'milestone':
        return [own(t('reached.reward'), [record.body.reward]), ours(t('reached.took'), [record.body.had ? t('choose.yes') : t('choose.no')])];
      default:
        return [];
    }
  };
  const nameOf = (record: PrivateRecord | undefined): string => {
    switch (record?.kind) {
      case 'plan':
        // One of several plans of its kind is known by what it says.
        return record.body.type === 'if-then' ? t('ifThen.line', { ns: 'plans', when: when(record.body), then: record.body.then }) : t(`${NAMES[record.body.type]}.title`, { ns: 'plans' });
      case 'check-in':
        return t('choose.page', { date: date(noonOf(record.day)) });
      case 'safety-plan':
        return t('plan.title', { ns: 'measures' });
      case 'milestone':
        return t(`reached.name.${record.body.milestone}`);
      default:
        return t('choose.settings');
    }
  };
  return { nameOf, partsOf: (record) => partsOf(record).flatMap(({ lines, ...part }) => { const said = lines.filter((line) => line.trim() !== ''); return said.length === 0 ? [] : [{ ...part, lines: said }]; }) };
}

const NAMES = { 'people-places': 'places', 'release-day': 'release' } as const satisfies Record<Exclude<Plan['type'], 'if-then'>, string>;

function usePlanParts(): (plan: Plan) => readonly VersionPart[] {
  const { t } = useTranslation(['plans', 'selfhelp', 'programme']);
  const { date } = useWhen();
  const when = usePlanWhen();
  return (plan) => {
    switch (plan.type) {
      case 'if-then':
        return [
          own(t('ifThen.title'), [t('ifThen.line', { when: when(plan), then: plan.then.trim() })]),
          // Also where the person has words of their own for the moment: the diary brings the plan up by these.
          ours(t('ifThen.pickWhen'), triggers.filter((trigger) => plan.triggers.includes(trigger)).map((trigger) => t(`trigger.${trigger}`, { ns: 'selfhelp' }))),
          ours(t('ifThen.away'), plan.putAway ? [t('ifThen.awayHint')] : []),
        ];
      case 'people-places':
        return [own(t('places.avoid'), plan.avoid), own(t('places.seek'), plan.seek)];
      case 'release-day':
        return [
          ours(t('release.date'), plan.date === null ? [] : [date(noonOf(plan.date))]),
          ...releaseSteps.map((step) => own(t(`release.step.${step}`), [plan.done.includes(step) ? t('choose.settled', { ns: 'programme' }) : '', plan.notes[step] ?? ''])),
          own(t('release.own'), plan.own.filter(({ words }) => words.trim() !== '').map(({ words, done }) => (done ? t('choose.settledStep', { ns: 'programme', step: words }) : words))),
        ];
    }
  };
}

function usePageParts(): (page: CheckIn) => readonly VersionPart[] {
  const { t } = useTranslation('selfhelp');
  return ({ mood, craving, sleep, triggers: felt, responses, note, strongest, helped, used }) => [
    ours(t('checkIn.mood'), [t(`checkIn.moods.m${moodOf(mood)}`)]),
    ours(t('checkIn.craving'), [String(craving)]),
    ours(t('checkIn.strongest'), strongest === undefined ? [] : [t(`dayPart.${strongest}`)]),
    ours(t('checkIn.sleep'), sleep === null ? [] : [String(sleep)]),
    ours(t('checkIn.triggers'), felt.map((trigger) => t(`trigger.${trigger}`))),
    ours(t('checkIn.responses'), responses.map((response) => t(`response.${response}`))),
    ours(t('checkIn.helped'), helped === undefined ? [] : [t(`checkIn.helps.${helped}`)]),
    ours(t('checkIn.used'), used === undefined ? [] : [used ? t('checkIn.usedYes') : t('checkIn.usedNo')]),
    own(t('checkIn.note'), [note]),
  ];
}

function own(label: string, lines: readonly string[]): VersionPart {
  return { label, lines, isOwn: true };
}

function ours(label: string, lines: readonly string[]): VersionPart {
  return { label, lines, isOwn: false };
}
