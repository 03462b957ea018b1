import type { Handler } from '../../context.ts';
import { officerNames } from '../../vault/queries/officers.ts';

/** Who holds the sheets, and whether the recovery would open everything. */
const status: Handler<'recovery.status'> = (_, { vault }) => {
  const arranged = vault.recovery.arranged();
  const names = officerNames(vault.registry);
  return {
    arranged: arranged === undefined ? null : {
      id: arranged.id, threshold: arranged.threshold, of: arranged.holders.length, holders: [...arranged.holders], at: arranged.at, by: names.get(arranged.by) ?? arranged.by,
      second: names.get(arranged.second) ?? arranged.second, unsealed: arranged.unsealed,
    },
    sheets: vault.recovery.sheets().length,
  };
};

export const recoveryViews = { 'recovery.status': status };
