import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Answer } from '#app/contract/index.ts';
import type { Language } from '#renderer/language/plurals.ts';
import type { Hearing } from './hearing.ts';
import { keyboardOf } from './keyboard.ts';
import type { Keyboard } from './keyboard.ts';
import type { Done, Record } from './record.ts';
import type { Running } from './window.ts';
import { patience } from './patience.ts';
import type { Words } from './words.ts';

/** Numbers that a step leaves to those after it, as the screens told them. */
export interface Known { regNo?: string; packagePath?: string; packageNumber?: string; packageId?: string }

export interface Stage {
  page(): Page;
  readonly keys: Keyboard;
  readonly hearing: Hearing;
  readonly t: Words;
  readonly known: Known;
  readonly record: Record;
  /** A line for the console and the summary: what has just been done. */
  did(line: string): void;
  /** A picture of the screen as it stands, in each of the languages; the screen is left in Russian. */
  picture(name: string, caption: string, languages?: readonly Language[]): Promise<void>;
  /** Puts away the messages that lie over the screen. */
  dismiss(): Promise<void>;
  /** Goes to a screen by the menu, as told by its title there. */
  open(title: string): Promise<void>;
  /** A folder of `rehearsal/`, made. */
  folder(name: string): string;
  /** Leaves a prepared paper as PDF and as text. */
  keep(form: string, paper: Answer<'documents.prepare'>): void;
}

export interface Step { readonly title: string; run(stage: Stage): Promise<void> }

export function stageOf({ running, record, done, t, say, known }: { running: Running; record: Record; done: () => Done; t: Words; say: (line: string) => void; known: Known }): Stage {
  const { page, hearing } = running;
  let pictures = 0;
  const speak = async (language: Language) => {
    const button = page().locator(`fieldset button[lang=${language}]`);
    if (await button.getAttribute('aria-pressed') === 'true') return;
    await button.click();
    await page().locator(`fieldset button[lang=${language}][aria-pressed=true]`).waitFor();
  };
  /** What was told in passing is put away, as an officer would, before it covers what comes next. */
  const dismiss = async () => {
    const told = page().locator('.mantine-Notification-closeButton');
    for (let last = await told.count() - 1; last >= 0; last -= 1) {
      await told.nth(last).click();
      await told.nth(last).waitFor({ state: 'detached' });
    }
  };
  return {
    page, hearing, t, known, record, dismiss,
    get keys() { return keyboardOf(page()); },
    did(line) {
      done().lines.push(line);
      say(`       ${line}`);
    },
    async picture(name, caption, languages = ['ru']) {
      for (const language of languages) {
        if (languages.length > 1) await speak(language);
        await settled(page(), hearing);
        pictures += 1;
        const file = `screens/${String(pictures).padStart(2, '0')}-${name}${language === 'ru' ? '' : `.${language}`}.png`;
        record.write(file, await page().screenshot({ animations: 'disabled' }));
        done().pictures.push({ file, caption: language === 'ru' ? caption : `${caption} (${language})` });
      }
      if (languages.length > 1) await speak('ru');
    },
    async open(title) {
      await dismiss();
      await page().getByRole('navigation', { name: t('frame.menu') }).getByRole('button', { name: title, exact: true }).click();
      await page().getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    },
    folder(name) {
      const path = join(record.folder, name);
      mkdirSync(path, { recursive: true });
      return path;
    },
    keep(form, { number, base64, text, pages }) {
      const name = `documents/${[form, ...(number.match(/[\p{L}\p{N}.]+/gu) ?? [])].join('-')}`;
      record.write(`${name}.pdf`, Buffer.from(base64, 'base64'));
      record.write(`${name}.txt`, text);
      record.papers.push({ file: `${name}.pdf`, text: `${name}.txt`, form, number, pages });
      done().lines.push(`Left ${name}.pdf, ${String(pages)} p.`);
    },
  };
}

/** Until main owes the window no answer, and the window has drawn the last one with its letters. */
async function settled(page: Page, hearing: Hearing): Promise<void> {
  const until = performance.now() + patience;
  let seen: number;
  do {
    if (performance.now() > until) throw new Error('the screen keeps asking');
    seen = hearing.calls();
    await page.waitForFunction(() => document.fonts.status === 'loaded' && document.querySelector('main')?.childElementCount);
    await page.evaluate(() => new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)); }));
  } while (hearing.open() > 0 || hearing.calls() !== seen);
}
