import { bodyOn, isListed, listingsOf } from '#app/agreement/bodies.ts';
import { mayExchange, partyStatus } from '#app/agreement/party.ts';
import { stateCodes } from '#app/agreement/states.ts';
import { statesFile } from '#app/agreement/reference.ts';
import states from '#assets/reference/states.json' with { type: 'json' };
import { today } from '../../clock.ts';
import type { Handler } from '../../context.ts';
import { fingerprint } from '../../vault/fingerprint.ts';
import { allEvents, annex1Versions, bodyVersions, standingEvents } from '../../vault/queries/reference.ts';

const listBodies: Handler<'reference.bodies'> = ({ on }, { vault, clock }) => {
  const date = on ?? today(clock);
  return [...bodyVersions(vault.registry).values()].flatMap((versions) => {
    const body = bodyOn(versions, date);
    if (body === undefined) return [];
    const listings = listingsOf(versions).map(({ listedFrom, listedTo, notifyingLetter }) => ({ listedFrom, listedTo, notifyingLetter }));
    return [{ ...body, listed: isListed(body, date), listings, fingerprint: body.keys === null ? null : fingerprint(body.keys) }];
  });
};

/** Computed from the events each time it is asked, never stored (R23.2). */
const parties: Handler<'reference.parties'> = ({ on }, { vault }) => {
  const events = standingEvents(vault.registry);
  return stateCodes.map((state) => {
    const { status, since, steps } = partyStatus(state, on, events);
    return { state, status, since: since ?? null, mayExchange: mayExchange(status), steps: [...steps] };
  });
};

const centreKeys: Handler<'reference.centreKeys'> = (_, { vault }) => {
  const keys = vault.centre().publicKeys;
  return { ...keys, fingerprint: fingerprint(keys) };
};

const { states: sevenStates, centre } = statesFile.parse(states);
const listStates: Handler<'reference.states'> = () => [...sevenStates, centre].map(({ code, names }) => ({ code, names }));
const listEvents: Handler<'reference.events'> = (_, { vault }) => [...allEvents(vault.registry)];
const listAnnex1: Handler<'reference.annex1'> = (_, { vault }) => [...annex1Versions(vault.registry)];

export const referenceViews = {
  'reference.bodies': listBodies,
  'reference.parties': parties,
  'reference.centreKeys': centreKeys,
  'reference.states': listStates,
  'reference.events': listEvents,
  'reference.annex1': listAnnex1,
};
