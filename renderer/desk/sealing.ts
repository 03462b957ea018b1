import { registry } from '../contract/client.ts';

/** Seals under the officer's own key, in main; undefined when main refuses or does not answer. */
export async function seal(value: unknown): Promise<string | undefined> {
  try {
    const sealed = await registry.drafts.seal({ json: JSON.stringify(value) });
    return sealed.ok ? sealed.value.sealed : undefined;
  } catch {
    return undefined;
  }
}

/** Opens what this officer sealed; undefined for another officer's, for damage and for a locked vault. */
export async function unseal(sealed: string): Promise<unknown> {
  try {
    const opened = await registry.drafts.open({ sealed });
    const value: unknown = opened.ok ? JSON.parse(opened.value.json) : undefined;
    return value;
  } catch {
    return undefined;
  }
}
