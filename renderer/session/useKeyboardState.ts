import { useState, type KeyboardEvent } from 'react';

export interface KeyboardState { readonly caps: boolean; readonly script: 'latin' | 'cyrillic' | 'kazakh' | null }

const kazakhOnly = /[әғқңөұүһі]/iu;

/**
 * What can be told of the keyboard from the keys pressed in a secret field: Caps Lock, and the script of the
 * last letter. The letter itself is not kept.
 */
export function useKeyboardState(): KeyboardState & { readonly watch: (event: KeyboardEvent) => void } {
  const [state, setState] = useState<KeyboardState>({ caps: false, script: null });
  const watch = (event: KeyboardEvent) => {
    const { key } = event;
    const letter = key.length === 1 && /\p{L}/u.test(key);
    setState((before) => ({
      caps: event.getModifierState('CapsLock'),
      script: !letter ? before.script : kazakhOnly.test(key) ? 'kazakh' : /\p{Script=Cyrillic}/u.test(key) ? 'cyrillic' : 'latin',
    }));
  };
  return { ...state, watch };
}
