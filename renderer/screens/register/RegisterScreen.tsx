import type { ScreenProps } from '../index.ts';
import { DocumentStep } from './DocumentStep.tsx';
import { PackageStep } from './PackageStep.tsx';

/**
 * Register incoming: the package first, then what was in it. `packageId` opens a package that is registered;
 * `supplementOf` comes from a card and waits for the document that supplements it (Art. 7).
 */
export default function RegisterScreen({ params }: ScreenProps) {
  const { packageId, supplementOf } = params;
  if (packageId === undefined) return <PackageStep supplementOf={supplementOf} />;
  return <DocumentStep packageId={packageId} supplementOf={supplementOf ?? null} />;
}
