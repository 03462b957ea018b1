/**
 * The nonce under which this page may write <style> elements; the shell puts a fresh one into the page
 * with every answer (docs/decisions/0002-content-security-policy.md). '' outside the program.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLElement>('meta[property=csp-nonce]')?.nonce ?? '';
}

/** The scroll lock below dialogues comes from a package of its own, which looks for its nonce here. */
export function tellScrollLock(nonce: string): void {
  Reflect.set(globalThis, '__webpack_nonce__', nonce);
}
