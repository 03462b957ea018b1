import { z } from 'zod';
import { clearance, paperDocument, scope } from '../contract/shapes/access.ts';
import { civilDate, id } from '../contract/shapes/text.ts';
import type { ActBody } from '../journal/act.ts';
import { actKind, openOf } from '../journal/kind.ts';

/** Access is given and taken by acts that the director or the person replacing him signs (Art. 10). `deputy` is the record by which the signer replaced him. */
export const grantIssued = actKind('grant.issued', z.strictObject({ id, officer: id, clearance, scope, from: civilDate, to: civilDate, document: paperDocument, deputy: id.nullable() }), null);
export const grantRevoked = actKind('grant.revoked', z.strictObject({ id, officer: id, reason: z.string(), document: paperDocument, deputy: id.nullable() }), null);
export const deputyRecorded = actKind('deputy.recorded', z.strictObject({ id, officer: id, from: civilDate, to: civilDate, document: paperDocument }), null);
export const deputyEnded = actKind('deputy.ended', z.strictObject({ id, reason: z.string() }), null);

/** The act that founds a vault grants its director access, by the order that appoints him. */
const vaultCreated = actKind('vault.created', z.looseObject({ grant: grantIssued.open }), null);

/** The grant that an act gives, if it gives one. */
export const grantGiven = (act: Pick<ActBody, 'kind' | 'result' | 'open'>): z.output<typeof grantIssued.open> | undefined => openOf(grantIssued, act) ?? openOf(vaultCreated, act)?.grant;

const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Every key of a holding stands in a signed act before anything is written under it, by a fingerprint that tells neither the key nor what it
 * opens. `after`: the key of the same holding that it is to replace. `settled`: what came before it is a key no more.
 */
export const keyMade = actKind('key.made', z.strictObject({ fingerprint, after: fingerprint.nullable() }), null);
export const keySettled = actKind('key.settled', z.strictObject({ fingerprint }), null);
/** Keys of the registry as a whole, by the names under which they are sealed, and the public half of the journal's (hex). */
export const keysFounded = actKind('vault.created', z.looseObject({ journal: z.string().regex(/^[0-9a-f]{64}$/), keys: z.record(z.string(), fingerprint) }), null);

/** Kinds of acts that say which keys there are. */
export const keyKinds: readonly string[] = [keyMade.kind, keySettled.kind, keysFounded.kind];

/** Kinds of acts that change who may open what. */
export const accessKinds: readonly string[] = [vaultCreated.kind, grantIssued.kind, grantRevoked.kind, deputyRecorded.kind, deputyEnded.kind];
