import { z } from 'zod';
import { agreementEvent, annex1Version, body, bodyCode, bodyKeys, channel } from '../contract/shapes/reference.ts';
import { id } from '../contract/shapes/text.ts';
import { actKind } from '../journal/kind.ts';

/** Reference data changes by acts of the director with a document behind them; nothing is ever deleted (Art. 3, 9, 20-23). */
export const bodyRecorded = actKind('body.recorded', z.strictObject({ ...body.omit({ keys: true }).shape, document: z.string() }), null);
export const bodyKeysRecorded = actKind('body.keysRecorded', z.strictObject({ body: bodyCode, keys: bodyKeys }), null);
export const bodyChannelsRecorded = actKind('body.channelsRecorded', z.strictObject({ body: bodyCode, channels: z.array(channel), document: z.string() }), null);
export const eventRecorded = actKind('event.recorded', z.strictObject({ id, ...agreementEvent.shape }), null);
export const eventAnnulled = actKind('event.annulled', z.strictObject({ id, reason: z.string() }), null);
export const annex1Recorded = actKind('annex1.recorded', annex1Version, null);
