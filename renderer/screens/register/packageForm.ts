import { z } from 'zod';
import { incoming } from '#app/contract/intake.ts';
import { bodyCode, stateCode } from '#app/contract/shapes/reference.ts';
import { line } from '#app/contract/shapes/text.ts';
import { makeForm } from '../../components/form/makeForm.tsx';
import { chosen } from '../../components/form/needed.ts';

const { shape } = incoming.register.input;

/** The contract's own fields; what must be chosen stands open until it is chosen. */
export const packageSchema = z.strictObject({
  ...shape,
  sender: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('listed'), body: chosen(bodyCode) }),
    z.strictObject({ kind: z.literal('unlisted'), state: stateCode.nullable(), nameAsWritten: line(200) }),
  ]),
  seals: chosen(shape.seals),
});

export type PackageValues = z.input<typeof packageSchema>;

/** Nothing is filled in for the officer: each line of the journal of packages is somebody's statement (Art. 11). */
export const emptyPackage: PackageValues = {
  sender: { kind: 'listed', body: null }, outerNumber: '', channel: '', courier: '', seals: null, sealNumbers: '', receivedAt: '', remarks: '', sealedHash: null,
};

export const { Frame: PackageFrame, Field: PackageField, useValues: usePackageValues } = makeForm(packageSchema);
