import type { Answer } from '#app/contract/index.ts';
import type { Tone } from '../../components/badges.tsx';
import { showDate } from '../../language/dates.ts';
import type { Texts } from '../../language/texts.ts';

export type Listed = Answer<'access.list'>;
export type Official = Listed['officials'][number];
export type ShownGrant = Official['grants'][number];

/** R10.2: the days before the end from which the desk and this screen warn. */
export { warningDays } from '#app/access/grant.ts';

export const toneOf = ({ state, daysLeft }: ShownGrant, warning: number): Tone => {
  if (state === 'inForce') return daysLeft <= warning ? 'warn' : 'good';
  return state === 'notYet' || state === 'clearanceNotYet' ? 'info' : 'bad';
};

export const documentWords = ({ number, date }: { readonly number: string; readonly date: string }, t: Texts['t']): string => t('access.scope.of', { document: number, date: showDate(date) });

export function scopeWords({ scope: { bodies }, degree }: ShownGrant, t: Texts['t']): string {
  const whose = bodies === 'all' ? t('access.scope.all') : t('access.scope.bodies', { bodies: bodies.join(', ') });
  return `${whose}, ${t('access.scope.upTo', { degree: t(`components.grif.${degree}`) })}`;
}

/** The grant that counts: one in force, else one to come, else the latest. */
export const standingOf = ({ grants }: Official): ShownGrant | undefined =>
  grants.find(({ state }) => state === 'inForce') ?? grants.find(({ state }) => state === 'notYet' || state === 'clearanceNotYet') ?? grants[0];
