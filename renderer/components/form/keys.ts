const fieldsOf = 'input:not([type=hidden]):not([type=file]):not(:disabled), textarea:not(:disabled), select:not(:disabled), [data-field]';

/** The fields of a form in the order of the page; of a group of radio buttons the chosen one, or the first. */
export function fieldsIn(form: HTMLElement): readonly HTMLElement[] {
  const seen = new Set<string>();
  return [...form.querySelectorAll<HTMLElement>(fieldsOf)].filter((field) => {
    if (field.tabIndex < 0 || field.closest('[aria-hidden=true], [hidden]') || field.offsetParent === null) return false;
    if (!(field instanceof HTMLInputElement) || field.type !== 'radio') return true;
    const group = [...form.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(field.name)}"]`)];
    const chosen = group.find((each) => each.checked) ?? group[0];
    if (seen.has(field.name) || chosen !== field) return false;
    seen.add(field.name);
    return true;
  });
}

/** Moves to the field after (or before) the one given; after the last one to the button that saves. */
export function moveFrom(form: HTMLElement, from: EventTarget | null, by: 1 | -1): void {
  const fields = fieldsIn(form);
  const at = fields.findIndex((field) => field === from);
  const to = at === -1 ? undefined : fields[at + by];
  const next = to ?? (by === 1 ? form.querySelector<HTMLElement>('button[type=submit]') : undefined);
  next?.focus();
  if (next instanceof HTMLInputElement && /^(text|search|password)$/.test(next.type)) next.select();
}

/**
 * Enter while a list lies open under its field: takes the option that is lit, or the first that answers what was
 * typed, and says true. False when nothing was looked for: then Enter goes on to the next field. Done here and
 * not by the kit, whose own note of what is lit lags behind a fast typist.
 */
export function enterOnList(field: HTMLElement): boolean {
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '');
  if (!list) return false;
  const looked = field instanceof HTMLInputElement && !field.readOnly && field.value.trim() !== '' && !list.querySelector('[data-combobox-active]');
  const chosen = list.querySelector<HTMLElement>('[data-combobox-selected]') ?? (looked ? list.querySelector<HTMLElement>('[data-combobox-option]') : null);
  chosen?.click();
  return chosen !== null;
}

/** Lights the first option of what was found, where a later answer drew the list anew and nothing in it is lit any more. */
export function lightFirst(field: HTMLInputElement): void {
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '');
  if (!list || field.value.trim() === '' || list.querySelector('[data-combobox-selected], [data-combobox-active]')) return;
  list.querySelector('[data-combobox-option]:not([data-combobox-disabled])')?.setAttribute('data-combobox-selected', 'true');
}
