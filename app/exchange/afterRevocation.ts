/** A transfer that was made, as far as a revoked consent concerns it. */
export interface MadeTransfer {
  readonly materialId: string;
  readonly recipient: string;
  readonly packageNumber: string;
  /** Civil date of dispatch. */
  readonly date: string;
  readonly consentIds: readonly string[];
}

export interface RevokedTo {
  readonly recipient: string;
  readonly materialId: string;
  /** Our packages with this material under this consent, oldest first. */
  readonly packages: readonly { readonly number: string; readonly date: string }[];
}

/**
 * Who was given what under a consent that has been revoked (R8.7): it cannot be recalled, so each recipient is told, once for each
 * material and in the order of the first dispatch. What was given before the revocation was given rightly; it is told of all the same.
 */
export function afterRevocation(consentId: string, transfers: readonly MadeTransfer[]): readonly RevokedTo[] {
  const made = transfers.filter(({ consentIds }) => consentIds.includes(consentId)).toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  const groups = Map.groupBy(made, ({ recipient, materialId }) => `${recipient} ${materialId}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ recipient: first.recipient, materialId: first.materialId, packages: group.map(({ packageNumber, date }) => ({ number: packageNumber, date })) }];
  });
}
