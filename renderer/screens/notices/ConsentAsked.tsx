import type { LetterParticulars } from '#app/notices/particulars.ts';
import { Definitions } from '../../components/layout.tsx';
import { useTexts } from '../../language/texts.ts';

/** What a request for a consent asks its addressee (Art. 8, 12). */
export function ConsentAsked({ asked, nameOf }: { readonly asked: Extract<LetterParticulars, { kind: 'consentRequest' }>; readonly nameOf: (code: string) => string }) {
  const { t } = useTexts();
  return (
    <Definitions rows={[
      ...(asked.product === null ? [] : [[t('notices.consentRequest.product'), asked.product] as const]),
      [t('notices.consentRequest.recipient'), nameOf(asked.recipient)],
      [t('notices.consentRequest.purpose'), asked.purpose],
    ]} />
  );
}
