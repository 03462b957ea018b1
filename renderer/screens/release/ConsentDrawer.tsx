import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { Drawer } from '../../components/Dialog.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import { ConsentFields } from './ConsentFields.tsx';
import { ConsentFrame, type ConsentValues } from './consentForm.ts';

/** What is known of a consent that is missing. */
export interface WantedConsent {
  readonly materialId: string;
  readonly grantor: string;
  readonly scope: ConsentValues['scope'];
  readonly purpose: string;
}

const fieldOf = {
  'date.inFuture': 'date', 'date.order': 'validTo', 'body.unknown': 'grantor', 'consent.notOriginators': 'grantor', 'consent.emptyScope': 'scope.codes', 'consent.notWritten': 'number',
} as const;

/** Records a written consent where it is found missing: grantor, material and addressee stand there already (Art. 8). */
export function ConsentDrawer({ wanted, materials, onClose }: { readonly wanted: WantedConsent | undefined; readonly materials: readonly MaterialRow[]; readonly onClose: () => void }) {
  const { t } = useTexts();
  const degree = materials.some((row) => row.degree === 'UPPER') ? 'UPPER' : materials.length > 0 ? 'LOWER' : null;
  return (
    <Drawer open={wanted !== undefined} onClose={onClose} title={t('release.consent.title')} degree={degree}>
      {wanted && (
        <ConsentFrame
          initial={{
            materialIds: [wanted.materialId], grantor: wanted.grantor, scope: wanted.scope, purpose: wanted.purpose, number: '', date: '', signatory: '', carrier: '',
            conditions: '', conditionsMet: false, validFrom: '', validTo: '',
          }}
          label={t('release.consent.title')} draft={`consent.${wanted.materialId}.${wanted.grantor}.${wanted.scope.codes.join('.')}`} save={t('release.consent.save')}
          send={registry.consents.record} onCancel={onClose} fieldOf={fieldOf} onDone={() => { toast(t('release.consent.done')); onClose(); }}>
          <ConsentFields materials={materials} />
        </ConsentFrame>
      )}
    </Drawer>
  );
}
