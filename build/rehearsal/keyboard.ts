import type { Page } from 'playwright-core';

/** The names under which the focused field is known: its own label and that of its group. */
interface Focused { readonly own: string; readonly group: string; readonly kind: string }

const asterisk = /\s*\*$/;
const furthest = 60;

function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const clean = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
    const here = document.activeElement;
    const labels = here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement ? [...(here.labels ?? [])] : [];
    const named = (element: Element | null | undefined) => clean(element?.getAttribute('aria-label') ?? document.getElementById(element?.getAttribute('aria-labelledby') ?? '')?.textContent);
    return {
      own: clean(labels[0]?.textContent) || named(here) || (here instanceof HTMLButtonElement ? clean(here.textContent) : ''),
      group: named(here?.closest('[role=radiogroup]')),
      kind: here instanceof HTMLInputElement ? here.type : here?.tagName.toLowerCase() ?? '',
    };
  });
}

/** An officer's hands: keys only, and eyes on the label of the field that has the focus. */
export function keyboardOf(page: Page) {
  const is = (here: Focused, label: string) => here.own.replace(asterisk, '') === label || here.group.replace(asterisk, '') === label;

  /** Enter from field to field (Tab out of a text of several lines) until the one with this label has the focus. */
  async function to(label: string): Promise<void> {
    const passed: string[] = [];
    for (let step = 0; step < furthest; step += 1) {
      const here = await focused(page);
      if (is(here, label)) return;
      passed.push(here.group || here.own);
      await page.keyboard.press(/^(text|search|password|radio|checkbox)$/.test(here.kind) ? 'Enter' : 'Tab');
    }
    throw new Error(`no field «${label}» ahead; passed: ${passed.join(' > ')}`);
  }

  return {
    to,
    async type(label: string, text: string): Promise<void> {
      await to(label);
      await page.keyboard.type(text);
    },
    /** Finds by typing in a list and takes with Enter, which goes on to the next field. */
    async find(label: string, text: string): Promise<void> {
      await to(label);
      await page.keyboard.type(text);
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('listbox').waitFor({ state: 'hidden' });
    },
    /** Arrows along the choices of a group until the one with this label is chosen. */
    async choose(label: string, choice: string): Promise<void> {
      await to(label);
      for (let step = 0; step < furthest; step += 1) {
        if ((await focused(page)).own === choice) {
          await page.keyboard.press('Space');
          return;
        }
        await page.keyboard.press('ArrowDown');
      }
      throw new Error(`no choice «${choice}» in «${label}»`);
    },
    press: (keys: string) => page.keyboard.press(keys),
  };
}

export type Keyboard = ReturnType<typeof keyboardOf>;
