export interface JournalFilter {
  readonly officer?: string | undefined;
  /** A kind, or all that begin with it when it ends in a dot: `material.`. */
  readonly kind?: string | undefined;
  readonly result?: 'done' | 'refused' | undefined;
  readonly subject?: string | undefined;
  /** Civil date or date-time, both ends included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Occurs in kind, subject or the open part. */
  readonly text?: string | undefined;
}

/** The WHERE of a filter over the index of the journal, with its bound values. */
export function where(filter: JournalFilter): { sql: string; bound: Record<string, string | number> } {
  const parts: string[] = [];
  const bound: Record<string, string | number> = {};
  for (const name of ['officer', 'result', 'subject'] as const) {
    const value = filter[name];
    if (value === undefined) continue;
    parts.push(`${name} = @${name}`);
    bound[name] = value;
  }
  if (filter.kind !== undefined) {
    const prefix = filter.kind.endsWith('.');
    parts.push(prefix ? "kind >= @kind AND kind < @kind || '~'" : 'kind = @kind');
    bound['kind'] = filter.kind;
  }
  if (filter.from !== undefined) {
    parts.push('at >= @from');
    bound['from'] = filter.from;
  }
  if (filter.to !== undefined) {
    // `~` sorts after every digit, dash and T: the whole last day is in.
    parts.push("at < @to || '~'");
    bound['to'] = filter.to;
  }
  if (filter.text !== undefined && filter.text !== '') {
    parts.push("(instr(kind, @text) OR instr(coalesce(subject, ''), @text) OR instr(lower(open), @lower) OR instr(open, @text))");
    bound['text'] = filter.text;
    bound['lower'] = filter.text.toLowerCase();
  }
  return { sql: parts.length === 0 ? '1' : parts.join(' AND '), bound };
}
