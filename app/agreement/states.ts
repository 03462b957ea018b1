/** The seven participating States of the founding agreement (2006). A code says nothing about being in force: see party.ts. */
export const stateCodes = ['AZ', 'KZ', 'KG', 'RU', 'TJ', 'TM', 'UZ'] as const;
export type StateCode = (typeof stateCodes)[number];

const known: ReadonlySet<string> = new Set(stateCodes);

export function isStateCode(text: string): text is StateCode {
  return known.has(text);
}
