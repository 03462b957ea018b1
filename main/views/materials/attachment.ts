import type { Handler } from '../../context.ts';
import { refusedUse } from '../../acts/exchange/restricted.ts';
import { found, no, refuseIfAny } from '../../refused.ts';
import { findRecord } from '../../vault/queries/materials.ts';
import { raise } from '../../acts/incidents/suspicions.ts';
import { located } from '../../acts/lookup.ts';
import { VaultError } from '../../vault/errors.ts';

/** Shown whole in the window; larger ones are looked at elsewhere, from a released copy. */
const largest = 20 * 1024 * 1024;

type Kind = 'text' | 'png' | 'jpeg' | 'pdf';

/** By its first bytes, never by its name. */
function kindOf(bytes: Buffer): Kind | undefined {
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'png';
  if (bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return 'jpeg';
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  if (bytes.includes(0)) return undefined;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'text';
  } catch {
    return undefined;
  }
}

/** An attachment on screen, verified against its hash on the way; nothing touches the disk in clear. */
export const viewAttachment: Handler<'attachments.view'> = async ({ materialId, fileId }, context) => {
  const { vault } = context;
  const { holding, db, row } = located(vault, materialId);
  refuseIfAny(refusedUse(context, { holding, db, row }, 'view'));
  const attachment = found(findRecord(db, materialId)?.attachments.find((one) => one.fileId === fileId), 'attachment.notFound');
  if (attachment.size > largest) no('attachment.notShowable', { size: attachment.size, limit: largest });
  const parts: Uint8Array[] = [];
  try {
    for await (const part of vault.files.read(holding, fileId)) parts.push(Buffer.from(part));
  } catch (error) {
    // Not what was registered: somebody altered it, or the disk did (R14.8).
    if (error instanceof VaultError && error.code === 'damaged') raise(context, { holding, cause: 'contentDamaged', about: row.regNo, materialId });
    throw error;
  }
  const bytes = Buffer.concat(parts);
  const kind = kindOf(bytes) ?? no('attachment.notShowable', { size: attachment.size, limit: largest });
  return { name: attachment.name, kind, base64: bytes.toString('base64') };
};
