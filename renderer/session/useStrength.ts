import { useEffect, useState } from 'react';
import type { Answer } from '#app/contract/index.ts';
import { registry } from '../contract/client.ts';

export type Judged = Answer<'session.judgePassphrase'>;

/** A passphrase rests this long before it is judged, so that not every beginning of it crosses to main. */
const rest = 300;
/** And a form with a new one stands this long before main is asked for the lists, so that what the screen itself asks comes first. */
const ahead = 700;

/** What main says of a passphrase that is being typed; undefined while it is not known. */
export function useStrength(passphrase: string, login: string, name: string): Judged | undefined {
  const [found, setFound] = useState<{ readonly of: string; readonly judged: Judged }>();
  // The lists of known words take half a second to load: while the officer still reads the form, and not when the first word is typed.
  useEffect(() => {
    const timer = setTimeout(() => { void registry.session.judgePassphrase({ passphrase: '', login: '', name: '' }).catch(() => undefined); }, ahead);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (passphrase === '') return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      void registry.session.judgePassphrase({ passphrase, login, name }).then((answer) => { if (wanted && answer.ok) setFound({ of: passphrase, judged: answer.value }); }).catch(() => undefined);
    }, rest);
    return () => { wanted = false; clearTimeout(timer); };
  }, [passphrase, login, name]);
  return found?.of === passphrase ? found.judged : undefined;
}
