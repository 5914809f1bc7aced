import type { Command } from 'commander';

/**
 * A command of the command line. It is loaded only when it is asked for, or for the list of all, so that
 * one command's packages do not slow another down. `asked` is the word after its name: which of its own commands is meant.
 */
export type CommandEntry = {
  readonly name: string;
  readonly load: () => Promise<(program: Command, asked: string | undefined) => void | Promise<void>>;
};
