/**
 * The areas of texts: one file per area and language under `assets/texts/{ru,kk,en}/`. The keys are
 * typed by the Russian file; a test proves that the three languages hold the same keys.
 * A new area needs its three files and one line here.
 */
export interface Areas {
  frame: typeof import('#assets/texts/ru/frame.json');
  components: typeof import('#assets/texts/ru/components.json');
  session: typeof import('#assets/texts/ru/session.json');
  register: typeof import('#assets/texts/ru/register.json');
  similar: typeof import('#assets/texts/ru/similar.json');
  materials: typeof import('#assets/texts/ru/materials.json');
  card: typeof import('#assets/texts/ru/card.json');
  print: typeof import('#assets/texts/ru/print.json');
  desk: typeof import('#assets/texts/ru/desk.json');
  journal: typeof import('#assets/texts/ru/journal.json');
  reference: typeof import('#assets/texts/ru/reference.json');
  officers: typeof import('#assets/texts/ru/officers.json');
  access: typeof import('#assets/texts/ru/access.json');
  checks: typeof import('#assets/texts/ru/checks.json');
  notices: typeof import('#assets/texts/ru/notices.json');
  release: typeof import('#assets/texts/ru/release.json');
  packages: typeof import('#assets/texts/ru/packages.json');
  backup: typeof import('#assets/texts/ru/backup.json');
  recovery: typeof import('#assets/texts/ru/recovery.json');
  breach: typeof import('#assets/texts/ru/breach.json');
  requests: typeof import('#assets/texts/ru/requests.json');
  shortcuts: typeof import('#assets/texts/ru/shortcuts.json');
}

type Unplural<K extends string> = K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : K;

type Leaves<T, Prefix extends string> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${Unplural<K>}` : Leaves<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** `frame.lock`, `components.grid.rows`: area first, plural endings left out. */
export type TextKey = { [A in keyof Areas]: Leaves<Omit<Areas[A], 'default'>, `${A & string}.`> }[keyof Areas];
