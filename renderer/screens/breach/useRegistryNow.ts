import { useEffect, useState } from 'react';
import { registry } from '../../contract/client.ts';
import { useSession } from '../../frame/session.ts';

const every = 15_000;

/** Main's civil date and time, asked again every quarter of a minute: the clock of a breach is not this window's. */
export function useRegistryNow(): string {
  const { status } = useSession();
  const [now, setNow] = useState(status.now);
  useEffect(() => {
    let wanted = true;
    const ask = () => void registry.session.status({}).then((answer) => { if (wanted && answer.ok) setNow(answer.value.now); }).catch(() => undefined);
    ask();
    const timer = setInterval(ask, every);
    return () => { wanted = false; clearInterval(timer); };
  }, []);
  return now;
}
