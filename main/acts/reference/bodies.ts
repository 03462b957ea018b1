import { bodyChannelsRecorded, bodyKeysRecorded, bodyRecorded } from '#app/agreement/acts.ts';
import { checkBody, listingsOf, namesHeirUnasked } from '#app/agreement/bodies.ts';
import { futureRefusals } from '#app/agreement/paper-date.ts';
import { refuse } from '#app/contract/refusals.ts';
import { actOf } from '#app/journal/kind.ts';
import { today } from '../../clock.ts';
import type { Handler } from '../../context.ts';
import { found, refuseIfAny } from '../../refused.ts';
import { bodyVersions } from '../../vault/queries/reference.ts';
import { fingerprint } from '../../vault/fingerprint.ts';

/** A body as a State notified it (Art. 3); a change is a new version, the old ones stay. */
export const recordBody: Handler<'reference.recordBody'> = (input, { vault, clock }) => {
  const { document, ...body } = input;
  const [now, { date }] = [today(clock), body.notifyingLetter];
  const versions = bodyVersions(vault.registry);
  refuseIfAny([
    ...checkBody(body, [...versions.values()].flatMap(listingsOf)),
    ...(namesHeirUnasked(body, versions.get(body.code)?.at(-1)) ? [refuse('body.letterMissing', { body: body.code }, { missing: 'notificationLetter', supplier: { kind: 'body', code: body.code } })] : []),
    ...futureRefusals(date, now),
  ]);
  vault.commit([actOf(bodyRecorded, null, { ...body, document }, [])]);
  return {};
};

export const recordBodyKeys: Handler<'reference.recordBodyKeys'> = ({ body, keys }, { vault }) => {
  found(bodyVersions(vault.registry).get(body), 'body.unknown', { body });
  vault.commit([actOf(bodyKeysRecorded, null, { body, keys }, [])]);
  return { fingerprint: fingerprint(keys) };
};

export const recordChannels: Handler<'reference.recordChannels'> = ({ body, channels, document }, { vault }) => {
  found(bodyVersions(vault.registry).get(body), 'body.unknown', { body });
  vault.commit([actOf(bodyChannelsRecorded, null, { body, channels, document }, [])]);
  return {};
};
