import { addDays } from '../agreement/civilDate.ts';
import { rank, type Degree } from '../agreement/grif.ts';

/** A certificate of clearance of the authorised body that the official represents (Art. 10). Both days included. */
export interface Clearance {
  readonly issuer: string;
  readonly number: string;
  readonly degree: Degree;
  readonly from: string;
  readonly to: string;
}

/** What a grant opens: holdings of these bodies up to a degree. The Centre's own holdings follow the degree alone. */
export interface Scope {
  readonly bodies: 'all' | readonly string[];
  readonly degree: Degree;
}

/** A written document: an order, a letter. */
export interface PaperDocument {
  readonly number: string;
  readonly date: string;
}

/** Access granted by the director or the person replacing him (Art. 10). Both days included. */
export interface Grant {
  readonly id: string;
  readonly officer: string;
  readonly clearance: Clearance;
  readonly scope: Scope;
  readonly from: string;
  readonly to: string;
  readonly document: PaperDocument;
  readonly revoked: boolean;
}

export const grantStates = ['inForce', 'notYet', 'clearanceNotYet', 'expired', 'clearanceExpired', 'revoked'] as const;
export type GrantState = (typeof grantStates)[number];

/** How a grant stands on a civil date. Revocation is at once and for good. */
export function grantState({ from, to, clearance, revoked }: Grant, date: string): GrantState {
  if (revoked) return 'revoked';
  if (date > to) return 'expired';
  if (date > clearance.to) return 'clearanceExpired';
  if (date < from) return 'notYet';
  return date < clearance.from ? 'clearanceNotYet' : 'inForce';
}

/** The last civil day on which both the grant and the clearance behind it hold. */
export const lastDayOf = ({ to, clearance }: Grant): string => (to < clearance.to ? to : clearance.to);
/** The first of those days. */
export const firstDayOf = ({ from, clearance }: Grant): string => (from > clearance.from ? from : clearance.from);

/** The visible degree: the lower of clearance and grant (R10.2). */
export const degreeOf = ({ clearance, scope }: Grant): Degree => (rank(clearance.degree) < rank(scope.degree) ? clearance.degree : scope.degree);

/** What an official may open on one day; kept for that day and the days after it up to `until`. */
export interface Coverage {
  /** Last civil day on which it is still the same; null when nothing ends or begins. */
  readonly until: string | null;
  readonly parts: readonly Scope[];
}

export const noCoverage: Coverage = { until: null, parts: [] };

export function coverageOn(grants: readonly Grant[], date: string): Coverage {
  const standing = grants.filter((grant) => grantState(grant, date) === 'inForce');
  const coming = grants.filter((grant) => !grant.revoked && firstDayOf(grant) > date && firstDayOf(grant) <= lastDayOf(grant));
  const ends = [...standing.map(lastDayOf), ...coming.map((grant) => addDays(firstDayOf(grant), -1))].toSorted();
  return { until: ends[0] ?? null, parts: standing.map((grant) => ({ bodies: grant.scope.bodies, degree: degreeOf(grant) })) };
}

/** Name of the Centre among originators: its holdings follow the degree alone. */
const centre = 'CENTRE';

/** Whether a holding, `BODY/DEGREE`, lies within the coverage. A name of another form lies within none. */
export function covers({ parts }: Coverage, holding: string): boolean {
  const [body, degree, ...more] = holding.split('/');
  if (body === undefined || body === '' || (degree !== 'LOWER' && degree !== 'UPPER') || more.length > 0) return false;
  return parts.some((part) => rank(part.degree) >= rank(degree) && (body === centre || part.bodies === 'all' || part.bodies.includes(body)));
}

/** The highest degree of which anything may be opened; null for nothing. */
export function highestCovered({ parts }: Coverage): Degree | null {
  if (parts.some(({ degree }) => degree === 'UPPER')) return 'UPPER';
  return parts.length > 0 ? 'LOWER' : null;
}

/** Which document is missing when nothing is covered: named by what would mend it with the least. */
export type MissingAccess = 'none' | 'revoked' | 'expired' | 'clearanceExpired' | 'notYet';

/** Why nothing is covered on the date, or null when something is. */
export function missingAccess(grants: readonly Grant[], date: string): MissingAccess | null {
  const states = new Set(grants.map((grant) => grantState(grant, date)));
  if (states.has('inForce')) return null;
  if (states.has('notYet') || states.has('clearanceNotYet')) return 'notYet';
  if (states.has('clearanceExpired')) return 'clearanceExpired';
  if (states.has('expired')) return 'expired';
  return states.has('revoked') ? 'revoked' : 'none';
}

/** R10.2: from so many days before the end the desk warns. The Agreement names no period; the Rules of Art. 13 may. */
export const warningDays = 60;

const includes = (outer: Scope, inner: Scope): boolean =>
  rank(outer.degree) >= rank(inner.degree) && (outer.bodies === 'all' || (inner.bodies !== 'all' && inner.bodies.every((body) => outer.bodies.includes(body))));

/** Scopes that together open what either of two lists opens, without those that lie within another. */
export function joined(a: readonly Scope[], b: readonly Scope[]): readonly Scope[] {
  const all = [...a, ...b];
  return all.filter((one, at) => !all.some((other, place) => place !== at && includes(other, one) && (place < at || !includes(one, other))));
}

function common(a: Scope, b: Scope): Scope {
  const degree = rank(a.degree) < rank(b.degree) ? a.degree : b.degree;
  if (a.bodies === 'all') return { bodies: b.bodies, degree };
  return { bodies: b.bodies === 'all' ? a.bodies : a.bodies.filter((body) => b.bodies.includes(body)), degree };
}

/** Scopes that together open what both of two lists open. */
export const narrowed = (a: readonly Scope[], b: readonly Scope[]): readonly Scope[] => joined(a.flatMap((one) => b.map((other) => common(one, other))), []);

/** Last day of an official's access as it stands: of the grants that were not revoked the one that holds longest; null without any. */
export function accessEnds(grants: readonly Grant[]): string | null {
  return grants.filter((grant) => !grant.revoked && firstDayOf(grant) <= lastDayOf(grant)).map(lastDayOf).toSorted().at(-1) ?? null;
}
