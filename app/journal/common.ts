import type { ActBody } from './act.ts';

/**
 * Acts of common knowledge: whoever opens the registry reads them, because without them nobody could check a signature, know the
 * bodies or see who was at the door. Everything else is sealed for those who read the journal: deny by default (Art. 11).
 */
export const commonKinds: ReadonlySet<string> = new Set([
  'vault.created', 'vault.migrated', 'journal.headSigned',
  'medium.registered', 'medium.checked', 'medium.withdrawn',
  'backup.written', 'backup.proven', 'backup.removed', 'backup.scheduled', 'backup.restored',
  'officer.enrolled', 'officer.disabled', 'officer.passphraseChanged',
  'grant.issued', 'grant.revoked', 'deputy.recorded', 'deputy.ended', 'key.made', 'key.settled',
  'check.recorded', 'certificate.recorded', 'responsible.appointed', 'responsible.ended',
  'recovery.arranged', 'recovery.opened',
  'session.unlocked', 'session.locked', 'session.refused',
  'clock.accepted',
  'body.recorded', 'body.keysRecorded', 'body.channelsRecorded', 'event.recorded', 'event.annulled', 'annex1.recorded',
]);

/** A refused attempt is written under its method's name and is nobody's but the journal's; a wrong passphrase is everybody's. */
export const isCommon = ({ kind, result }: Pick<ActBody, 'kind' | 'result'>): boolean =>
  commonKinds.has(kind) && (result === 'done' || kind === 'session.refused');
