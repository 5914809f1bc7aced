import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { TabletId } from '#protocol/ids.ts';
import type { TabletReport } from '#protocol/sync/exchange.ts';
import { startAlertClock } from './alerts/alert-clock.ts';
import { createAlerts } from './alerts/routes.ts';
import type { TakeAlertsDependencies } from './alerts/take-alerts.ts';
import { createAudit } from './audit/routes.ts';
import type { GatewayDatabase } from './db/gateway-database.ts';
import { createEducation } from './features/education/feature.ts';
import { startReleaseClock } from './features/education/release-clock.ts';
import { loadReleasedPacks, refreshReleases } from './features/education/releases.ts';
import { recountProgress } from './features/education/recount-progress.ts';
import { createCourseBook } from './features/education/course-book.ts';
import { createCertificateNews } from './features/education/certificates/certificate-news.ts';
import { CERTIFICATE_NEWS } from './features/education/certificates/issue.ts';
import { numberCertificate } from './features/education/certificates/number-certificate.ts';
import type { ProgressParts } from './features/education/record-events.ts';
import { createEducationOperations } from './features/education/sync.ts';
import { createFamilyDelivery } from './features/messaging/family-delivery.ts';
import { FAMILY_NEWS } from './features/messaging/save-move.ts';
import { createMessaging } from './features/messaging/feature.ts';
import { startPolicyClock } from './features/messaging/policy-clock.ts';
import { createMessagingOperations } from './features/messaging/sync.ts';
import { createSharing } from './features/selfhelp/sharing/feature.ts';
import { tellRoleKeys } from './features/selfhelp/sharing/role-keys.ts';
import { endSharesOfLeaver, startShareClock } from './features/selfhelp/sharing/share-clock.ts';
import { applySelfhelpOperation } from './features/selfhelp/sync.ts';
import { type ContactBook, createContactBook } from './features/tablets/contact-book.ts';
import { createTablets } from './features/tablets/feature.ts';
import { findTablet, keysOf, listTablets, loadAllTabletIds, loadTabletNames, loadTabletPlace, peopleOf } from './features/tablets/queries.ts';
import { createFamilyLink } from './family-link/link.ts';
import { createReplyOpener } from './family-link/open-reply.ts';
import { startFamilyLink } from './family-link/start-family-link.ts';
import type { GatewayFeature } from './http/gateway-feature.ts';
import type { TabletScopeDependencies } from './http/tablet-scope.ts';
import { createTryLimiter } from './http/try-limiter.ts';
import { createBlobStore } from './packs/blob-store.ts';
import { type DraftWork, startDraftWork } from './packs/drafts/draft-work.ts';
import { openEstablishmentKeys } from './packs/establishment-keys.ts';
import type { PackCommand } from './packs/run-pack-command.ts';
import { loadPackKeys } from './packs/pack-queries.ts';
import { createReleaseList, type ReleaseList } from './packs/release-list.ts';
import { loadFirstRoots } from './packs/roles-documents.ts';
import { createFairShare } from './packs/fair-share.ts';
import { createPackedFiles } from './packs/packed-files.ts';
import { createPacks } from './packs/routes.ts';
import type { AudiencePort } from './people/audience-port.ts';
import { applyRecoveryOperation } from './private-records/recovery-sheets.ts';
import { createPeople } from './people/routes.ts';
import type { GatewaySecrets } from './secrets/gateway-secrets.ts';
import { loadStaffNames } from './staff/accounts.ts';
import { loadEstablishment } from './staff/establishment.ts';
import { createStaff } from './staff/routes.ts';
import type { HandleExchange } from './sync/exchange.ts';
import type { ApplyOperation, PeopleOnTablets } from './sync/push-dependencies.ts';
import type { Authority } from './tablets-ca/authority.ts';

/** Milliseconds one call to the family service may take. */
const FAMILY_TIMEOUT = 20_000;
/** Five tries a minute from one place, thirty from all together: codes have 36 bits and live a day (enrolment/schema.ts). */
const CODE_TRIES = { windowMs: 60_000, perSource: 5, together: 30 };

export type ComposeDependencies = {
  readonly database: GatewayDatabase;
  readonly dataFolder: string;
  readonly secrets: GatewaySecrets;
  readonly authority: Authority;
  readonly clock: () => number;
  readonly uptime: () => number;
  readonly secureCookies: boolean;
  /** Runs the command line that judges packs. */
  readonly packCommand: PackCommand;
  readonly family: { readonly url: string; readonly token: string } | undefined;
  readonly log: FastifyBaseLogger;
  readonly createExchange: (
    features: ReadonlyMap<string, ApplyOperation>,
    people: PeopleOnTablets,
    onReport: (tabletId: TabletId, report: TabletReport) => void,
    placeOf: TakeAlertsDependencies['placeOf'],
  ) => Promise<HandleExchange>;
};

/** The features put together: what the doors and the sync room need of them. */
export type ComposedFeatures = {
  readonly features: (door: 'tablet' | 'web') => readonly GatewayFeature[];
  readonly findTablet: TabletScopeDependencies['findTablet'];
  readonly stop: () => Promise<void>;
};

/** What tablets may send, by the part of a kind before its dot. */
export function createOperations(progress: ProgressParts): ReadonlyMap<string, ApplyOperation> {
  return new Map([
    ['education', createEducationOperations(progress)],
    ['selfhelp', applySelfhelpOperation],
    ['messaging', createMessagingOperations({ chance })],
    ['recovery', applyRecoveryOperation],
  ]);
}

/** Puts the rooms and features together on an open database. */
export async function composeFeatures(dependencies: ComposeDependencies): Promise<ComposedFeatures> {
  const { database, log } = dependencies;
  const contacts = createContactBook(database);
  const progress = createProgressParts(dependencies.secrets);
  // Before any tablet is answered: a push that comes first would look like all there ever was.
  await recountProgress(database, progress.courses);
  const exchange = await dependencies.createExchange(
    createOperations(progress),
    {
      keysOf: (tabletId, personId) => keysOf(database.reads(), tabletId, personId),
      peopleOf: (tabletId) => peopleOf(database.reads(), tabletId),
    },
    contacts.noteReport,
    (tx, tabletId) => loadTabletPlace(tx.tables(), tabletId),
  );
  const link = await startLink(dependencies);
  const policyClock = startPolicyClock(database, dependencies.clock, telling(log, 'the message policy could not be told'));
  const alertClock = startAlerts(dependencies);
  const shareClock = startShareClock(database, dependencies.clock, telling(log, 'what is over could not be deleted'));
  const releaseList = createReleaseList({
    database,
    key: dependencies.secrets.releaseKey,
    clock: dependencies.clock,
    loadReleased: (tx) => loadReleasedPacks(tx.tables(), tx.now),
  });
  const { work, stopCourses } = startCourses(dependencies);
  const parts = { ...dependencies, ...createParts(dependencies), progress, courses: progress.courses, contacts, exchange, releaseList, work };
  return {
    features: (door) => listFeatures(parts, door),
    findTablet: (proof) => findTablet(database.reads(), proof),
    stop: async () => {
      releaseList.close();
      await link?.stop();
      await policyClock.stop();
      await alertClock.stop();
      await shareClock.stop();
      await stopCourses();
      await contacts.stop();
    },
  };
}

/** What goes on with calls for help by itself: they are told to more people, and rules begin. */
function startAlerts({ log, ...dependencies }: ComposeDependencies) {
  const onError = telling(log, 'the calls for help could not be looked after');
  return startAlertClock({ ...dependencies, allTablets: loadAllTabletIds, onError });
}

/** What goes on with courses by itself: drafts are worked off, and days begin and end. */
function startCourses({ log, ...dependencies }: ComposeDependencies) {
  const { database, clock } = dependencies;
  const onError = telling(log, 'the courses of the day could not be told');
  const releaseClock = startReleaseClock(database, clock, loadAllTabletIds, onError);
  const work = startDraftWork({ ...dependencies, blobs: createBlobStore(dependencies.dataFolder), onError: telling(log, 'the work on a draft failed') });
  const stopCourses = async (): Promise<void> => {
    await work.stop();
    await releaseClock.stop();
  };
  return { work, stopCourses };
}

type Parts = ComposeDependencies &
  ReturnType<typeof createParts> & {
    readonly progress: ProgressParts;
    readonly courses: ProgressParts['courses'];
    readonly contacts: ContactBook;
    readonly exchange: HandleExchange;
    readonly releaseList: ReleaseList;
    readonly work: DraftWork;
  };

/** The list of rooms and features with a door, written out: what is not here does not exist (rule 5). */
function listFeatures(parts: Parts, door: 'tablet' | 'web'): readonly GatewayFeature[] {
  return [
    createStaff(parts.database),
    createAlerts(parts),
    createAudit(parts),
    createPeople(parts),
    createTablets(parts, door),
    createPacks(parts),
    createEducation(parts),
    createMessaging(parts),
    createSharing(parts),
  ];
}

/** What one feature needs and another has: handed over here, because features do not know each other (rule 3). */
function createParts({ database, secrets, dataFolder, family, uptime }: ComposeDependencies) {
  const blobs = createBlobStore(dataFolder);
  const audience: AudiencePort = {
    tabletsChanged: async (tx, tabletIds) => {
      await refreshReleases(tx, tabletIds);
      await tellRoleKeys(tx, tabletIds);
    },
    // Contacts and messages ask who somebody is when they need it.
    personChanged: endSharesOfLeaver,
  };
  return {
    audience,
    codeSecret: secrets.codeSecret,
    pseudonymSecret: secrets.pseudonymSecret,
    groupsChanged: refreshReleases,
    checkAddress: family?.url,
    gatewayPublicKey: secrets.gatewayKey.publicKey,
    establishmentName: async () => (await loadEstablishment(database.reads())).name,
    packKeys: () => loadPackKeys(database.reads()),
    packRoots: () => loadFirstRoots(database.reads()),
    staffNames: (ids: readonly string[]) => loadStaffNames(database.reads(), ids),
    tabletNames: (ids: readonly TabletId[]) => loadTabletNames(database.reads(), ids),
    allTablets: loadAllTabletIds,
    holdingTablets: async () =>
      (await listTablets(database.reads())).map(({ report, ...tablet }) => ({ ...tablet, packs: report?.packs ?? null })),
    blobs,
    packedFiles: createPackedFiles(dataFolder, blobs),
    fairShare: createFairShare(uptime, chance),
    keys: openEstablishmentKeys(dataFolder, secrets.signingSecret),
    tries: createTryLimiter(CODE_TRIES),
    makeId: randomUUID,
    randomBytes,
  };
}

/** What keeping progress needs: the courses, and the numbers of certificates. */
function createProgressParts({ certificateSecret }: GatewaySecrets): ProgressParts {
  return {
    courses: createCourseBook(),
    numberCertificate: (personId, packId) => numberCertificate(certificateSecret, personId, packId),
  };
}

/** The only way out of the prison; a gateway without a family service keeps released messages until it has one. */
async function startLink({
  database,
  secrets,
  family,
  clock,
  log,
}: ComposeDependencies): Promise<{ readonly stop: () => Promise<void> } | undefined> {
  if (family === undefined) return undefined;
  return startFamilyLink({
    link: createFamilyLink({ ...family, timeout: FAMILY_TIMEOUT }),
    work: {
      ...createCertificateNews(database),
      ...createFamilyDelivery({
      database,
      openReply: await createReplyOpener(secrets.gatewayKey.privateKey),
      publicKey: secrets.gatewayKey.publicKey,
      clock,
      chance,
    }),
    },
    committer: database.committer,
    topics: [FAMILY_NEWS, CERTIFICATE_NEWS],
    onChange: (state) => log.warn({ state }, `the family service ${state.answers ? 'answers again' : 'does not answer'}`),
    onError: telling(log, 'the exchange with the family service failed'),
  });
}

/** Notes what went wrong with work that nobody waits for. */
function telling(log: FastifyBaseLogger, sentence: string): (error: unknown) => void {
  return (error) => log.error({ err: error }, sentence);
}

/** From 0 to below 1, for the policy's sample: nobody may foresee which message is read. */
function chance(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}
