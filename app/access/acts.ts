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

/** Kinds of acts that change who may open what. */
export const accessKinds: readonly string[] = [vaultCreated.kind, grantIssued.kind, grantRevoked.kind, deputyRecorded.kind, deputyEnded.kind];
