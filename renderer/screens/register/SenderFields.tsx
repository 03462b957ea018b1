import { useWatch } from 'react-hook-form';
import { stateCodes } from '#app/agreement/states.ts';
import { CheckField } from '../../components/CheckField.tsx';
import { Choice, Combobox } from '../../components/Choice.tsx';
import { Row } from '../../components/form/Row.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useTexts } from '../../language/texts.ts';
import type { ListedBody } from '../common/useBodyNames.ts';
import { useStates } from '../common/useStates.ts';
import { PackageField, usePackageValues } from './packageForm.ts';
import type { Option } from '../../components/Choice.tsx';

export const isSender = ({ kind, listed }: ListedBody): boolean => kind !== 'centre' && listed;

/** A body of the list, or the State and the name as they stand on the envelope: then the package is kept and not used (Art. 3). */
export function SenderFields({ choices }: { readonly choices: readonly Option<string>[] }) {
  const { t } = useTexts();
  const { setValue, control } = usePackageValues();
  const kind = useWatch({ control, name: 'sender.kind' });
  const { choices: states } = useStates();
  const turn = (unlisted: boolean) => setValue('sender', unlisted ? { kind: 'unlisted', state: null, nameAsWritten: '' } : { kind: 'listed', body: null }, { shouldDirty: true });
  return (
    <>
      {kind === 'listed' ? (
        <PackageField name="sender.body">
          {(field) => <Combobox {...field} label={t('register.package.sender')} choices={choices} required takesFocus value={field.value ?? null} onChange={(next) => field.onChange(next)} />}
        </PackageField>
      ) : (
        <Row spans={[5, 7]}>
          <PackageField name="sender.state">
            {(field) => (
              <Choice {...field} label={t('register.package.state')} choices={states.filter((each) => stateCodes.some((code) => code === each.value))} searchable clearable
                value={field.value ?? null} onChange={(next) => field.onChange(stateCodes.find((code) => code === next) ?? null)} />
            )}
          </PackageField>
          <PackageField name="sender.nameAsWritten">
            {(field) => <TextField {...field} value={field.value ?? ''} label={t('register.package.nameAsWritten')} required />}
          </PackageField>
        </Row>
      )}
      <CheckField label={t('register.package.notOnList')} description={kind === 'unlisted' ? t('register.package.notOnListMeans') : undefined} value={kind === 'unlisted'} onChange={turn} />
    </>
  );
}
