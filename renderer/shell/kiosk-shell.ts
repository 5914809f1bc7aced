import { bridgeCalls, type BridgeCallName, type ShellPort } from '#protocol/shell/bridge.ts';

type RawShell = Readonly<Record<string, (input?: unknown) => Promise<unknown>>>;

/**
 * The shell port over the kiosk's preload. What main answers is parsed here, as main parses what the page asks:
 * neither trusts that the other has the same version (SPEC of the bridge, convention 5).
 */
export function createKioskShell(raw: RawShell): ShellPort {
  const names = Object.keys(bridgeCalls) as BridgeCallName[];
  const calls = names.map((name) => [
    name,
    async (input?: unknown): Promise<unknown> => {
      const call = raw[name];
      if (call === undefined) throw new Error(`The shell does not know ${name}`);
      return bridgeCalls[name].output.parse(await call(input));
    },
  ]);
  // Every name of the list is there with the types of its schemas; the map above lost them.
  return Object.fromEntries(calls) as ShellPort;
}
