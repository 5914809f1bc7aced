import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { MeasureFormScreen } from './measure-form-screen.tsx';
import { MeasureListScreen } from './measure-list-screen.tsx';
import { MeasureResultsScreen } from './measure-results-screen.tsx';
import { SafetyPlanScreen } from './safety-plan-screen.tsx';
import { findInstrument } from './shipped-instruments.ts';
import './measures.css';

/** All places among the questionnaires. */
export function MeasuresScreen(props: SelfhelpScreenProps) {
  const { route } = props;
  if (route.screen === 'measures' && route.view === 'safety-plan') return <SafetyPlanScreen {...props} />;
  const instrument = route.screen === 'measures' ? findInstrument(route.instrument) : undefined;
  if (instrument === undefined) return <MeasureListScreen {...props} />;
  if (route.screen === 'measures' && route.view === 'results') return <MeasureResultsScreen {...props} instrument={instrument} />;
  return <MeasureFormScreen {...props} instrument={instrument} />;
}
