const placeholder = /\{\{(\w+)\}\}/g;

/** Names of the placeholders of a wording, sorted, each once. */
export function placeholders(template: string): string[] {
  return [...new Set([...template.matchAll(placeholder)].map((match) => match[1] ?? ''))].toSorted();
}

/**
 * Puts values into a wording. One pass: braces inside a value are text, not placeholders.
 * Throws RangeError when the wording asks for a value that the form does not have.
 */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(placeholder, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new RangeError(`wording asks for an unknown value: ${name}`);
    return String(value);
  });
}
