import { mainAnswerSchemas, mainReplySchema, type MainAnswers, type VaultQuestion, type VaultWord } from './vault-messages.ts';

type QuestionOf<Ask extends VaultQuestion['ask']> = Extract<VaultQuestion, { ask: Ask }>;

/** Main as the vault sees it. */
export type AskMain = {
  /** Throws when main failed. */
  readonly ask: <Ask extends VaultQuestion['ask']>(question: QuestionOf<Ask> & { ask: Ask }) => Promise<MainAnswers[Ask]>;
  readonly tell: (news: Extract<VaultWord, { tell: unknown }>) => void;
};

type Waiting = { readonly ask: VaultQuestion['ask']; readonly resolve: (answer: never) => void; readonly reject: (cause: Error) => void };

/** Puts it together from a way to say something; `hear` takes what main says. */
export function createAskMain(say: (word: VaultWord) => void): AskMain & { readonly hear: (message: unknown) => void } {
  const waiting = new Map<number, Waiting>();
  let turn = 0;
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        turn += 1;
        waiting.set(turn, { ask: question.ask, resolve, reject });
        say({ turn, question });
      }),
    tell: say,
    hear: (message) => {
      const reply = mainReplySchema.parse(message);
      const one = waiting.get(reply.turn);
      waiting.delete(reply.turn);
      const answer = 'failed' in reply || one === undefined ? undefined : mainAnswerSchemas[one.ask].safeParse(reply.answer);
      if (answer?.success === true) one?.resolve(answer.data as never);
      else one?.reject(new Error('Main failed'));
    },
  };
}
