import type { TabletId } from '#protocol/ids.ts';
import { fail, ok } from '#protocol/result.ts';
import { exchangeReplySchema, exchangeRequestSchema, type ExchangeReply, type ExchangeRequest } from '#protocol/sync/exchange.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import type { Chance } from './chance.ts';

type ShellExchange = Awaited<ReturnType<ShellPort['exchange']>>;
/** Messages cross as text, so that nothing is shared by accident. */
type Message = { readonly tabletId: TabletId; readonly text: string; readonly settle: (outcome: ShellExchange) => void };

/** A line that loses, doubles, delays and reorders what it carries. */
export type SimulatedNetwork = {
  readonly exchangeOf: (tabletId: TabletId) => ShellPort['exchange'];
  readonly requests: () => number;
  readonly replies: () => number;
  /** Brings up to three requests, in any order, to the gateway at the same moment, beside `others`. */
  readonly reachGateway: (others: readonly Promise<void>[]) => Promise<void>;
  /** Brings one reply back, or loses it. */
  readonly deliver: () => void;
  /** Everything under way is lost. */
  readonly lose: () => void;
  /** From now on everything arrives, once, in order. */
  readonly repair: () => void;
};

export type Serve = (tabletId: TabletId, request: ExchangeRequest) => Promise<ExchangeReply>;

/** How often a message is lost, or comes twice. */
const TROUBLE = 0.15;

/** Builds the line to a gateway. */
export function createNetwork(chance: Chance, serve: Serve): SimulatedNetwork {
  const requests: Message[] = [];
  const replies: Message[] = [];
  let repaired = false;
  const answer = async ({ tabletId, text, settle }: Message): Promise<void> => {
    replies.push({ tabletId, settle, text: JSON.stringify(await serve(tabletId, exchangeRequestSchema.parse(JSON.parse(text)))) });
  };
  const read = (text: string): ShellExchange => ok(exchangeReplySchema.parse(JSON.parse(text)));
  return {
    requests: () => requests.length,
    replies: () => replies.length,
    exchangeOf: (tabletId) => async (request) => {
      const text = JSON.stringify(request);
      if (!repaired) return new Promise((settle) => requests.push({ tabletId, text, settle }));
      return read(JSON.stringify(await serve(tabletId, exchangeRequestSchema.parse(JSON.parse(text)))));
    },
    reachGateway: async (others) => {
      const arrived: Message[] = [];
      for (let count = 1 + chance.below(3); count > 0 && requests.length > 0; count -= 1) {
        const [request] = requests.splice(chance.below(requests.length), 1);
        if (request === undefined) break;
        if (chance.happens(TROUBLE)) request.settle(unreachable);
        else arrived.push(request);
        if (chance.happens(TROUBLE)) requests.push({ ...request, settle: () => undefined });
      }
      await Promise.all([...arrived.map(answer), ...others]);
    },
    deliver: () => {
      const [reply] = replies.splice(chance.below(replies.length), 1);
      reply?.settle(chance.happens(TROUBLE) ? unreachable : read(reply.text));
    },
    lose: () => {
      for (const { settle } of [...requests.splice(0), ...replies.splice(0)]) settle(unreachable);
    },
    repair: () => {
      repaired = true;
    },
  };
}

const unreachable: ShellExchange = fail({ code: 'unreachable' });
