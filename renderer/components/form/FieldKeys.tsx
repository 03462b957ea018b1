import type { KeyboardEvent, ReactNode } from 'react';
import { enterOnList, moveFrom } from './keys.ts';

/** Fields that stand outside a form of one command, with the keys of every form: Enter to the next, Shift+Enter back, F4 opens a list. */
export function FieldKeys({ label, children, className }: { readonly label: string; readonly children: ReactNode; readonly className?: string | undefined }) {
  const keyDown = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    const { target, currentTarget } = event;
    if (!(target instanceof HTMLInputElement) || event.ctrlKey || event.altKey) return;
    if (event.code === 'F4' && target.getAttribute('aria-haspopup') === 'listbox') {
      event.preventDefault();
      target.click();
    } else if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      event.preventDefault();
      event.stopPropagation();
      const taken = !event.shiftKey && target.getAttribute('aria-expanded') === 'true' && enterOnList(target);
      if (!taken) moveFrom(currentTarget, target, event.shiftKey ? -1 : 1);
    }
  };
  return <fieldset aria-label={label} className={className} style={{ border: 0, margin: 0, padding: 0, minInlineSize: 0 }} onKeyDownCapture={keyDown}>{children}</fieldset>;
}
