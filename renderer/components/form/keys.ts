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
