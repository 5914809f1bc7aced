import { renameSync, writeFileSync } from 'node:fs';
import { CABLE_PORTS } from './cable.mts';

/** Every address of a running demo prison. */
export type DemoAddresses = {
  readonly tablet: string;
  readonly staffConsole: string;
  readonly familyPortal: string;
  readonly tabletDoor: string;
};

const SENTENCES: Readonly<Record<keyof DemoAddresses, string>> = {
  tablet: 'The tablet in a browser',
  staffConsole: 'The staff console',
  familyPortal: 'The family portal',
  tabletDoor: "The gateway's door for tablets",
};

/** Where everything answers, from the first of the demo's ports; the tablets are at the end of a cable (cable.mts). Names are `localhost`, because packs play on `*.localhost`. */
export function demoAddresses(port: number): DemoAddresses {
  return {
    tablet: `http://localhost:${String(port + CABLE_PORTS.browser)}/tablet/`,
    staffConsole: `http://localhost:${String(port)}/staff/`,
    familyPortal: `http://localhost:${String(port + 2)}/`,
    tabletDoor: `https://localhost:${String(port + 1)}`,
  };
}

/** Writes the file whole or not at all: whoever waits for it may read it the moment it is there. */
export function writeDemoFile(file: string, addresses: DemoAddresses, signIns: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify({ addresses, signIns }, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}

/** The same for a person: addresses, then one line for each sign-in. */
export function demoSheet(addresses: DemoAddresses, signIns: unknown): string {
  const keys = Object.keys(SENTENCES) as (keyof DemoAddresses)[];
  const rows = keys.map((key) => `  ${SENTENCES[key].padEnd(34)}${addresses[key]}`);
  return ['', 'Where', ...rows, '', 'Who', ...signInRows(signIns, ''), ''].join('\n');
}

/** One line for each innermost object; its key names who it is for. */
function signInRows(value: unknown, label: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => signInRows(one, label));
  if (typeof value !== 'object' || value === null) return [row(label, String(value))];
  const entries = Object.entries(value);
  const plain = entries.filter(([, part]) => typeof part !== 'object' || part === null);
  const nested = entries.filter(([, part]) => typeof part === 'object' && part !== null);
  const own = plain.map(([key, part]) => `${spaced(key)} ${String(part)}`).join(', ');
  return [...(own === '' ? [] : [row(label, own)]), ...nested.flatMap(([key, part]) => signInRows(part, spaced(key)))];
}

function row(label: string, text: string): string {
  return `  ${label.padEnd(18)}${text}`;
}

function spaced(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
