/**
 * Accounts of one vault (Art. 10, 12). The security officer reads the journal, never the content:
 * the role is given no holding key at all.
 */
export const roles = ['director', 'registrar', 'analyst', 'security'] as const;
export type Role = (typeof roles)[number];

/** Roles that are given the keys of holdings. */
export const contentRoles: readonly Role[] = ['director', 'registrar', 'analyst'];
