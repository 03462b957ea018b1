import { basename } from 'node:path';
import { refuse } from '#app/contract/refusals.ts';
import type { Answer, Parsed } from '#app/contract/index.ts';
import { packageSealed } from '#app/exchange/acts.ts';
import { actOf } from '#app/journal/kind.ts';
import { today } from '../../clock.ts';
import type { Context, Handler } from '../../context.ts';
import type { Job } from '../../jobs.ts';
import { systemDisk } from '../../packages/disk.ts';
import { writePackage, type PackageOrder } from '../../packages/write.ts';
import type { WriteState, Written } from '../../packages/write-state.ts';
import { found, no, Refused, refuseIfAny } from '../../refused.ts';
import { refusalsOfTrouble } from '../../trouble.ts';
import { lastCopy } from '../../vault/queries/exchange.ts';
import { findRecord } from '../../vault/queries/materials.ts';
import { secondOfficer } from '../../vault/second-hand.ts';
import { packagesSent } from '../../vault/queries/packages-out.ts';
import { VaultError } from '../../vault/errors.ts';
import { unhex } from '../../vault/suite.ts';
import { byHolding } from '../lookup.ts';
import { itemsOf } from './contents.ts';
import { deciderFor, type Decided } from './decision.ts';
import { dispatchItem, type Dispatch, type DispatchItem } from './dispatch.ts';
import { enclosuresOf } from './enclosures.ts';
import { takeNumber, voidInterrupted, voidNumber } from './numbers.ts';
import { inTurn } from './turns.ts';
import { refusalOfEnd, refuseUnfitFolder } from './write-refusals.ts';
import { standingOn } from '../standing.ts';

type Order = Parsed<'release.seal'> | Parsed<'release.sealByTwo'>;
type Sealed = Answer<'release.seal'>;
type Allowed = Extract<Decided['decision'], { allowed: true }>;

/** Seals one package for one addressee (Art. 5, 8, 10): decided anew, written, read back and compared, and only then recorded as sent. */
export const sealPackage: Handler<'release.seal'> & Handler<'release.sealByTwo'> = (order: Order, context: Context) =>
  context.jobs.run(order.jobId, (job) => inTurn(context.vault, () => seal(order, context, job)));

/** Every material may go to the addressee now; else every failing check of each, with its number, and nothing is written. */
function decide(order: Order, context: Context): readonly { at: Decided['at']; decision: Allowed }[] {
  const decider = deciderFor(context, { date: today(context.clock), purpose: order.purpose, channel: order.channel, confirmedPurposes: order.confirmedPurposes ?? [], requestId: order.requestId ?? null, person: order.person ?? '' });
  const decided = [...new Set(order.materialIds)].map((id) => decider(id, order.recipient));
  const refusals = decided.flatMap(({ at, decision }) =>
    (decision.allowed ? [] : decision.refusals.map((one) => ({ ...one, params: { ...one.params, material: at.row.regNo } }))));
  refuseIfAny(refusals.length === 0 ? [] : [...refusals, refuse('transfer.refused', { recipient: order.recipient })]);
  const allowed = decided.flatMap(({ at, decision }) => (decision.allowed ? [{ at, decision }] : []));
  const alone = secondOfficer(context.vault.identity.vaultId) === undefined;
  if (alone && allowed.some(({ decision }) => decision.second)) no('transfer.secondMissing', { recipient: order.recipient }, { supplier: { kind: 'officer' } });
  return allowed;
}

async function seal(order: Order, context: Context, job: Job): Promise<Sealed> {
  if (job.signal.aborted) no('job.cancelled');
  const { vault, clock } = context;
  const allowed = decide(order, context);
  const body = found(standingOn(vault.registry, today(clock)).bodies.find((one) => one.code === order.recipient), 'body.unknown', { body: order.recipient });
  if (body.keys === null) no('body.noKeys', { body: body.code });
  const keys = vault.bodyKeys().get(body.code);
  if (keys?.box !== body.keys.box || keys.sign !== body.keys.sign) throw new VaultError('damaged', `registry.db keys of ${body.code}`, { stands: ['journal', 'holdings'] });
  await refuseUnfitFolder({ folder: order.folder, vaultFolder: context.session.folder(), allowVaultDisk: order.allowVaultDisk });
  voidInterrupted(context);

  const { id, number } = takeNumber(context, body.code);
  let written: Written | undefined;
  try {
    const date = today(clock);
    const dispatch: Dispatch = {
      id, number, recipient: body.code, date, purpose: order.purpose, channel: order.channel, requestId: order.requestId ?? null, person: order.person ?? '',
      items: allowed.map(({ at, decision }) => dispatchItem(context, at.row.id, date, { copyNo: nextCopy(at), row: decision.row, consentIds: decision.consents, confirmed: decision.confirmed })),
    };
    job.progress('papers', 0, null);
    const documents = await enclosuresOf(context, dispatch, order.language, job.signal);
    const contents = { items: itemsOf(context, dispatch, order.language), documents };
    written = await write(order, keys, { number, date, contents }, context, job);
    // What was forbidden while it was being written is not sent: a consent revoked, a breach opened.
    decide(order, context);
    record(dispatch, written, context);
    return {
      packageId: id, number, path: written.path, size: written.bytes, sha256: written.digest, readBackAt: clock.now(), documents: documents.map(({ kind }) => kind),
    };
  } catch (error) {
    if (written !== undefined) await systemDisk.remove(written.path).catch(() => undefined);
    voidNumber(context, id, codeOf(error));
    throw error;
  }
}

/** The Centre's own carrier has a copy number; each medium after it has the next (R11.3). */
function nextCopy({ db, row }: Decided['at']): number {
  return Math.max(lastCopy(db, row.id), findRecord(db, row.id)?.carrier.copyNo ?? 1) + 1;
}

async function write(
  order: Order, keys: { readonly box: string }, what: { number: string; date: string; contents: PackageOrder['contents'] }, context: Context, job: Job,
): Promise<Written> {
  const centre = context.vault.centre();
  const end = await writePackage({
    label: { number: what.number, sender: 'CENTRE', addressee: order.recipient, date: what.date }, contents: what.contents, senderKeys: centre.sign,
    // To the addressee, and to the Centre so that it can verify what it sent.
    addresseeKeys: [unhex(keys.box), centre.box.publicKey],
    folder: order.folder, vaultFolder: context.session.folder(), allowVaultDisk: order.allowVaultDisk, signal: job.signal, onState: (state) => tell(job, state),
  });
  if (end.state !== 'written') throw new Refused([refusalOfEnd(end)]);
  return end;
}

function tell(job: Job, state: WriteState): void {
  if (state.state === 'sealing' || state.state === 'readingBack') job.progress(state.state, state.bytes, state.of);
  else if (state.state === 'flushing') job.progress('flushing', 0, null);
}

/** Each holding is told of its own materials only (Art. 11). */
function record(dispatch: Dispatch, written: Written, { vault }: Context): void {
  const { id, number, recipient, purpose, channel, requestId, person, items } = dispatch;
  const second = secondOfficer(vault.identity.vaultId);
  const besides = { ...(requestId === null ? {} : { requestId }), ...(second === undefined ? {} : { second }), ...(person === '' ? {} : { person }) };
  const lines = (here: readonly DispatchItem[]) => here.map(({ at, copyNo, consentIds, row, confirmed }) => ({
    materialId: at.row.id, copyNo, consentIds: [...consentIds], row, ...(confirmed.length === 0 ? {} : { confirmed: [...confirmed] }),
  }));
  vault.commit([actOf(
    packageSealed, id,
    { id, number, recipient, items: items.length, sha256: written.digest, size: written.bytes, channel, fileName: basename(written.path) },
    [
      { holding: packagesSent, content: { part: 'outside', id, sha256: written.digest, size: written.bytes, channel, fileName: basename(written.path) } },
      ...[...byHolding(items, ({ at }) => at.holding)].map(([holding, here]) => ({
        holding, content: { part: 'items' as const, packageId: id, packageNumber: number, recipient, purpose, channel, of: items.length, ...besides, items: lines(here) },
      })),
    ],
  )]);
}

/** Under which the number is voided. */
function codeOf(error: unknown): string {
  const refusals = error instanceof Refused ? error.refusals : refusalsOfTrouble(error);
  return refusals.at(-1)?.code ?? 'internal.failed';
}
