import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { keysOf } from '#main/acts/exchange/world.fixture.ts';
import type { PackageFile } from '#main/packages/contents.ts';
import { writePackage } from '#main/packages/write.ts';
import { hex } from '#main/vault/suite.ts';
import { passphrase, startWorld, type World } from './registry-world.ts';

export interface ExchangeWorld extends World {
  /** An empty folder on the disk, for packages. */
  readonly medium: string;
}

const withKeys = ['UZ-01', 'TJ-01', 'KZ-01', 'RU-01'] as const;
const seedOf = (code: (typeof withKeys)[number]) => withKeys.indexOf(code) + 1;

/** The scenarios' world with keys of four bodies and an observer; all of it fictional. Locked. */
export async function startExchange(now?: string): Promise<ExchangeWorld> {
  const world = await startWorld(now, 'exchange', async ({ ask }) => {
    for (const code of withKeys) {
      const keys = keysOf(seedOf(code));
      await ask('reference.recordBodyKeys', { body: code, keys: { box: hex(keys.box.publicKey), sign: hex(keys.sign.publicKey), document: 'акт сверки (вымышленный)' }, second: { login: 'r1', passphrase } });
    }
  });
  const medium = join(world.dataFolder, 'medium');
  mkdirSync(medium);
  return { ...world, medium };
}

const file = (name: string, content: string): PackageFile => {
  const bytes = Buffer.from(content);
  return { name, bytes: bytes.length, open: async function* () { yield bytes; } };
};

const requisites = JSON.stringify({ schema: 'grif-requisites/1', registrationDate: '2026-05-09', marking: 'Махфӣ', code: 'C3', attributes: [{ name: 'Навъ', value: 'санҷишӣ' }], language: 'tg' });

/** A package as TJ-01's own program would write it: one document with its text and a file. */
export async function packageOfTj({ ask, medium }: ExchangeWorld, number: string): Promise<string> {
  const { box } = await ask('reference.centreKeys', {});
  const end = await writePackage({
    label: { number, sender: 'TJ-01', addressee: 'CENTRE', date: '2026-05-09' },
    contents: {
      items: [{
        registrationNumber: '09-31', copyNumber: '1', sheets: 2, markingVerbatim: 'Махфӣ', grif: 'LOWER', evaluationVerbatim: 'C3', restrictions: ['только для проверки'], consentReference: null, originatorReference: null,
        files: [file('material.txt', 'Намунаи санҷишӣ: мошини боркаш.'), file('requisites.json', requisites), file('схема.txt', 'вымышленная схема')],
      }],
      documents: [{ kind: 'letter', ...file('', '%PDF-1.7 вымышленное') }],
    },
    senderKeys: keysOf(seedOf('TJ-01')).sign, addresseeKeys: [new Uint8Array(Buffer.from(box, 'hex'))], folder: medium,
  });
  if (end.state !== 'written') throw new Error(JSON.stringify(end));
  return end.path;
}
