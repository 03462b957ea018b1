import { useMemo } from 'react';
import type { Option } from '../../components/Choice.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import type { Plan } from './plan.ts';

const nothing = {};

/** Requests of the addressees that a release may answer (Art. 4), and for which of them the chosen one counts. */
export function useAnswered({ requestId, recipients }: Pick<Plan, 'requestId' | 'recipients'>): {
  readonly choices: readonly Option<string>[]; readonly requestOf: (recipient: string) => string | null;
} {
  const { t } = useTexts();
  const { value } = useQuestion(registry.requests.list, nothing, ['requests']);
  return useMemo(() => {
    const all = value ?? [];
    const from = all.find(({ id }) => id === requestId)?.from;
    return {
      choices: all.filter((one) => recipients.includes(one.from)).map(({ id, from: body, number, date, topic }) => ({ value: id, label: t('release.request.line', { body, number, date: showDate(date) }), found: [topic] })),
      requestOf: (recipient) => (recipient === from ? requestId : null),
    };
  }, [value, requestId, recipients, t]);
}
