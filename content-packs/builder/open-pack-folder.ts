import { lstat, readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '#protocol/result.ts';
import { CARRIER_LIMITS, isCarrierName, type CarrierProblem, type PackCarrier } from './pack-carrier.ts';

/** Opens a folder of packs, such as a builder's output or a USB stick. Names a pack never has are passed over; links are never followed. */
export async function openPackFolder(root: string): Promise<Result<PackCarrier, CarrierProblem>> {
  const found = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (!found) return fail({ code: 'not-a-pack' });
  const names = found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter(isCarrierName)
    .sort();
  if (names.length > CARRIER_LIMITS.entries * 10) return fail({ code: 'too-many-files' });
  const known = new Set(names);
  return ok({
    names,
    read: (name, maxBytes) => (known.has(name) ? readPlainFile(root, name, maxBytes) : missing(name)),
    close: () => undefined,
  });
}

async function readPlainFile(
  root: string,
  name: string,
  maxBytes: number,
): Promise<Result<Uint8Array, CarrierProblem>> {
  const file = path.join(root, name);
  const status = await lstat(file).catch(() => undefined);
  if (!status?.isFile()) return fail({ code: 'file-missing', detail: name });
  if (status.size > maxBytes) return fail({ code: 'too-large', detail: name });
  return ok(await readFile(file));
}

function missing(name: string): Promise<Result<never, CarrierProblem>> {
  return Promise.resolve(fail({ code: 'file-missing', detail: name }));
}
