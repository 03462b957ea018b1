import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const renderer = resolve(import.meta.dirname, '../..');
const sources = globSync('**/*.tsx', { cwd: renderer }).map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(renderer, file), 'utf8') }));

describe('forms', () => {
  it('are one form in all screens, with one key that sends it; the door alone has its own, for which the same key works', () => {
    expect(sources.filter(({ text }) => /<form[\s>]/.test(text)).map(({ file }) => file).toSorted()).toEqual(['components/form/FormFrame.tsx', 'session/UnlockScreen.tsx']);
  });
  it('show the key on the button that sends them', () => {
    const sending = sources.flatMap(({ file, text }) => text.split('\n').filter((line) => line.includes('<Button type="submit"')).map((button) => ({ file, button })));
    expect(sending.length).toBeGreaterThan(0);
    for (const { file, button } of sending) expect(button, file).toContain('shortcut="save"');
  });
  it('ask for a key file by one component wherever an account is proven', () => {
    const fields = sources.filter(({ text }) => text.includes("t('session.keyFile.wanted')")).map(({ file }) => file);
    expect(fields).toEqual(['screens/common/KeyFilePlace.tsx']);
    for (const name of ['session/UnlockScreen.tsx', 'session/RestoreScreen.tsx', 'screens/common/SecondPerson.tsx', 'screens/officers/KeyFileFields.tsx']) {
      expect(sources.find(({ file }) => file === name)?.text, name).toMatch(/<KeyFile(Place|Field) /);
    }
  });
});
