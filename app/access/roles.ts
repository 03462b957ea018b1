/**
 * Accounts of one vault (Art. 10, 12). What a role is given are keys, not flags: the security officer reads the journal
 * and never the content, the administrator keeps accounts, workstation and backups and reads neither.
 */
export const roles = ['director', 'registrar', 'analyst', 'security', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Roles that may be granted content: the keys of holdings follow their grants (Art. 10). */
export const contentRoles: readonly Role[] = ['director', 'registrar', 'analyst'];

export const isContentRole = (role: Role): boolean => contentRoles.includes(role);

/** Whose accounts a role opens and closes. The administrator makes nobody who could sign a grant, and no second administrator. */
export function mayKeepAccountsOf(keeper: Role, kept: Role): boolean {
  return keeper === 'director' || (keeper === 'administrator' && kept !== 'director' && kept !== 'administrator');
}
