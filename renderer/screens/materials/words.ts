import { basis, carrierKind } from '#app/contract/shapes/material.ts';
import { materialLanguage } from '#app/contract/shapes/text.ts';
import { sourceKinds, type SourceKind } from '#app/agreement/evaluation.ts';
import annex2 from '#assets/reference/annex2.json' with { type: 'json' };
import type { Option } from '../../components/Choice.tsx';
import type { Texts } from '../../language/texts.ts';
import type { Language } from '../../language/plurals.ts';

/** Names of what requisites may hold, in the officer's language; Annex 2 in its own words. */
export const sourceKindName = (kind: SourceKind, language: Language): string => annex2.sourceKind[kind][language];

export const basisChoices = (t: Texts['t']) => basis.options.map((value) => ({ value, label: t(`materials.basis.${value}`) }));
export const carrierName = (kind: string, t: Texts['t']): string => {
  const known = carrierKind.options.find((each) => each === kind);
  return known ? t(`materials.carrier.${known}`) : kind;
};
export const languageChoices = (t: Texts['t']) => materialLanguage.options.map((value) => ({ value, label: t(`materials.language.${value}`) }));
export const sourceKindChoices = (language: Language): readonly Option<SourceKind>[] =>
  sourceKinds.map((value) => ({ value, label: sourceKindName(value, language) }));

/** The tag under which a text is read out and spelt; none for a language we do not know. */
export const langOf = (language: string): string | undefined => (language === 'other' ? undefined : language);
