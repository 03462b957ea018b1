import type { FictionalMaterial, MaterialLanguage } from './materials.ts';
import { GIVEN, OPENING, PLACES, SENTENCES, SURNAMES } from './sentences.ts';

export type { FictionalMaterial, MaterialLanguage } from './materials.ts';

type Sender = { body: string; language: MaterialLanguage; lower: string; upper: string; evaluation: 'latin' | 'cyrillic'; number: (n: number) => string };

/** The fictional bodies of the scenarios; Turkmenistan's stands here for its language only. */
const SENDERS: readonly Sender[] = [
  { body: 'KZ-01', language: 'kk', lower: 'Құпия', upper: 'Өте құпия', evaluation: 'cyrillic', number: (n) => `7/${n}` },
  { body: 'KZ-02', language: 'ru', lower: 'Секретно', upper: 'Совершенно секретно', evaluation: 'cyrillic', number: (n) => `К-${n}` },
  { body: 'KG-01', language: 'ky', lower: 'Жашыруун', upper: 'Өтө жашыруун', evaluation: 'cyrillic', number: (n) => `12-${n}` },
  { body: 'RU-01', language: 'ru', lower: 'Секретно', upper: 'Совершенно секретно', evaluation: 'cyrillic', number: (n) => `1/${n}с` },
  { body: 'TJ-01', language: 'tg', lower: 'МАХФӢ', upper: 'КОМИЛАН МАХФӢ', evaluation: 'latin', number: (n) => `09-${n}` },
  { body: 'UZ-01', language: 'uz', lower: 'MAXFIY', upper: 'MUTLAQO MAXFIY', evaluation: 'latin', number: (n) => `4/${n}` },
  { body: 'AZ-01', language: 'az', lower: 'Məxfi', upper: 'Tam məxfi', evaluation: 'latin', number: (n) => `X-${n}` },
  { body: 'TM-01', language: 'tk', lower: 'Gizlin', upper: 'Örän gizlin', evaluation: 'latin', number: (n) => `3/${n}` },
];
/** At most 99 bodies of one State are told apart; their numbers say which. */
export function sendersOf(count: number): readonly Sender[] {
  const states = [...new Set(SENDERS.map(({ body }) => body.slice(0, 2)))];
  const more = Array.from({ length: Math.max(0, count - SENDERS.length) }, (_, n): Sender => {
    const state = states[n % states.length] ?? '';
    const like = SENDERS.find(({ body }) => body.startsWith(state));
    if (like === undefined) throw new RangeError('a State without a body');
    const no = two(10 + Math.floor(n / states.length));
    return { ...like, body: `${state}-${no}`, number: (ordinal) => `${no}-${like.number(ordinal)}` };
  });
  return [...SENDERS.slice(0, count), ...more];
}
const SOURCE_KINDS = ['official_body', 'law_enforcement_officer', 'special_measure', 'assisting_person', 'citizen', 'media_other'] as const;
const LATIN: ReadonlySet<MaterialLanguage> = new Set(['uz', 'az', 'tk', 'en'] as const);
const PHONE_CODES = ['+998 90', '+992 92', '+996 55', '+7 701', '+994 50', '+993 65'];
const PLATE_LETTERS = 'ABEKMHOPCTYX';

/** Marsaglia's xorshift, 32 bits: the same seed gives the same materials on every machine. Answers 0 to below `below`. */
function dice(seed: number): (below: number) => number {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}
type Dice = ReturnType<typeof dice>;

const FIRST_DAY = 109;
const DAYS = 210;
const WORKING_SECONDS = 8 * 3600;

const two = (n: number) => String(n).padStart(2, '0');

/** Days since 2026-01-01 as a civil date (proleptic Gregorian, without the runtime's time zones). */
function civilDate(day: number): string {
  let year = 2026;
  let rest = day;
  for (;;) {
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (const [month, length] of lengths.entries()) {
      if (rest < length) return `${year}-${two(month + 1)}-${two(rest + 1)}`;
      rest -= length;
    }
    year += 1;
  }
}

function pick<T>(roll: Dice, from: readonly T[]): T {
  const found = from[roll(from.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

function plate(roll: Dice): string {
  const letter = () => PLATE_LETTERS.charAt(roll(PLATE_LETTERS.length));
  const figures = String(100 + roll(900));
  return roll(2) === 0 ? `${two(1 + roll(95))}${letter()}${figures}${letter()}${letter()}` : `${letter()}${figures}${letter()}${letter()} ${two(1 + roll(95))}`;
}

/** What the places in a sentence are filled with, drawn once per material so that the text speaks of one event. */
function filling(roll: Dice, language: MaterialLanguage, day: number): Readonly<Record<string, () => string>> {
  const script = LATIN.has(language) ? 0 : 1;
  const spelling = (forms: readonly [string, string]) => forms[script];
  const person = `${spelling(pick(roll, SURNAMES))} ${spelling(pick(roll, GIVEN))}`;
  const other = `${spelling(pick(roll, SURNAMES))} ${spelling(pick(roll, GIVEN))}`;
  const place = `${spelling(pick(roll, PLACES))}-${1 + roll(400)}`;
  const place2 = `${spelling(pick(roll, PLACES))}-${1 + roll(400)}`;
  const number = plate(roll);
  const phone = `${pick(roll, PHONE_CODES)} ${100 + roll(900)}-${two(roll(100))}-${two(roll(100))}`;
  const paper = `${PLATE_LETTERS.charAt(roll(12))}${PLATE_LETTERS.charAt(roll(12))}${1_000_000 + roll(9_000_000)}`;
  const amount = `${1 + roll(60)},${1 + roll(9)} ${script === 0 ? 'kg' : 'кг'}`;
  const [year, month, date] = civilDate(day).split('-');
  const when = `${date}.${month}.${year}`;
  let persons = 0;
  return {
    person: () => (persons++ % 2 === 0 ? person : other),
    place: () => place, place2: () => place2, plate: () => number, phone: () => phone, paper: () => paper, amount: () => amount, date: () => when,
  };
}

function textOf(roll: Dice, language: MaterialLanguage, day: number): string {
  const fill = filling(roll, language, day);
  const pool = SENTENCES[language];
  const wanted = 200 + roll(800);
  let text = OPENING[language];
  for (let i = roll(pool.length), said = 0; text.length < wanted && said < 24; i += 1, said += 1) {
    text += ` ${(pool[i % pool.length] ?? '').replace(/\{(\w+)\}/g, (_, slot: string) => fill[slot]?.() ?? '')}`;
  }
  return text;
}

/** One sentence of its own, and below it a text that others have too: of a million, what is rare in each is its sentence. */
function textWithOwnSentence(roll: Dice, language: MaterialLanguage, day: number, { texts, seed, known }: { texts: number; seed: number; known: Map<string, string> }): string {
  const fill = filling(roll, language, day);
  const own = pick(roll, SENTENCES[language].filter((one) => /\{(?:plate|phone|paper)\}/.test(one))).replace(/\{(\w+)\}/g, (_, slot: string) => fill[slot]?.() ?? '');
  const which = roll(texts);
  const name = `${language}${which}`;
  const shared = known.get(name) ?? textOf(dice(seed * 1_000_003 + which * 7919 + language.charCodeAt(0) * 257 + language.charCodeAt(1)), language, FIRST_DAY + (which % DAYS));
  known.set(name, shared);
  return `${own}\n${shared}`;
}

/**
 * Fictional materials of the scenarios' bodies in eight languages, 200 to 1200 characters of text each, in the order of
 * registration between 2026-04-20 (the Agreement in force for six States) and 2026-11-15, whatever their number. The same seed and count give the same
 * materials; one of a hundred in English, whoever sends it; sender's numbers are unique within a body. More bodies than the eight of the
 * scenarios stand beside them. With `texts`, all but the first sentence of a text is one of so many in its language.
 */
export function* generateMaterials({ count, seed = 1, bodies = SENDERS.length, texts }: { count: number; seed?: number; bodies?: number; texts?: number }): Generator<FictionalMaterial> {
  const roll = dice(seed);
  const senders = sendersOf(bodies);
  const known = new Map<string, string>();
  for (let ordinal = 0; ordinal < count; ordinal += 1) {
    const sender = pick(roll, senders);
    const language = roll(100) < 4 ? 'en' : sender.language;
    const seconds = Math.floor((ordinal / count) * DAYS * WORKING_SECONDS);
    const day = FIRST_DAY + Math.floor(seconds / WORKING_SECONDS);
    const ofDay = seconds % WORKING_SECONDS;
    const upper = roll(5) === 0;
    const evaluation = `${pick(roll, ['A', 'B', 'C', 'D'])}${1 + roll(4)}`;
    const happened = day - 3 - roll(6);
    const text = texts === undefined ? textOf(roll, language, happened) : textWithOwnSentence(roll, language, happened, { texts, seed, known });
    yield {
      ordinal,
      originator: sender.body,
      senderNumber: sender.number(100 + ordinal),
      senderDate: civilDate(day - 1 - roll(3)),
      receivedAt: `${civilDate(day)}T${two(9 + Math.floor(ofDay / 3600))}:${two(Math.floor(ofDay / 60) % 60)}:${two(ofDay % 60)}`,
      basis: pick(roll, ['oneOff', 'standing', 'initiative'] as const),
      carrierKind: pick(roll, ['paper', 'paper', 'paper', 'optical', 'flash'] as const),
      marking: upper ? sender.upper : sender.lower,
      degree: upper ? 'UPPER' : 'LOWER',
      evaluationTyped: roll(40) === 0 ? '' : sender.evaluation === 'cyrillic' ? evaluation.replace('A', 'А').replace('B', 'В').replace('C', 'С') : evaluation,
      sourceKind: pick(roll, SOURCE_KINDS),
      language,
      personalData: roll(4) === 0,
      summary: `Вымышленный материал № ${ordinal + 1}`,
      text,
      fictional: true,
    };
  }
}
