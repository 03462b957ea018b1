import type { Language } from '#app/contract/shapes/text.ts';
import type { Addressee, Requisites, SingleCopyRequisites, Stationery } from '#app/documents/stationery.ts';
import states from '#assets/reference/states.json' with { type: 'json' };
import { loadForms } from '../../documents/forms.ts';
import { today } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { no } from '../../refused.ts';
import { standingOn } from '../standing.ts';

let forms: ReturnType<typeof loadForms> | undefined;

/** Wording, the Centre's own grifs and the demonstration mark: what all papers of this vault have in common. */
export function stationeryOf({ vault, clock, machine }: Context, language: Language, second: Language | null): Stationery {
  forms ??= loadForms(machine.assets);
  const centre = standingOn(vault.registry, today(clock)).annex1?.centre ?? no('document.noPdf', { why: 'annex1' });
  return {
    words: forms[language], second: second === null || second === language ? null : forms[second],
    marks: { UPPER: centre.UPPER[language], LOWER: centre.LOWER[language] }, demonstration: vault.identity.demonstration,
  };
}

/** A body and its State, named in the document's language. */
export function addresseeOf({ vault, clock }: Context, code: string, language: Language): Addressee {
  const body = standingOn(vault.registry, today(clock)).bodies.find((one) => one.code === code);
  const state = states.states.find((one) => one.code === (body?.state ?? code.slice(0, 2)));
  return { body: body?.names[language] ?? code, state: state?.names[language] ?? '' };
}

/** Requisites of a paper made now, by the officer who works. `reference` names the act of printing; it is drawn at random, so two papers tell nothing of each other (R7.5). */
export function singleCopy({ vault, clock }: Context, number: string, reference: string): SingleCopyRequisites {
  const { name } = vault.identity.officer;
  return {
    number, date: today(clock), executor: name, printedBy: name, workstation: vault.identity.workstation, file: '', draft: 'none', printEvent: reference.slice(0, 10),
  };
}

export function requisitesOf(context: Context, number: string, reference: string, copies: number, destinations: readonly string[]): Requisites {
  return { ...singleCopy(context, number, reference), copy: { n: 1, of: copies }, destinations };
}
