import { entryOf, type Area } from '#app/contract/index.ts';

/** Areas whose views an accepted command may change beyond its own. */
const alsoChanged: Readonly<Record<string, readonly Area[]>> = {
  session: ['session', 'officers', 'access'],
  officers: ['officers', 'access'],
  access: ['access', 'session', 'desk'],
  reference: ['reference', 'release', 'desk'],
  incoming: ['incoming', 'notices', 'desk'],
  requests: ['requests', 'notices', 'desk'],
  materials: ['materials', 'incoming', 'links', 'notices', 'desk', 'requests'],
  links: ['links', 'materials', 'notices', 'desk'],
  corrections: ['corrections', 'materials', 'notices', 'desk'],
  restrictions: ['materials', 'release', 'notices', 'desk'],
  clearances: ['clearances', 'release', 'notices', 'desk'],
  consents: ['consents', 'materials', 'release', 'notices', 'desk'],
  release: ['release', 'outgoing', 'materials', 'desk'],
  outgoing: ['outgoing', 'desk'],
  notices: ['notices', 'materials', 'incidents', 'desk'],
  checks: ['checks', 'desk'],
  backup: ['backup', 'desk'],
  recovery: ['recovery', 'officers', 'access', 'session'],
  incidents: ['incidents', 'materials', 'notices', 'desk'],
};

const quiet: ReadonlySet<string> = new Set(['session.touch', 'screen.title', 'drafts.seal', 'drafts.open', 'jobs.cancel', 'attachments.stage', 'attachments.discard', 'documents.prepare', 'media.askFolder',
  // The screen on which it was typed says what came of it, and then goes to the door itself.
  'vault.restoreHeader']);

/** Areas to ask again after a command was accepted; none for a question. */
export function changedBy(method: string): readonly Area[] {
  if (entryOf(method)?.kind !== 'command' || quiet.has(method)) return [];
  const area = method.slice(0, method.indexOf('.')) as Area;
  return alsoChanged[area] ?? [area];
}
