import { bytesToId } from '../../gateway/db/id-bytes.ts';
import type { StoredRow } from '../../renderer/db/stores.ts';
import type { GatewayPicture } from './simulated-gateway.ts';
import type { Prison } from './prison.ts';

/** Everything that is wrong in a prison at rest, in words; empty when every promise was kept. */
export async function findBrokenPromises(prison: Prison): Promise<readonly string[]> {
  const picture = await prison.gateway.picture();
  return [...lostOperations(prison, picture), ...ghosts(prison, picture), ...disorder(prison, picture), ...differences(prison, picture), ...changedReceipts(prison)];
}

/** Every operation ever shown as stored is at the gateway exactly once; a withdrawn one had no effect. */
function lostOperations({ promised }: Prison, { applied, answers }: GatewayPicture): string[] {
  const times = count(applied.map((each) => each.operation));
  const byId = new Map(answers.map((row) => [bytesToId<string>(row.id), JSON.parse(row.answer) as { readonly answer: string }]));
  return promised.flatMap((promise) => {
    const answer = byId.get(promise.operationId)?.answer;
    const effects = times.get(promise.operationId) ?? 0;
    if (answer === undefined) return [`lost: ${promise.operationId} was shown as stored and the gateway does not know it`];
    const expected = promise.withdrawn || answer === 'refused' ? 0 : 1;
    return effects === expected ? [] : [`effect ${String(effects)} times instead of ${String(expected)}: ${promise.operationId} (${answer}${promise.withdrawn ? ', withdrawn' : ''})`];
  });
}

/** The gateway has nothing that nobody wrote. */
function ghosts({ begun }: Prison, { applied }: GatewayPicture): string[] {
  return applied.filter((each) => !begun.has(each.operation)).map((each) => `ghost: ${each.operation}`);
}

/** Operations of one person on one tablet took effect in the order they were made. A forgotten PIN begins a new order. */
function disorder({ begun }: Prison, { applied }: GatewayPicture): string[] {
  const last = new Map<string, number>();
  return applied.flatMap((each) => {
    const place = `${each.tablet}|${begun.get(each.operation) ?? ''}`;
    const before = last.get(place) ?? 0;
    last.set(place, each.sequence);
    return each.sequence > before ? [] : [`out of order: ${place} ${String(before)} before ${String(each.sequence)}`];
  });
}

/** What each tablet shows of each person, and of itself, is what the gateway has: nothing lost, doubled or left over. */
function differences({ tablets, people }: Prison, { records }: GatewayPicture): string[] {
  const atGateway = (audience: string): string => write(records.filter((record) => record.audience === audience));
  return tablets.flatMap((tablet) => {
    const own = write(tablet.disk.stream.tables.get('records')?.values() ?? []);
    const wrong = own === atGateway(`tablet:${tablet.tabletId}`) ? [] : [`tablet ${tablet.tabletId} differs:\n  here  ${own}\n  there ${atGateway(`tablet:${tablet.tabletId}`)}`];
    for (const person of people) {
      const file = [...tablet.disk.people.values()].find((each) => each.personId === person && each.current);
      const here = write(file?.tables.get('records')?.values() ?? []);
      if (here !== atGateway(`person:${person}`)) wrong.push(`person ${person} on ${tablet.tabletId} differs:\n  here  ${here}\n  there ${atGateway(`person:${person}`)}`);
    }
    return wrong;
  });
}

/** One operation, one receipt, for ever (PUSH-4). */
function changedReceipts({ receipts }: Prison): string[] {
  return [...receipts].filter(([, given]) => given.size > 1).map(([id]) => `two receipts: ${id}`);
}

function write(rows: Iterable<StoredRow | { readonly id: string; readonly text: string }>): string {
  return [...rows].map((each) => `${each.id}=${'text' in each ? each.text : ''}`).sort().join(' ');
}

function count(of: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const each of of) times.set(each, (times.get(each) ?? 0) + 1);
  return times;
}
