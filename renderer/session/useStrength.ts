import { useEffect, useState } from 'react';
import type { Answer } from '#app/contract/index.ts';
import { registry } from '../contract/client.ts';

export type Judged = Answer<'session.judgePassphrase'>;

/** A passphrase rests this long before it is judged, so that not every beginning of it crosses to main. */
const rest = 300;

/** What main says of a passphrase that is being typed; undefined while it is not known. */
export function useStrength(passphrase: string, login: string, name: string): Judged | undefined {
  const [found, setFound] = useState<{ readonly of: string; readonly judged: Judged }>();
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
