import type { Role } from '#app/access/roles.ts';

/** Shown on the first screen: the demonstration vault holds nothing that a passphrase would have to protect. */
export const demonstrationPassphrase = 'вымышленные данные для показа';

export interface DemonstrationOfficer {
  readonly login: string;
  readonly role: Role;
  readonly name: string;
}

const officers: readonly DemonstrationOfficer[] = [
  { login: 'director', role: 'director', name: 'Д' },
  { login: 'registrar', role: 'registrar', name: 'сотрудник Р-1' },
  { login: 'analyst', role: 'analyst', name: 'аналитик А-1' },
  { login: 'administrator', role: 'administrator', name: 'администратор АДМ-1' },
  { login: 'security', role: 'security', name: 'ответственный за ИБ Б-1' },
];

/** Who works in the demonstration vault; each opens it with `demonstrationPassphrase`. Fictional. */
export function demonstrationOfficers(): DemonstrationOfficer[] {
  return officers.map((officer) => ({ ...officer }));
}
