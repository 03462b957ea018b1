import { dateOf } from '#app/agreement/civilDate.ts';
import { findBody, successionLine } from '#app/agreement/bodies.ts';
import { restrictionRule } from '#app/contract/shapes/material.ts';
import { outOfScope, pastRecipients, quotedRule } from '#app/exchange/pastRecipients.ts';
import type { RestrictionRule } from '#app/exchange/restriction.ts';
import type { NewAct } from '#app/journal/act.ts';
import { derivatives } from '#app/materials/links.ts';
import { today } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { linksOfType } from '../../vault/queries/decisions.ts';
import { transfersOf } from '../../vault/queries/exchange.ts';
import { noticesAbout } from '../../vault/queries/notices.ts';
import { locate, type Located } from '../lookup.ts';
import { standingOn } from '../standing.ts';
import { draftLetter, type Drafted } from './draft.ts';

/** As the contract has it. */
const quoted = (rule: RestrictionRule, derived: boolean) => restrictionRule.nullable().parse(quotedRule(rule, derived));

interface Change {
  /** Of the restriction. */
  readonly id: string;
  readonly change: 'set' | 'lifted';
  readonly rule: RestrictionRule;
  readonly from: string;
  readonly to: string | null;
}

interface Told {
  readonly acts: NewAct[];
  readonly notices: Drafted['notice'][];
  /** Codes of recipients whom a restriction set leaves out. */
  readonly outOfScope: string[];
}

/**
 * Letters on a restriction set or lifted, to all who were given the material or what is made of it, as far as this officer can see (Art. 9(5); R9.6). Each
 * lies where what it is about lies, so it tells its readers of nothing else. What was drafted before is not drafted again.
 */
export function restrictionLetters(at: Located, { id, change, rule, from, to }: Change, context: Context): Told {
  const { vault, clock } = context;
  const { bodies } = standingOn(vault.registry, today(clock));
  const derived = derivatives(at.row.id, linksOfType(vault, 'derivedFrom'));
  const places = new Map([at, ...[...derived].flatMap((one) => locate(vault, one) ?? [])].map((place) => [place.row.id, place]));
  const transfers = [...places.values()].flatMap(({ db, row }) => transfersOf(db, row.id)
    .map(({ recipient, packageNumber, at: sent }) => ({ materialId: row.id, recipient, number: packageNumber, date: dateOf(sent) })));
  const holders = pastRecipients(at.row.id, derived, transfers, successionLine(at.row.originator, bodies));
  const told: Told = { acts: [], notices: [], outOfScope: [] };
  for (const holder of holders) {
    const place = places.get(holder.materialId);
    if (place === undefined) continue;
    const out = change === 'set' && outOfScope(rule, findBody(holder.recipient, bodies) ?? { code: holder.recipient, state: null });
    if (out && !told.outOfScope.includes(holder.recipient)) told.outOfScope.push(holder.recipient);
    const numbers = holder.given.map(({ number }) => number);
    const before = noticesAbout(place.db, holder.materialId).some(({ link, particulars, lines }) =>
      link === id && particulars?.kind === 'restrictionChange' && particulars.change === change && lines.some(({ ourNumber }) => numbers.includes(ourNumber)));
    if (before) continue;
    const { act, notice } = draftLetter({
      kind: 'restrictionChange', to: holder.recipient, holding: place.holding, degree: place.row.degree, link: id,
      lines: holder.given.map(({ number, date }) => ({ materialId: holder.materialId, ownReference: '', ownDate: null, ourNumber: number, ourDate: date })),
      particulars: { kind: 'restrictionChange', change, rule: quoted(rule, holder.derived), from, to, outOfScope: out },
    }, context);
    told.acts.push(act);
    told.notices.push(notice);
  }
  return told;
}
