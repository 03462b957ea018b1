import { basename } from 'node:path';
import { isAlteration } from '#app/incidents/suspicion.ts';
import { sealedVerified } from '#app/exchange/acts.ts';
import { actOf } from '#app/journal/kind.ts';
import type { Context, Handler } from '../../context.ts';
import { PackageError } from '../../packages/error.ts';
import { openPackage } from '../../packages/open.ts';
import type { VerifyOptions } from '../../packages/verify.ts';
import { no } from '../../refused.ts';
import { packagesOf, sealedNumbersSeen } from '../../vault/queries/packages-in.ts';
import { unhex } from '../../vault/suite.ts';
import { documentsOf, itemsOf, keepTrack, nothingTaken, takeIn, throwAway } from './quarantine.ts';
import { raise } from '../incidents/suspicions.ts';
import { refusePackage } from './package-refusals.ts';
import { inTurn } from './turns.ts';

/** Whose signature is known, which key opens, which numbers have come before: the directory and the journal as they stand. */
function trust({ vault }: Context): Pick<VerifyOptions, 'recipientKeys' | 'knownSenders' | 'seen'> {
  const centre = vault.centre();
  return {
    recipientKeys: [centre.box],
    knownSenders: [
      { body: 'CENTRE', publicKey: centre.sign.publicKey },
      ...Array.from(vault.bodyKeys()).flatMap(([body, { sign }]) => (body === 'CENTRE' ? [] : [{ body, publicKey: unhex(sign) }])),
    ],
    seen: (sender, number) => sealedNumbersSeen(vault.holding(packagesOf(sender))).includes(number),
  };
}

/**
 * Opens a sealed package into quarantine: all of it is verified before anything of it is given out, and nothing is registered
 * (Art. 10, 11). Packages to the Centre, and those that the Centre sent.
 */
export const verifySealed: Handler<'sealed.verify'> = (input, context) => context.jobs.run(input.jobId, async (job) => {
  const { vault } = context;
  const opened = await openPackage(input.path, {
    ...trust(context), signal: job.signal, onProgress: (bytes, of) => job.progress('verifying', bytes, of),
  }).catch((error: unknown) => {
    // Whose it was is not proven: it lies with the Centre.
    if (error instanceof PackageError && isAlteration(error.code)) raise(context, { holding: 'CENTRE/LOWER', cause: 'packageAltered', about: basename(input.path) });
    return refusePackage(error);
  });
  try {
    const { header, digest, inventory } = opened;
    const own = header.sender === 'CENTRE';
    if (!own && header.addressee !== 'CENTRE') no('package.notAddressee', { place: 'header.addressee' });
    const seen = { sender: header.sender, number: header.number, sha256: digest };
    const verified = actOf(sealedVerified, null, seen, [{ holding: packagesOf(header.sender), content: seen }]);
    // In turn: two verifications of one package at a time would each leave its files.
    const taken = await inTurn(vault, async () => {
      const now = own ? nothingTaken() : await takeIn(opened, { vault, job }).catch(refusePackage);
      try {
        vault.commit([verified]);
      } catch (error) {
        throwAway(vault, now);
        throw error;
      }
      if (!own) keepTrack(vault, digest, now);
      return now;
    });
    return {
      sha256: digest, number: header.number, sender: header.sender, recipient: header.addressee, date: header.date,
      items: itemsOf(inventory, taken), documents: documentsOf(inventory, taken),
    };
  } finally {
    await opened.close();
  }
});
